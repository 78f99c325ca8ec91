import { isOtherStatement } from './changed-words';
import {
  tellingLength,
  isTelling,
  readContext,
  unchangedContext,
  tellingRun,
  weightOf,
  type ContextMatch,
} from './context-match';
import { alignPassage, type PassageAlignment, type TokenisedPattern } from './passage-alignment';
import { isSpace, type TokenisedText } from './token-table';

/** A quote laid on a stretch of the text. */
export interface Placement {
  /** In folded units. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1: twice what quote and stretch share, by the length of both (Dice). */
  readonly similarity: number;
  /** The words differ in names or numbers: another statement. */
  readonly statementChanged: boolean;
  readonly before: ContextMatch;
  readonly after: ContextMatch;
  /** 0 to 1 over quote and context together. */
  readonly score: number;
}

/** Lays the pattern on the text between units `from` and `to`; `undefined` when the quote is not there. */
export function placePassage(
  pattern: TokenisedPattern,
  text: TokenisedText,
  from: number,
  to: number,
): Placement | undefined {
  const alignment = alignPassage(pattern, text, from, to);
  return alignment && readPlacement(pattern, text, alignment);
}

/** What an alignment says about the quote; `undefined` when nothing of it is there. */
export function readPlacement(
  pattern: TokenisedPattern,
  text: TokenisedText,
  alignment: PassageAlignment,
): Placement | undefined {
  const { quoteStart, quoteEnd } = pattern;
  const { gaps } = alignment;
  const range = quotedRange(pattern, text, alignment);
  if (range.end <= range.start) return undefined;
  const quote = shareWithin(pattern, alignment, range);
  if (quote.matched === 0) return undefined;
  const found = tellingLength(text.codes, range.start, range.end);
  const similarity = (2 * quote.matched) / (quote.length + Math.max(found, quote.matched));
  // What is asked later must not need the rest of the alignment.
  const isOther = (start: number, end: number): boolean =>
    isOtherStatement(pattern, text, gaps, start, end);
  const before = readContext('before', pattern, text, alignment, range, isOther);
  const after = readContext('after', pattern, text, alignment, range, isOther);
  const score = overallScore(quote.length, similarity, before, after);
  return new FoundPlacement(range.start, range.end, similarity, before, after, score, () =>
    isOther(quoteStart, quoteEnd),
  );
}

class FoundPlacement implements Placement {
  #statementChanged: boolean | undefined;

  constructor(
    readonly start: number,
    readonly end: number,
    readonly similarity: number,
    readonly before: ContextMatch,
    readonly after: ContextMatch,
    readonly score: number,
    readonly isOtherStatement: () => boolean,
  ) {}

