import type { PassageAlignment, TokenisedPattern } from './passage-alignment';
import { isSpace, type TokenisedText } from './token-table';

export type ContextSide = 'before' | 'after';

/** How well one side of the context is found beside the quote; lengths in telling units (`weightOf`). */
export interface ContextMatch {
  readonly length: number;
  readonly matched: number;
  /** Share found of the nearest 32 units; 0 when there is no context. */
  readonly near: number;
  /** Units found without a break from the quote outwards. */
  readonly adjacent: number;
  /** The context reached the edge of the old text, and the place is as near to that of the new one. */
  readonly atTextEdge: boolean;
  /** Names or numbers among the nearest units were exchanged. */
  readonly statementChanged: boolean;
}

const nearLength = 32;
/** So many units more than the context had may stand between the quote and the text's edge. */
const edgeSlack = 8;

/** @param quote where the quote stands in the text */
export function readContext(
  side: ContextSide,
  pattern: TokenisedPattern,
  text: TokenisedText,
  alignment: PassageAlignment,
  quote: { readonly start: number; readonly end: number },
  isOtherStatement: (start: number, end: number) => boolean,
): ContextMatch {
  const { quoteStart, quoteEnd, codes } = pattern;
  const [start, end] = side === 'before' ? [0, quoteStart] : [quoteEnd, codes.length];
  const nearStart = side === 'before' ? Math.max(0, end - nearLength) : start;
  const nearEnd = side === 'before' ? end : Math.min(end, start + nearLength);
  const telling = share(pattern, alignment, nearStart, nearEnd);
  // A rule or a row of signs is better than nothing.
  const near = telling.length > 0 ? telling : shareOfAll(pattern, alignment, nearStart, nearEnd);
  const { length, matched } = share(pattern, alignment, start, end);
  return new FoundContext(
    length,
    matched,
    near.length === 0 ? 0 : near.matched / near.length,
    adjacentLength(side, pattern, alignment),
    reachesTextEdge(side, pattern, text, quote),
    () => isOtherStatement(nearStart, nearEnd),
  );
}

class FoundContext implements ContextMatch {
  #statementChanged: boolean | undefined;

  constructor(
    readonly length: number,
    readonly matched: number,
    readonly near: number,
    readonly adjacent: number,
    readonly atTextEdge: boolean,
    readonly isOtherStatement: () => boolean,
  ) {}

  /** Most places are settled without it. */
  get statementChanged(): boolean {
    return (this.#statementChanged ??= this.isOtherStatement());
  }
}

/** The same where the whole pattern stands in the text unchanged. */
export function unchangedContext(
  side: ContextSide,
  pattern: TokenisedPattern,
  text: TokenisedText,
  quote: { readonly start: number; readonly end: number },
): ContextMatch {
  const { codes, quoteStart, quoteEnd } = pattern;
  const [start, end] = side === 'before' ? [0, quoteStart] : [quoteEnd, codes.length];
  const length = tellingLength(codes, start, end);
  return {
    length,
    matched: length,
    near: end === start ? 0 : 1,
    adjacent: length,
    atTextEdge: reachesTextEdge(side, pattern, text, quote),
    statementChanged: false,
  };
}

function reachesTextEdge(
  side: ContextSide,
  { startsText, endsText, quoteStart, quoteEnd, codes }: TokenisedPattern,
  text: TokenisedText,
  quote: { readonly start: number; readonly end: number },
): boolean {
  return side === 'before'
    ? startsText && quote.start <= quoteStart + edgeSlack
    : endsText && text.codes.length - quote.end <= codes.length - quoteEnd + edgeSlack;
}

/** Telling units that stand in the text side by side, from the quote outwards. */
function adjacentLength(
  side: ContextSide,
  pattern: TokenisedPattern,
  alignment: PassageAlignment,
): number {
  const { quoteStart, quoteEnd } = pattern;
  const run =
    side === 'before'
      ? tellingRun(pattern, alignment, quoteStart - 1, -1)
      : tellingRun(pattern, alignment, quoteEnd, 1);
  const edge =
    side === 'before' ? alignment.offsets[quoteStart]! : alignment.offsets[quoteEnd - 1]!;
  return Math.abs(run.edge - edge) <= mostBetween ? run.length : 0;
}

/** Only white space and marks may stand between neighbouring letters. */
const mostBetween = 4;

/**
 * Follows the pattern from `unit` in one direction while it stands in the text unchanged: the telling
 * units passed, and where in the text the first of them stands.
 */
export function tellingRun(
  { codes }: Pick<TokenisedPattern, 'codes'>,
  { kept, offsets }: Pick<PassageAlignment, 'kept' | 'offsets'>,
  unit: number,
  step: 1 | -1,
): { length: number; edge: number } {
  let length = 0;
  let edge = -1;
  let last = -1;
  for (; unit >= 0 && unit < codes.length; unit += step) {
    const weight = weightOf(codes[unit]!);
    if (weight === 0 && kept[unit] === 0) continue;
    if (kept[unit] === 0 || (edge !== -1 && Math.abs(offsets[unit]! - last) > mostBetween)) break;
    last = offsets[unit]!;
    if (edge === -1) edge = last;
    length += weight;
  }
  return { length, edge };
}

/**
 * How much a unit tells: nothing for spaces, rules and punctuation, which are alike everywhere; an
 * ideograph as much as two letters.
 */
export function weightOf(code: number): number {
  const known = weights[code]!;
  if (known !== unknownWeight) return known;
  const weight = weigh(code);
  weights[code] = weight;
  return weight;
}

const unknownWeight = 255;
const weights = new Uint8Array(0x10000).fill(unknownWeight);

function weigh(code: number): 0 | 1 | 2 {
  if (code >= 0x2e80) {
    if ((code >= 0x3000 && code < 0x3040) || (code >= 0xff00 && code < 0xff21)) return 0;
    return code < 0xd800 ? 2 : 1;
  }
  const isTelling =
    code >= 0xc0 ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39);
  return isTelling ? 1 : 0;
}

/** Telling units of a stretch of the pattern, and how many of them stand in the text. */
function share(
  { codes }: TokenisedPattern,
  { kept }: PassageAlignment,
  start: number,
  end: number,
): { length: number; matched: number } {
  let length = 0;
  let matched = 0;
  for (let unit = start; unit < end; unit++) {
    const weight = weightOf(codes[unit]!);
    length += weight;
    matched += weight * kept[unit]!;
  }
  return { length, matched };
}

/** The same of all units but white space. */
function shareOfAll(
  { codes }: TokenisedPattern,
  { kept }: PassageAlignment,
  start: number,
  end: number,
): { length: number; matched: number } {
  let length = 0;
  let matched = 0;
  for (let unit = start; unit < end; unit++) {
    if (isSpace(codes[unit]!)) continue;
    length++;
    matched += kept[unit]!;
  }
  return { length, matched };
}

export function tellingLength(codes: Uint16Array, start: number, end: number): number {
  let length = 0;
  for (let unit = start; unit < end; unit++) length += weightOf(codes[unit]!);
  return length;
}

export function isTelling(code: number): boolean {
  return weightOf(code) > 0;
}
