import { atOnce } from '../../in-slices';
import type { SourceText } from '../../text/source-text';
import type { TextRange } from '../../text/text-range';
import { messageOf } from '../mail/lazy-message';
import { readMessageSections, type MessageSection } from '../mail/message-sections';
import { shiftMap } from '../mail/offset-map';
import type { Message } from '../message';
import { mboxEntries, type MboxEntry } from './index-mbox';

/** The messages of an mbox in file order; each header and body is read when first asked for. */
export function parseMbox(source: SourceText): Message[] {
  return atOnce(parseMboxInSteps(source));
}

/** `parseMbox` as steps of a few milliseconds each, for `inSlices`. */
export function* parseMboxInSteps(source: SourceText): Generator<void, Message[]> {
  const messages: Message[] = [];
  for (const entry of mboxEntries(source.text)) {
    messages.push(mboxMessage(source, entry));
    if (messages.length % 64 === 0) yield;
  }
  return messages;
}

/** One message of an mbox; its header and body are read when first asked for. */
export function mboxMessage(source: SourceText, entry: MboxEntry): Message {
  const range = { start: entry.start, end: entry.end };
  return messageOf(
    source.text,
    range,
    () => entry.header,
    () => mboxSections(source, range),
  );
}

/** The sections of the message at `range`. */
export function mboxSections(source: SourceText, range: TextRange): MessageSection[] {
  const whole = { text: source.text, map: shiftMap(0) };
  return readMessageSections(whole, range, { fromEscaped: true });
}
