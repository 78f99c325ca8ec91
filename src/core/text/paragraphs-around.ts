import type { TextRange } from './text-range';

/** So many UTF-16 units on each side: a name's surroundings, searched in a few milliseconds. */
const reach = 8_000;

/**
 * The whole paragraphs within `reach` of an offset, no further than `within`; where there are no paragraphs,
 * lines, and at worst a stretch of that length. UTF-16 units.
 */
export function paragraphsAround(text: string, within: TextRange, offset: number): TextRange {
  const from = Math.max(within.start, offset - reach);
  const to = Math.min(within.end, offset + reach);
  return {
    start: startAfter(text, from, offset, within.start),
    end: endBefore(text, offset, to, within.end),
  };
}

function startAfter(text: string, from: number, offset: number, first: number): number {
  if (from === first) return from;
  for (const separator of ['\n\n', '\n']) {
    const at = text.indexOf(separator, from);
    if (at !== -1 && at + separator.length <= offset) return at + separator.length;
  }
  return from;
}

function endBefore(text: string, offset: number, to: number, last: number): number {
  if (to === last) return to;
  for (const separator of ['\n\n', '\n']) {
    const at = text.lastIndexOf(separator, to);
    if (at >= offset) return at;
  }
  return to;
}