  /** Most places are settled without it. */
  get statementChanged(): boolean {
    return (this.#statementChanged ??= this.isOtherStatement());
  }
}

/** Telling units of the quote, and how many of them stand in a range of the text. */
function shareWithin(
  { codes, quoteStart, quoteEnd }: TokenisedPattern,
  { kept, offsets }: PassageAlignment,
  range: { readonly start: number; readonly end: number },
): { length: number; matched: number } {
  let length = 0;
  let matched = 0;
  for (let unit = quoteStart; unit < quoteEnd; unit++) {
    const weight = weightOf(codes[unit]!);
    length += weight;
    const at = offsets[unit]!;
    if (kept[unit] === 1 && at >= range.start && at < range.end) matched += weight;
  }
  return { length, matched };
}

/** The placement of a pattern that stands in the text unchanged, beginning at unit `at`. */
export function unchangedPlacement(
  pattern: TokenisedPattern,
  text: TokenisedText,
  at: number,
): Placement {
  const range = { start: at + pattern.quoteStart, end: at + pattern.quoteEnd };
  return {
    ...range,
    similarity: 1,
    statementChanged: false,
    before: unchangedContext('before', pattern, text, range),
    after: unchangedContext('after', pattern, text, range),
    score: 1,
  };
}

/** A long quote does not make its context worthless. */
function overallScore(
  quoteLength: number,
  similarity: number,
  before: ContextMatch,
  after: ContextMatch,
): number {
  const context = before.length + after.length;
  const weight = context === 0 ? 1 : Math.min(quoteLength, 2 * context);
  return (similarity * weight + before.matched + after.matched) / (weight + context);
}

/** Context of this length (in telling units) beside a first or last word holds it in its place. */
const heldBy = 12;
/** So many units at an edge of a quote may have been found by chance, away from the rest. */
const longestStray = 4;

/**
 * Where the quote stands: from its first to behind its last letter, with what replaced its edges, but
 * not with much longer text that was put in beside it.
 */
function quotedRange(
  { codes, quoteStart, quoteEnd }: TokenisedPattern,
  text: TokenisedText,
  { kept, offsets }: PassageAlignment,
): { start: number; end: number } {
  const tells = (unit: number): boolean => kept[unit] === 1 && isTelling(codes[unit]!);
  let first = quoteStart;
  while (first < quoteEnd && !tells(first)) first++;
  let last = quoteEnd - 1;
  while (last > first && !tells(last)) last--;
  if (first === quoteEnd) return { start: 0, end: 0 };
  const isInserted = (length: number, own: number): boolean => length > 3 * own + 16;
  // A first or last word far from the rest, and from its context, was found in what was put in between.
  const isHeld = (step: 1 | -1): boolean => {
    const [inner, outer] = step === -1 ? [quoteStart, quoteStart - 1] : [quoteEnd - 1, quoteEnd];
    const run = tellingRun({ codes }, { kept, offsets }, outer, step);
    return run.length >= heldBy && Math.abs(offsets[inner]! - run.edge) <= longestStray;
  };
  for (let unit = first + 1; unit <= last; unit++) {
    if (!tells(unit)) continue;
    const previous = lastBefore(unit, tells);
    const between = offsets[unit]! - offsets[previous]! - (unit - previous);
    const [head, tail] = [previous + 1 - quoteStart, quoteEnd - unit];
    if (head <= longestStray && isInserted(between, head) && !isHeld(-1)) first = unit;
    else if (tail <= longestStray && isInserted(between, tail) && !isHeld(1)) {
      last = previous;
      break;
    }
  }
  const firstFound = offsets[first]!;
  const lastFound = offsets[last]! + 1;
  const start = Math.min(offsets[quoteStart]!, firstFound);
  const quoteEndAt = kept[quoteEnd - 1] === 1 ? offsets[quoteEnd - 1]! + 1 : offsets[quoteEnd]!;
  const end = Math.max(quoteEndAt, lastFound);
  // Marks at the edges that stand right beside the words are theirs, whatever was put in behind them.
  const nearStart = along(codes, first, quoteStart - 1, text.codes, firstFound, -1);
  const nearEnd = along(codes, last + 1, quoteEnd, text.codes, lastFound, 1);
  const [head, tail] = [first - quoteStart, quoteEnd - 1 - last];
  return trimmed(
    text,
    firstFound - nearStart === head || isInserted(firstFound - start, head) ? nearStart : start,
    nearEnd - lastFound === tail || isInserted(end - lastFound, tail) ? nearEnd : end,
  );
}

function lastBefore(unit: number, accept: (unit: number) => boolean): number {
  unit--;
  while (!accept(unit)) unit--;
  return unit;
}

/** Follows the marks at a quote's edge in the text as far as they are the same. */
function along(
  codes: Uint16Array,
  from: number,
  to: number,
  text: Uint16Array,
  at: number,
  step: 1 | -1,
): number {
  const back = step === -1 ? 1 : 0;
  for (let unit = from - back; unit !== to && codes[unit] === text[at - back]; unit += step)
    at += step;
  return at;
}

function trimmed(text: TokenisedText, start: number, end: number): { start: number; end: number } {
  const { codes } = text;
  while (start < end && isSpace(codes[start]!)) start++;
  while (end > start && isSpace(codes[end - 1]!)) end--;
  return { start, end };
}
