import { atOnce } from '../../in-slices';
import type { Message } from '../../message/message';
import { ReadableMessages } from '../../message/readable-message';
import { SourceText } from '../../text/source-text';
import type { Annotation } from '../annotation';
import { anchorInSteps } from './anchor-annotations';
import type { AnchorContext, AnchoredAnnotation } from './anchored-annotation';
import { anchorInCopies, orphan } from './anchor-in-copies';
import { isRecorded, undecided } from './undecided';

/** A file whose messages annotations may name. */
export interface AnnotatedFile {
  readonly source: SourceText;
  /** Called only when an annotation names a message. */
  messages(): ReadableMessages;
  /** Where a file holds several copies of a message: the one to look into first. */
  readonly preferred?: Message;
}

/** A source text as a file whose messages are read when an annotation names one. */
export function annotatedFile(source: SourceText, fileName?: string): AnnotatedFile {
  let messages: ReadableMessages | undefined;
  return { source, messages: () => (messages ??= ReadableMessages.of(source, fileName)) };
}

/**
 * Finds all annotations of a file: those that name a message in the readable text of that message and
 * nowhere else, the others in the file's own text. What was found in a message says so (`message`),
 * and its ranges count that message's text. The result has the order of `annotations`.
 *
 * A message is found by its identity, wherever in the file it stands now; where its text reads as it
 * did, nothing is searched. Annotations of a message that is gone are orphaned.
 *
 * @throws AnchoringCancelled when `context.cancellation` asks for it
 */
export function anchorInMessages(
  annotations: readonly Annotation[],
  file: AnnotatedFile,
  context: AnchorContext = {},
): AnchoredAnnotation[] {
  return atOnce(anchorInMessagesInSteps(annotations, file, context));
}

/** `anchorInMessages` as steps of a few milliseconds each, for `inSlices`. */
export function* anchorInMessagesInSteps(
  annotations: readonly Annotation[],
  file: AnnotatedFile,
  context: AnchorContext = {},
): Generator<void, AnchoredAnnotation[]> {
  const found = new Map<Annotation, AnchoredAnnotation>();
  const ofFile: Annotation[] = [];
  const ofMessages = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const named = new Set(annotation.target.map(({ message }) => message));
    const [message] = named;
    if (named.size > 1) found.set(annotation, orphan(annotation, severalMessages));
    else if (message === undefined) ofFile.push(annotation);
    else ofMessages.set(message, [...(ofMessages.get(message) ?? []), annotation]);
  }
  const keep = (anchored: readonly AnchoredAnnotation[]) => {
    for (const one of anchored) found.set(one.annotation, one);
  };
  keep(yield* anchorInSteps(ofFile, file.source, context));
  if (ofMessages.size > 0) {
    const messages = file.messages();
    yield* messages.index();
    let old: ReadableMessages | undefined;
    const before = ({ oldText }: AnchorContext) =>
      oldText === undefined ? undefined : (old ??= ReadableMessages.of(new SourceText(oldText)));
    const isSame = isRecorded(file.source, context);
    for (const [identity, own] of ofMessages) {
      const copies = preferredFirst(messages.named(identity), file.preferred);
      const readable = copies.map((message) => messages.readable(message, identity));
      const anchored = yield* anchorInCopies(own, readable, () =>
        oldTextOf(before(context), identity),
      );
      keep(isSame ? anchored.map(undecided) : anchored);
    }
  }
  return annotations.map((annotation) => found.get(annotation)!);
}

const severalMessages = 'Its passages are in several messages, which one annotation cannot be.';

function preferredFirst(copies: readonly Message[], preferred: Message | undefined) {
  return preferred && copies.includes(preferred)
    ? [preferred, ...copies.filter((copy) => copy !== preferred)]
    : copies;
}

/** The readable text that a message had, where the old file held it once. */
function oldTextOf(old: ReadableMessages | undefined, identity: string): string | undefined {
  const [message, ...copies] = old?.named(identity) ?? [];
  return message && copies.length === 0 ? old?.readable(message, identity).text.text : undefined;
}
