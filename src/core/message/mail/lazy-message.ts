import type { TextRange } from '../../text/text-range';
import type { Message } from '../message';
import type { HeaderFacts } from './message-header';
import type { MessageContent } from './message-parts';
import { outlineSections } from './message-parts';
import type { MessageSection } from './message-sections';

const sectionReaders = new WeakMap<Message, () => MessageSection[]>();

/** The sections of a message that `messageOf` made; undefined for any other. */
export function sectionsOf(message: Message): MessageSection[] | undefined {
  return sectionReaders.get(message)?.();
}

/**
 * A message whose header and body are each read when first asked for, and then kept. `file` is the
 * canonical text that all ranges count in.
 */
export function messageOf(
  file: string,
  range: TextRange,
  readFacts: () => HeaderFacts,
  readSections: () => MessageSection[],
): Message {
  let keptContent: MessageContent | undefined;
  let keptHeader: Message['header'] | undefined;
  let keptFacts: HeaderFacts | undefined;
  const facts = () => (keptFacts ??= readFacts());
  const content = () =>
    (keptContent ??= outlineSections(file, range, readSections(), facts().subject));
  const message: Message = {
    start: range.start,
    end: range.end,
    get header() {
      return (keptHeader ??= {
        ...facts(),
        get url() {
          return content().url;
        },
        get urls() {
          return content().urls;
        },
      });
    },
    get dateline() {
      return content().datelines[0] ?? null;
    },
    get datelines() {
      return content().datelines;
    },
    get quotedDatelines() {
      return content().quotedDatelines;
    },
    get parts() {
      return content().parts;
    },
  };
  sectionReaders.set(message, readSections);
  return message;
}

/** What a moved message was made from: moving it again starts there. */
const origins = new WeakMap<Message, { readonly message: Message; readonly delta: number }>();

/**
 * An unchanged message that an edit before it moved by `delta`: what was read of it is kept, and all
 * its ranges are shifted when they are asked for.
 */
export function movedMessage(
  moved: Message,
  by: number,
  readSections: () => MessageSection[],
): Message {
  const origin = origins.get(moved);
  const message = origin?.message ?? moved;
  const delta = by + (origin?.delta ?? 0);
  const shift = <Range extends TextRange>(range: Range): Range => ({
    ...range,
    start: range.start + delta,
    end: range.end + delta,
  });
  let parts: Message['parts'] | undefined;
  let datelines: Message['datelines'] | undefined;
  let quotedDatelines: Message['quotedDatelines'] | undefined;
  const result: Message = {
    start: message.start + delta,
    end: message.end + delta,
    get header() {
      return message.header;
    },
    get dateline() {
      return result.datelines[0] ?? null;
    },
    get datelines() {
      return (datelines ??= message.datelines.map(shift));
    },
    get quotedDatelines() {
      return (quotedDatelines ??= message.quotedDatelines.map(shift));
    },
    get parts() {
      return (parts ??= message.parts.map(shift));
    },
  };
  origins.set(result, { message, delta });
  sectionReaders.set(result, readSections);
  return result;
}
