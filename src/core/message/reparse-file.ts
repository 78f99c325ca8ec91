import type { SourceText } from '../text/source-text';
import type { TextChange } from '../text/text-change';
import { detectionSample, detectKind } from './detect';
import { parseExtracted } from './extracted/parse-extracted';
import { movedMessage } from './mail/lazy-message';
import { readMboxEntry } from './mbox/index-mbox';
import { MessageBoundaries } from './mbox/message-boundaries';
import { mboxMessage, mboxSections } from './mbox/parse-mbox';
import { countsLengths } from './mbox/stated-lengths';
import type { Message, ParsedFile } from './message';
import { parseMessages } from './parse-file';

/**
 * Reads a file again after an edit; equal to `parseFile` of the new text. Of an mbox only the messages
 * that the edit touches are read, with a neighbour at each side; the others are kept and moved. Of an
 * extracted text the lines around the edit are cut anew; other messages that stand alone in their
 * file are read as a whole.
 *
 * @param previous what the text before the edit was read as.
 * @param source   the text after the edit.
 * @param fileName as given to `parseFile`.
 */
export function reparseFile(
  previous: ParsedFile,
  previousSource: SourceText,
  source: SourceText,
  change: TextChange,
  fileName?: string,
): ParsedFile {
  // Detection looks at the file's beginning only.
  const { kind, reason } =
    change.start < detectionSample
      ? detectKind(source.text.slice(0, detectionSample), fileName)
      : previous;
  const reusable =
    kind === 'mbox' && previous.kind === 'mbox' && !countsLengths(previousSource, source, change);
  if (reusable) return { kind, reason, messages: reparseMbox(previous.messages, source, change) };
  const [message] = previous.messages;
  const messages =
    message && kind === previous.kind && (kind === 'extracted' || kind === 'plain')
      ? [parseExtracted(source.text, kind, { message, change })]
      : parseMessages(source, kind);
  return { kind, reason, messages };
}

function reparseMbox(
  previous: readonly Message[],
  source: SourceText,
  change: TextChange,
): Message[] {
  const delta = change.newEnd - change.oldEnd;
  const { text } = source;
  const boundaries = new MessageBoundaries(text);
  // A separator is recognised by the lines around it: one message more at each side is read.
  const touched = previous.findIndex(({ end }) => end >= change.start);
  const first = Math.max(0, (touched === -1 ? previous.length : touched) - 1);
  const messages = previous.slice(0, first);
  let later = previous.findIndex(({ start }) => start > change.oldEnd);
  later = later === -1 ? previous.length : later + 1;
  let start = first === 0 ? boundaries.first() : previous[first]!.start;
  while (start < text.length) {
    while (later < previous.length && previous[later]!.start + delta < start) later++;
    if (later < previous.length && previous[later]!.start + delta === start) break;
    const entry = readMboxEntry(text, start, boundaries);
    messages.push(mboxMessage(source, entry));
    start = entry.end;
  }
  if (start >= text.length) return messages;
  for (const message of previous.slice(later)) {
    const range = { start: message.start + delta, end: message.end + delta };
    messages.push(movedMessage(message, delta, () => mboxSections(source, range)));
  }
  return messages;
}
