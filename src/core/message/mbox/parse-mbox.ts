import type { SourceText } from '../../text/source-text';
import { messageOf } from '../mail/lazy-message';
import { readMessageSections } from '../mail/message-sections';
import { shiftMap } from '../mail/offset-map';
import type { Message } from '../message';
import { indexMbox } from './index-mbox';

/** The messages of an mbox in file order; each header and body is read when first asked for. */
export function parseMbox(source: SourceText): Message[] {
  const whole = { text: source.text, map: shiftMap(0) };
  return indexMbox(source.text).entries.map((entry) => {
    const range = { start: entry.start, end: entry.end };
    return messageOf(
      source.text,
      range,
      () => entry.header,
      () => readMessageSections(whole, range, { fromEscaped: true }),
    );
  });
}
