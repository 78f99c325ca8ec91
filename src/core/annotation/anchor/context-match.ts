import type { PassageAlignment, TokenisedPattern } from './passage-alignment';
import type { TokenisedText } from './token-table';

export type ContextSide = 'before' | 'after';

/** How well one side of the context is found beside the quote; lengths in telling units (`isTelling`). */
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
  const near = share(pattern, alignment, nearStart, nearEnd);
  const whole = share(pattern, alignment, start, end);
  const toEdge = side === 'before' ? quote.start : text.codes.length - quote.end;
  const reachesEdge = side === 'before' ? pattern.startsText : pattern.endsText;
  return {
    ...whole,
    near: near.length === 0 ? 0 : near.matched / near.length,
    adjacent: adjacentLength(side, pattern, alignment),
    atTextEdge: reachesEdge && toEdge <= end - start + edgeSlack,
    statementChanged: isOtherStatement(nearStart, nearEnd),
  };
}

/** Counts units that stand in the text unchanged and side by side, as in the pattern. */
function adjacentLength(
  side: ContextSide,
  { codes, quoteStart, quoteEnd }: TokenisedPattern,
  { kept, offsets }: PassageAlignment,
): number {
  const step = side === 'before' ? -1 : 1;
  let unit = side === 'before' ? quoteStart - 1 : quoteEnd;
  let length = 0;
  let last = side === 'before' ? offsets[quoteStart]! : offsets[quoteEnd - 1]!;
  for (; unit >= 0 && unit < codes.length; unit += step) {
    const isKept = kept[unit] === 1;
    if (!isTelling(codes[unit]!) && !isKept) continue;
    // Only white space and marks may stand between.
    if (!isKept || Math.abs(offsets[unit]! - last) > 4) break;
    last = offsets[unit]!;
    if (isTelling(codes[unit]!)) length++;
  }
  return length;
}

/** Letters and digits, and all signs beyond Latin; spaces, rules and punctuation are alike everywhere. */
function isTelling(code: number): boolean {
  return (
    code >= 0xc0 ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39)
  );
}

/** Telling units of a stretch of the pattern, and how many of them stand in the text. */
export function share(
  pattern: TokenisedPattern,
  alignment: PassageAlignment,
  start: number,
  end: number,
): { length: number; matched: number } {
  let length = 0;
  let matched = 0;
  for (let unit = start; unit < end; unit++) {
    if (!isTelling(pattern.codes[unit]!)) continue;
    length++;
    matched += alignment.kept[unit]!;
  }
  return { length, matched };
}

export function tellingLength(codes: Uint16Array, start: number, end: number): number {
  let length = 0;
  for (let unit = start; unit < end; unit++) if (isTelling(codes[unit]!)) length++;
  return length;
}
