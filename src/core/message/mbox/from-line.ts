import { fieldColon } from '../mail/header-fields';

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const clock = '\\d{1,2}:\\d{2}(?::\\d{2})?';
const zone = '(?:[+-]\\d{4}|[A-Z]{1,5})';

/** The dates that separator lines end in: ctime's, RFC 5322's and ISO 8601's. */
const dates = [
  `${weekday},?\\s{1,3}${month}\\s{1,3}\\d{1,2}\\s{1,3}${clock}(?:\\s{1,3}${zone})?\\s{1,3}\\d{4}(?:\\s{1,3}${zone})?(?:\\s{1,3}remote from \\S{1,100})?`,
  `(?:${weekday},?\\s{1,3})?\\d{1,2}[\\s-]{1,3}${month}[\\s-]{1,3}\\d{2,4}\\s{1,3}${clock}(?:\\s{1,3}${zone})?(?:\\s{1,3}\\([\\w +:-]{1,30}\\))?`,
  `\\d{4}-\\d{2}-\\d{2}[T ]${clock}(?:\\.\\d{1,6})?\\s?(?:Z|[+-]\\d{2}:?\\d{2})?`,
];
const dateAtEnd = new RegExp(`\\s(${dates.join('|')})\\s{0,10}$`);

/** What an mbox's separator line says. */
export interface FromLine {
  /** As printed: an address, "user at host", "MAILER-DAEMON", "-". */
  readonly sender: string;
  readonly date: string;
  /** Start of the next line. */
  readonly end: number;
}

/** No separator line is longer. */
const longestLine = 500;

/**
 * Reads the line at `start` as an mbox separator: "From ", a sender and a date (RFC 4155, Pipermail's
 * "user at host", older forms with an RFC 822 date). Undefined when it is ordinary text.
 */
export function readFromLine(text: string, start: number): FromLine | undefined {
  if (!text.startsWith('From ', start)) return undefined;
  const found = text.indexOf('\n', start);
  const lineEnd = found === -1 ? text.length : found;
  if (lineEnd - start > longestLine) return undefined;
  const line = text.slice(start + 5, lineEnd);
  const date = dateAtEnd.exec(line);
  if (!date) return undefined;
  const sender = line.slice(0, date.index).trim();
  // Several words are prose unless one of them is an address ("user at host", "Name <user@host>").
  const words = /\s/.test(sender);
  if (sender === '' || (words && !/@| at |[<|]/.test(sender))) return undefined;
  return { sender, date: date[1]!, end: Math.min(lineEnd + 1, text.length) };
}

/** Fields that delivery puts first into a stored message. */
const firstFields = /(?:return-path|received|delivered-to|x-mozilla-status|x-envelope-from):/iy;

/**
 * Whether a message begins at `start`: a separator line behind a blank line with a header field
 * below it. Archives that lost the blank line are read too where the next line leaves no doubt: a
 * field of delivery, or "From:" with the same sender.
 */
export function beginsMessage(text: string, start: number): FromLine | undefined {
  const line = readFromLine(text, start);
  if (!line) return undefined;
  if (start === 0) return line;
  const blankBefore = start === 1 || text.charCodeAt(start - 2) === 10;
  if (blankBefore) {
    const header = fieldColon(text, line.end) !== -1 || text.startsWith('>From ', line.end);
    return header ? line : undefined;
  }
  firstFields.lastIndex = line.end;
  if (firstFields.test(text)) return line;
  if (!/^from:$/i.test(text.slice(line.end, line.end + 5))) return undefined;
  return text.slice(line.end, line.end + longestLine).includes(line.sender) ? line : undefined;
}
