import { splitListTag } from '../extracted/list-tag';
import type { MessageHeader } from '../message';
import type { HeaderBlock } from './header-fields';
import { decodeHeaderValue } from './header-text';
import { listFromHeaders } from './list-name';
import { parseMailDate } from './mail-date';
import { firstMessageId } from './message-id';

/** What a header block says, without what only the body tells (the URLs). */
export type HeaderFacts = Omit<MessageHeader, 'url' | 'urls'>;

const wanted = new Map<string, keyof HeaderValues>([
  ['subject', 'subject'],
  ['from', 'from'],
  ['date', 'date'],
  ['message-id', 'messageId'],
  ['in-reply-to', 'inReplyTo'],
  ['list-id', 'listId'],
  ['list-post', 'listPost'],
]);

/** Reads the fields that a message is known by, decoded; `text` is what the block's offsets count in. */
export function readHeaderFacts(text: string, block: HeaderBlock): HeaderFacts {
  const values: Partial<Record<keyof HeaderValues, string>> = {};
  for (const { name, valueStart, end } of block.fields) {
    const key = wanted.get(name);
    if (key !== undefined) values[key] ??= decodeHeaderValue(text.slice(valueStart, end));
  }
  return headerFacts(values);
}

/** Field values as printed and decoded; undefined where the message has no such field. */
export interface HeaderValues {
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly date?: string | undefined;
  readonly messageId?: string | undefined;
  readonly inReplyTo?: string | undefined;
  readonly listId?: string | undefined;
  readonly listPost?: string | undefined;
}

export function headerFacts(values: HeaderValues): HeaderFacts {
  const tagged = splitListTag(values.subject ?? '');
  const date = values.date || null;
  return {
    list: tagged.list ?? listFromHeaders(values.listId, values.listPost),
    subject: tagged.subject,
    from: values.from || null,
    date,
    ...(date === null ? {} : parseMailDate(date)),
    messageId: firstMessageId(values.messageId),
    inReplyTo: firstMessageId(values.inReplyTo),
  };
}
