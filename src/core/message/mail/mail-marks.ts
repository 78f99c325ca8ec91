import type { TextRange } from '../../text/text-range';

/** A mail address or a Message-ID in a text; UTF-16 offsets, without angle brackets. */
export interface MailMark extends TextRange {
  readonly kind: 'address' | 'messageId';
  readonly value: string;
}

/** RFC 5322 atoms with dots, and host names: what stands before and behind the @. */
const local = characterTable("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+/=?^_`{|}~.-");
const domain = characterTable('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-');
const longest = 250;
const idField = /^(?:message-id|in-reply-to|references)[ \t]*:/i;

/**
 * Finds what names people and messages in `text[start, end)`, in order. What stands in a Message-ID,
 * In-Reply-To or References field, folded or not, is a Message-ID, everything else a mail address.
 * Linear.
 */
export function findMailMarks(text: string, start: number, end: number): MailMark[] {
  const marks: MailMark[] = [];
  let inIdField = false;
  for (let lineStart = start; lineStart < end;) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline === -1 ? end : Math.min(newline, end);
    const isFolded = /[ \t]/.test(text[lineStart]!);
    if (!isFolded) inIdField = idField.test(text.slice(lineStart, lineStart + 40));
    collect(text, lineStart, lineEnd, inIdField ? 'messageId' : 'address', marks);
    lineStart = lineEnd + 1;
  }
  return marks;
}

/** The marks of one line. */
function collect(
  text: string,
  start: number,
  end: number,
  kind: MailMark['kind'],
  marks: MailMark[],
): void {
  const line = text.slice(start, end);
  let free = 0;
  for (let at = line.indexOf('@'); at !== -1; at = line.indexOf('@', at + 1)) {
    let from = at;
    const first = Math.max(free, at - longest);
    while (from > first && local[line.charCodeAt(from - 1)]) from--;
    let to = at + 1;
    const last = Math.min(line.length, at + longest);
    while (to < last && domain[line.charCodeAt(to)]) to++;
    while (to > at + 1 && /[.-]/.test(line[to - 1]!)) to--;
    if (from === at || to === at + 1) continue;
    marks.push({ kind, value: line.slice(from, to), start: start + from, end: start + to });
    free = to;
  }
}

function characterTable(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const character of characters + characters.toLowerCase()) table[character.charCodeAt(0)] = 1;
  return table;
}
