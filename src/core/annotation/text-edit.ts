import type { TextRange } from '../text/text-range';

/** Replaces `range` (UTF-16 over the text before any edit) by `newText`. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * Applies edits that do not overlap. Several at one place keep their order.
 *
 * @throws RangeError when two edits overlap
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { range, newText } of sortEdits(edits)) {
    if (range.start < at) throw new RangeError('Two edits overlap.');
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}

export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** The edit that turns `text` at `range` into `newText` and leaves its first and last equal lines alone. */
export function lineEdit(text: string, range: TextRange, newText: string): TextEdit[] {
  const oldText = text.slice(range.start, range.end);
  if (oldText === newText) return [];
  const shorter = Math.min(oldText.length, newText.length);
  let head = 0;
  while (head < shorter && oldText[head] === newText[head]) head++;
  head = oldText.lastIndexOf('\n', head - 1) + 1;
  let tail = 0;
  while (tail < shorter - head && oldText.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  const firstEqual = oldText.indexOf('\n', oldText.length - tail - 1);
  tail = firstEqual === -1 ? 0 : oldText.length - firstEqual - 1;
  const start = range.start + head;
  const end = range.end - tail;
  return [{ range: { start, end }, newText: newText.slice(head, newText.length - tail) }];
}

/** The edits in order, with the line breaks that `text` uses: CRLF when its first line ends so. */
export function toLineBreaks(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const first = text.indexOf('\n');
  const sorted = sortEdits(edits);
  if (first < 1 || text[first - 1] !== '\r') return sorted;
  return sorted.map(({ range, newText }) => ({ range, newText: newText.replaceAll('\n', '\r\n') }));
}
