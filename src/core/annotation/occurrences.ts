import type { TextRange } from '../text/text-range';

/** Finding repeated passages in time linear in the text, however repetitive it is. */

/**
 * For every offset of `text`, how many units from there equal the beginning of `pattern`; one entry
 * more than the text has units (the last is 0).
 *
 * The Z algorithm: D. Gusfield, Algorithms on Strings, Trees and Sequences, 1997, section 1.4.
 */
export function matchLengths(pattern: string, text: string): Uint32Array {
  const own = zValues(pattern);
  const lengths = new Uint32Array(text.length + 1);
  let left = 0;
  let right = 0;
  for (let at = 0; at < text.length; at++) {
    let length = at < right ? Math.min(right - at, own[at - left]!) : 0;
    if (at + length >= right) {
      while (
        length < pattern.length &&
        at + length < text.length &&
        text.charCodeAt(at + length) === pattern.charCodeAt(length)
      )
        length++;
      left = at;
      right = at + length;
    }
    lengths[at] = length;
  }
  return lengths;
}

function zValues(pattern: string): Uint32Array {
  const values = new Uint32Array(pattern.length + 1);
  values[0] = pattern.length;
  let left = 0;
  let right = 0;
  for (let at = 1; at < pattern.length; at++) {
    let length = at < right ? Math.min(right - at, values[at - left]!) : 0;
    if (at + length >= right) {
      while (
        at + length < pattern.length &&
        pattern.charCodeAt(at + length) === pattern.charCodeAt(length)
      )
        length++;
      left = at;
      right = at + length;
    }
    values[at] = length;
  }
  return values;
}

/** Longest key for which the engine's own search is used: its worst case is text × key. */
const nativeSearchLimit = 512;

/** Whether `passage` occurs exactly once in `text`; occurrences may overlap. */
export function occursOnce(text: string, passage: string): boolean {
  if (passage.length <= nativeSearchLimit) {
    const first = text.indexOf(passage);
    return first !== -1 && text.indexOf(passage, first + 1) === -1;
  }
  let count = 0;
  for (const length of matchLengths(passage, text))
    if (length === passage.length && ++count > 1) return false;
  return count === 1;
}

/**
 * Where else in `text` the passage at `range` stands.
 *
 * @returns `undefined` when that is in more than `limit` places, or the passage is too long to search
 */
export function otherOccurrences(
  text: string,
  range: TextRange,
  limit: number,
): number[] | undefined {
  const passage = text.slice(range.start, range.end);
  if (passage.length > nativeSearchLimit) return undefined;
  const found: number[] = [];
  for (let at = text.indexOf(passage); at !== -1; at = text.indexOf(passage, at + 1)) {
    if (at === range.start) continue;
    if (found.length === limit) return undefined;
    found.push(at);
  }
  return found;
}
