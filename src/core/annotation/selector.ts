import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import type { Selector } from './annotation';
import { matchLengths, occursOnce, otherOccurrences } from './occurrences';

/** Context that every selector has on either side, and the most it may have, in code points. */
export const contextLength = { least: 32, most: 256 } as const;

/**
 * Makes the selector of a passage: its quote, its position and as much context as makes the three
 * unique in the text.
 *
 * Both sides grow together, code point by code point, from 32 to 256, each stopping at the text's
 * end; the shortest pair that occurs only once is taken (`isUnique` tells whether there is one), and
 * a grapheme cluster at its edge is taken whole. Linear in the text, whatever it repeats.
 *
 * @param range UTF-16 offsets over the canonical text; widened to whole grapheme clusters
 * @throws RangeError when the range is empty
 */
export function createSelector(source: SourceText, range: TextRange): Selector {
  const quoted = source.widenToGraphemes(range);
  if (quoted.end <= quoted.start) throw new RangeError('An annotation needs a passage of text.');
  const shortest = contextAround(source, quoted, contextLength.least);
  const context = occursOnce(source.text, source.slice(shortest))
    ? shortest
    : extendUntilUnique(source, quoted);
  return {
    quote: source.slice(quoted),
    before: source.text.slice(context.start, quoted.start),
    after: source.text.slice(quoted.end, context.end),
    ...source.toCodePointRange(quoted),
    ...(source.message === undefined ? {} : { message: source.message }),
  };
}

/** Whether quote and context together occur exactly once in the text. Linear. */
export function isUnique(source: SourceText, { before, quote, after }: Selector): boolean {
  return occursOnce(source.text, before + quote + after);
}

/** `quoted` with `length` code points more on either side, cut at the text's ends and at clusters. */
function contextAround(source: SourceText, quoted: TextRange, length: number): TextRange {
  const inner = source.toCodePointRange(quoted);
  const wanted = source.toTextRange({ start: inner.start - length, end: inner.end + length });
  const whole = source.widenToGraphemes(wanted);
  if (length < contextLength.most) return whole;
  // At the limit a cluster is left out rather than taken: the limit holds.
  const { start, end } = source.toCodePointRange(whole);
  return {
    start:
      inner.start - start > length ? nextCluster(source, whole.start, quoted.start) : whole.start,
    end: end - inner.end > length ? previousCluster(source, wanted.end, quoted.end) : whole.end,
  };
}

function nextCluster(source: SourceText, start: number, limit: number): number {
  return Math.min(source.widenToGraphemes({ start, end: start + 1 }).end, limit);
}

function previousCluster(source: SourceText, end: number, limit: number): number {
  return Math.max(source.widenToGraphemes({ start: end, end }).start, limit);
}

/** More look-alikes than this are compared all at once, in linear time, instead of one by one. */
const comparedSingly = 64;

/** How much context two occurrences of a quote share, in UTF-16 units to either side. */
interface SharedContext {
  readonly before: number;
  readonly after: number;
}

/** A context longer than what every other occurrence shares with this one tells it apart. */
function extendUntilUnique(source: SourceText, quoted: TextRange): TextRange {
  const widest = contextAround(source, quoted, contextLength.most);
  const most: SharedContext = {
    before: quoted.start - widest.start,
    after: widest.end - quoted.end,
  };
  let needed = 0;
  for (const { before, after } of lookAlikes(source, quoted, widest)) {
    const apartBefore = before < most.before ? before + 1 : Infinity;
    const apartAfter = after < most.after ? after + 1 : Infinity;
    needed = Math.max(needed, Math.min(apartBefore, apartAfter));
    if (needed === Infinity) return widest;
  }
  // As many code points as UTF-16 units are enough, and never more than the limit.
  const length = Math.min(Math.max(needed, contextLength.least), contextLength.most);
  return contextAround(source, quoted, length);
}

function lookAlikes(
  source: SourceText,
  quoted: TextRange,
  widest: TextRange,
): Iterable<SharedContext> {
  const { text } = source;
  const shortest = contextAround(source, quoted, contextLength.least);
  const own = quoted.start - shortest.start;
  const found = otherOccurrences(text, shortest, comparedSingly);
  if (!found) return allLookAlikes(text, quoted, widest);
  return found.map((start) => {
    const at = start + own;
    let before = 0;
    while (
      before < quoted.start - widest.start &&
      sameUnit(text, at - before - 1, quoted.start - before - 1)
    )
      before++;
    let after = 0;
    const end = at + quoted.end - quoted.start;
    while (after < widest.end - quoted.end && sameUnit(text, end + after, quoted.end + after))
      after++;
    return { before, after };
  });
}

/** False outside the text, where `charCodeAt` gives NaN. */
function sameUnit(text: string, first: number, second: number): boolean {
  return text.charCodeAt(first) === text.charCodeAt(second);
}

function* allLookAlikes(
  text: string,
  quoted: TextRange,
  widest: TextRange,
): Iterable<SharedContext> {
  const quoteLength = quoted.end - quoted.start;
  const after = matchLengths(text.slice(quoted.start, widest.end), text);
  const before = matchLengths(reverse(text.slice(widest.start, quoted.start)), reverse(text));
  for (let at = 0; at + quoteLength <= text.length; at++)
    if (after[at]! >= quoteLength && at !== quoted.start)
      yield { before: before[text.length - at]!, after: after[at]! - quoteLength };
}

/** Reversed by UTF-16 units: only compared, never shown. */
function reverse(text: string): string {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[text.length - 1 - at] = text.charCodeAt(at);
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += 8192)
    pieces.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  return pieces.join('');
}
