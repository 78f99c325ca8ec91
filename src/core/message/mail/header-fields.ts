import type { TextRange } from '../../text/text-range';

/** One header field; the range covers name, value and continuation lines without the last line end. */
export interface HeaderField extends TextRange {
  /** Lower-case. */
  readonly name: string;
  /** Offset of the value, behind the colon. */
  readonly valueStart: number;
}

export interface HeaderBlock extends TextRange {
  readonly fields: readonly HeaderField[];
  /** Where the body begins: behind the blank line, or at the first line that is no header field. */
  readonly bodyStart: number;
}

/**
 * Offset of the colon when a field name begins at `start` (RFC 5322: printable ASCII without colon;
 * blanks before the colon are obsolete syntax), or -1.
 */
export function fieldColon(text: string, start: number): number {
  let at = start;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 58) return at > start ? at : -1;
    if (!(code > 32 && code < 127)) break;
  }
  if (at === start) return -1;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return text.charCodeAt(at) === 58 ? at : -1;
}

/**
 * Reads the header block that begins at `start`. It ends at a blank line, at a line that is no field
 * (a message without the separating line), at `end`, or where `isBoundary` says so of a line that
 * begins with "--". Mbox separator lines before the fields are passed over. Linear.
 */
export function readHeaderBlock(
  text: string,
  start: number,
  end: number,
  isBoundary?: (lineStart: number) => boolean,
): HeaderBlock {
  const fields: HeaderField[] = [];
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 10) return { start, end: at, fields, bodyStart: at + 1 };
    if (code === 45 && isBoundary?.(at)) break;
    const separator = fields.length === 0 && isSeparator(text, at);
    const colon = separator ? -1 : fieldColon(text, at);
    if (!separator && (colon === -1 || colon >= end)) break;
    const fieldEnd = continuedLineEnd(text, at, end);
    if (!separator) {
      const name = text.slice(at, colon).trimEnd().toLowerCase();
      fields.push({ name, start: at, end: fieldEnd, valueStart: colon + 1 });
    }
    at = Math.min(end, fieldEnd + 1);
  }
  return { start, end: at, fields, bodyStart: at };
}

/** "From " of an mbox, and the ">From " of one that was delivered again. */
function isSeparator(text: string, at: number): boolean {
  if (!text.startsWith('From ', at) && !text.startsWith('>From ', at)) return false;
  const line = text.slice(at, at + 500).split('\n', 1)[0]!;
  return /\d:\d\d/.test(line);
}

/** End of the line at `at` together with the lines that continue it (begin with a blank). */
function continuedLineEnd(text: string, at: number, end: number): number {
  for (let from = at; ;) {
    const lineEnd = text.indexOf('\n', from);
    if (lineEnd === -1 || lineEnd >= end) return end;
    const next = text.charCodeAt(lineEnd + 1);
    if (!(next === 32 || next === 9) || lineEnd + 1 >= end) return lineEnd;
    from = lineEnd + 1;
  }
}

/** A field's value as one line: each line end with the blanks around it becomes one blank. */
export function unfold(value: string): string {
  const trimmed = value.trim();
  if (!trimmed.includes('\n')) return trimmed;
  return trimmed
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}
