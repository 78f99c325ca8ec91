import { dateOnByline } from '../body/byline';
import { fieldName, fieldValue } from '../body/field-line';
import { readDateLine, type PrintedDate } from '../dates/date-line';
import type { Part } from '../message';

/** What the lines above a body state, as printed. */
export interface StatedFields {
  from: string | null;
  date: { printed: string; reading: PrintedDate } | null;
  subject: string | null;
  messageId: string | null;
  inReplyTo: string | null;
}

function readFieldLines(text: string, part: Part, fields: StatedFields): void {
  for (const line of text.slice(part.start, Math.min(part.end, part.start + 4000)).split('\n')) {
    const content = line.trim();
    const name = fieldName(content);
    if (name === null) continue;
    const value = fieldValue(content);
    if (name === 'from') fields.from ??= value;
    else if (name === 'subject') fields.subject ??= value;
    else if (name === 'message-id') fields.messageId ??= value;
    else if (name === 'in-reply-to') fields.inReplyTo ??= /<[^<>]+>/.exec(value)?.[0] ?? value;
    else if (name === 'date') {
      const reading = readDateLine(value);
      if (reading) fields.date ??= { printed: value.slice(reading.start, reading.end), reading };
    }
  }
}

/** Collects the fields that a message states in the lines above its body; the first of each counts. */
export function statedFields(text: string, parts: readonly Part[]): StatedFields {
  const fields: StatedFields = {
    from: null,
    date: null,
    subject: null,
    messageId: null,
    inReplyTo: null,
  };
  let body = false;
  for (const part of parts) {
    // "Begin forwarded message:" opens another one's header.
    if (part.kind === 'attribution') body = true;
    if (part.kind === 'header' && !body) readFieldLines(text, part, fields);
    else if ((part.kind === 'date' || part.kind === 'byline') && !fields.date) {
      const line = text.slice(part.start, part.end).split('\n', 1)[0]!;
      const reading = part.kind === 'date' ? readDateLine(line) : dateOnByline(line);
      if (reading) fields.date = { printed: line.slice(reading.start, reading.end), reading };
    } else if (part.kind === 'paragraph' || part.kind === 'quotation') body = true;
  }
  return fields;
}
