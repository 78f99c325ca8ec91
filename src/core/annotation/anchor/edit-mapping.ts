import type { TextRange } from '../../text/text-range';

/**
 * One replaced stretch of a document: `start` and `end` are UTF-16 offsets in the text before the
 * edit. The changes of one edit do not overlap and all refer to the same text, as in VS Code.
 */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  /** UTF-16 length of what stands there now. */
  readonly newLength: number;
}

/** The same with what was inserted. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Changes in the order of the text. */
export function inTextOrder<Change extends { readonly start: number; readonly end: number }>(
  changes: readonly Change[],
): Change[] {
  return [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Carries one range through ordered changes. Text typed at either edge stays outside; a partly
 * deleted range keeps what is left of it. `undefined` when all of it was replaced.
 */
export function mapRange(range: TextRange, ordered: readonly TextChange[]): TextRange | undefined {
  let shift = 0;
  let start: number | undefined;
  let end: number | undefined;
  for (const change of ordered) {
    if (change.end <= range.start) {
      shift += change.newLength - (change.end - change.start);
      continue;
    }
    if (change.start >= range.end) break;
    if (change.start <= range.start && change.end >= range.end) return undefined;
    // What replaces a stretch over an edge stands outside the range.
    if (change.start <= range.start) start = change.start + shift + change.newLength;
    start ??= range.start + shift;
    if (change.end >= range.end) end = change.start + shift;
    shift += change.newLength - (change.end - change.start);
  }
  const mapped = { start: start ?? range.start + shift, end: end ?? range.end + shift };
  return mapped.end > mapped.start ? mapped : undefined;
}
