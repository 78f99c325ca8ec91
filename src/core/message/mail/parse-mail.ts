import type { SourceText } from '../../text/source-text';
import type { TextRange } from '../../text/text-range';
import type { Message } from '../message';
import { readHeaderBlock } from './header-fields';
import { messageOf } from './lazy-message';
import { readHeaderFacts } from './message-header';
import type { SectionOptions } from './message-sections';
import { readMessageSections } from './message-sections';
import { shiftMap } from './offset-map';

/**
 * Reads one RFC 5322 message with its MIME structure (RFC 2045–2049, 2231, 3676). Ranges are UTF-16
 * offsets of the canonical text; the body is decoded and outlined when a property that needs it is
 * first read. Blank lines before the header are passed over. Never throws: what cannot be decoded is shown as it stands.
 */
export function parseMail(
  source: SourceText,
  range: TextRange,
  options: SectionOptions = {},
): Message {
  const { text } = source;
  let start = range.start;
  while (start < range.end && text.charCodeAt(start) === 10) start++;
  const content = { start, end: range.end };
  return messageOf(
    text,
    range,
    () => readHeaderFacts(text, readHeaderBlock(text, start, range.end)),
    () => readMessageSections({ text, map: shiftMap(0) }, content, options),
  );
}
