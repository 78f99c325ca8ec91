import type { SourceText } from '../../text/source-text';
import { readHeaderBlock } from '../mail/header-fields';
import { headerValue } from '../mail/header-text';
import { messageIds } from '../mail/message-id';
import type { Message } from '../message';
import { threadMessages, type ThreadableMessage, type ThreadNode } from './threads';

/** A message in a list of messages; `index` counts the messages of the file. */
export interface ListedMessage {
  readonly index: number;
  readonly message: Message;
  /** Answers, where the list is by threads. */
  readonly answers: readonly ListedMessage[];
}

export interface ListOptions {
  readonly order: 'date' | 'thread';
  /** Words that subject, sender or date must hold, in any order and case. */
  readonly filter?: string;
}

/**
 * The messages of a file as a reader looks through them: by date, those without a certain date where
 * they stand in the file, or by threads. A filter leaves the messages that match, without threads.
 * Steps of a few milliseconds each, for `inSlices`.
 */
export function* listMessages(
  source: SourceText,
  messages: readonly Message[],
  { order, filter = '' }: ListOptions,
): Generator<void, ListedMessage[]> {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const threadables: ThreadableMessage[] = [];
  const listed: ListedMessage[] = [];
  const isThreaded = order === 'thread' && words.length === 0;
  for (const [index, message] of messages.entries()) {
    if (index % 32 === 31) yield;
    if (isThreaded) threadables.push(threadable(source, message));
    else if (matches(message, words)) listed.push({ index, message, answers: [] });
  }
  return isThreaded ? byThread(messages, threadables) : byDate(listed);
}

function matches({ header }: Message, words: readonly string[]): boolean {
  const { subject, from, date, isoDate } = header;
  const text = [subject, from, date, isoDate].filter(Boolean).join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

function byThread(
  messages: readonly Message[],
  threadables: readonly ThreadableMessage[],
): ListedMessage[] {
  const listed: ListedMessage[] = [];
  // Without recursion: a thread may be as deep as the file is long.
  const open: { nodes: readonly ThreadNode[]; into: ListedMessage[] }[] = [
    { nodes: threadMessages(threadables), into: listed },
  ];
  for (let level = open.pop(); level; level = open.pop()) {
    for (const { index, children } of level.nodes) {
      const answers: ListedMessage[] = [];
      level.into.push({ index, message: messages[index]!, answers });
      open.push({ nodes: children, into: answers });
    }
  }
  return listed;
}

function threadable(source: SourceText, { header, start, end }: Message): ThreadableMessage {
  const { messageId, inReplyTo, subject } = header;
  const field = headerValue(source.text, readHeaderBlock(source.text, start, end), 'references');
  return { messageId, inReplyTo, references: messageIds(field), subject };
}

/** A message without a date keeps the time of the one before it. */
function byDate(listed: readonly ListedMessage[]): ListedMessage[] {
  let last = -Infinity;
  const times = new Map<ListedMessage, number>();
  for (const one of listed) {
    const { isoDate } = one.message.header;
    const time = isoDate === undefined ? NaN : Date.parse(isoDate);
    if (!Number.isNaN(time)) last = time;
    times.set(one, last);
  }
  return [...listed].sort((a, b) => times.get(a)! - times.get(b)! || a.index - b.index);
}
