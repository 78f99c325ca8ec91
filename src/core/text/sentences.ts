import type { TextRange } from './text-range';

let segmenter: Intl.Segmenter | undefined;

/**
 * The sentence of `text` around `offset` (UTF-16), without the white space behind it; sentence ends
 * by Unicode UAX #29 (`Intl.Segmenter`). A line break inside a hard-wrapped paragraph ends none.
 */
export function sentenceAt(text: string, within: TextRange, offset: number): TextRange {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'sentence' });
  const paragraph = text.slice(within.start, within.end).replaceAll('\n', ' ');
  const segment = segmenter
    .segment(paragraph)
    .containing(Math.min(offset - within.start, paragraph.length - 1));
  if (!segment) return within;
  const start = within.start + segment.index;
  return { start, end: start + segment.segment.trimEnd().length };
}
