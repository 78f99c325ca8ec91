import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';

/** One step by which a passage is made longer or shorter, or goes on in the text. */
export interface RangeAdjustment {
  /** Which edge moves; `both` moves the passage. */
  readonly edge: 'start' | 'end' | 'both';
  /** 1 towards the end of the text, -1 towards its start. */
  readonly direction: 1 | -1;
  readonly by: 'word' | 'line';
}

type Edge = 'start' | 'end';

/**
 * The passage after one step: an edge goes to the next edge of a word (Unicode UAX #29, by
 * `Intl.Segmenter`) or of a line that is not blank, without the blanks around it.
 *
 * @param range UTF-16 offsets over the canonical text
 * @returns undefined when the text ends or nothing of the passage would be left
 */
export function adjustRange(
  source: SourceText,
  range: TextRange,
  { edge, direction, by }: RangeAdjustment,
): TextRange | undefined {
  const stop = by === 'word' ? wordEdge : lineEdge;
  let { start, end } = range;
  if (edge !== 'end') start = stop(source, start, 'start', direction) ?? -1;
  if (edge !== 'start') end = stop(source, end, 'end', direction) ?? -1;
  if (start < 0 || end < 0) return undefined;
  if (end > start) return { start, end };
  if (edge !== 'both') return undefined;
  // A passage within one line goes to the whole line beside it.
  if (direction === 1) end = stop(source, start, 'end', 1) ?? -1;
  else start = stop(source, end, 'start', -1) ?? -1;
  return start >= 0 && end > start ? { start, end } : undefined;
}

/** Words are looked for in windows that grow: a step costs what lies between two words. */
const firstWindow = 256;
/** How far a window's cut is moved to fall between words. */
const longestWord = 128;

let words: Intl.Segmenter | undefined;

function wordEdge(
  { text }: SourceText,
  offset: number,
  edge: Edge,
  direction: 1 | -1,
): number | undefined {
  words ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (let reach = firstWindow; ; reach *= 4) {
    const from = blankBefore(text, direction === 1 ? offset : offset - reach);
    const to = blankAfter(text, direction === 1 ? offset + reach : offset);
    let last: number | undefined;
    for (const { segment, index, isWordLike } of words.segment(text.slice(from, to))) {
      if (!isWordLike) continue;
      const at = from + index + (edge === 'end' ? segment.length : 0);
      if (direction === 1 && at > offset) return at;
      if (direction === -1 && at < offset) last = at;
    }
    if (last !== undefined) return last;
    if (direction === 1 ? to >= text.length : from <= 0) return undefined;
  }
}

function blankBefore(text: string, offset: number): number {
  const limit = Math.max(0, offset - longestWord);
  for (let at = offset; at > limit; at--) if (/\s/.test(text[at - 1]!)) return at;
  return limit;
}

function blankAfter(text: string, offset: number): number {
  const limit = Math.min(text.length, offset + longestWord);
  for (let at = offset; at < limit; at++) if (/\s/.test(text[at]!)) return at;
  return limit;
}

function lineEdge(
  source: SourceText,
  offset: number,
  edge: Edge,
  direction: 1 | -1,
): number | undefined {
  const first = source.positionAt(offset).line;
  for (let line = first; line >= 0 && line < source.lineCount; line += direction) {
    const range = source.lineRange(line);
    const content = source.slice(range);
    if (content.trim() === '') continue;
    const at =
      edge === 'start'
        ? range.end - content.trimStart().length
        : range.start + content.trimEnd().length;
    if (direction === 1 ? at > offset : at < offset) return at;
  }
  return undefined;
}
