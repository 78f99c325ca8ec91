import type { ReadableMessage } from '../../message/readable-message';
import type { SourceText } from '../../text/source-text';
import type { Annotation } from '../annotation';
import { anchorInSteps } from './anchor-annotations';
import type { AnchoredAnnotation } from './anchored-annotation';
import { atStoredPosition } from './stored-position';

/**
 * Finds annotations in the one message that they name, or in the copies of it that a file holds: in
 * the first that reads as it did around the passage, else in the only one where it can be found. Of
 * several where it might be, none is chosen.
 *
 * @param copies   the messages of that identity; none when it is gone from the file
 * @param oldText  the readable text that the annotations were made on, when that is known
 */
export function* anchorInCopies(
  annotations: readonly Annotation[],
  copies: readonly ReadableMessage[],
  oldText: () => string | undefined,
): Generator<void, AnchoredAnnotation[]> {
  const unchanged = annotations.map((annotation) => inUnchanged(annotation, copies));
  const missing = annotations.filter((_, index) => !unchanged[index]);
  if (missing.length === 0) return unchanged as AnchoredAnnotation[];
  if (copies.length === 0) return annotations.map((annotation) => orphan(annotation, messageGone));
  const old = copies.length === 1 ? oldText() : undefined;
  const inEach: AnchoredAnnotation[][] = [];
  for (const message of copies) {
    const anchored = yield* anchorInSteps(missing, message.text, { oldText: old });
    inEach.push(anchored.map((found) => ({ ...found, message })));
  }
  let next = 0;
  return unchanged.map((found) => {
    if (found) return found;
    const index = next++;
    return chooseCopy(inEach.map((anchored) => anchored[index]!));
  });
}

function inUnchanged(
  annotation: Annotation,
  copies: readonly ReadableMessage[],
): AnchoredAnnotation | undefined {
  for (const message of copies) {
    const found = atStoredPosition(annotation, message.text);
    if (found && readsAsBefore(annotation, found, message.text)) return { ...found, message };
  }
  return undefined;
}

/** Whether the context that every selector keeps stands around its passage too. */
function readsAsBefore(
  { target }: Annotation,
  { ranges }: AnchoredAnnotation,
  { text }: SourceText,
): boolean {
  return target.every(({ before, after }, index) => {
    const { start, end } = ranges[index]!;
    return text.endsWith(before, start) && text.startsWith(after, end);
  });
}

function chooseCopy(found: readonly AnchoredAnnotation[]): AnchoredAnnotation {
  const placed = found.filter(({ ranges }) => ranges.length > 0);
  if (placed.length <= 1) return placed[0] ?? found[0]!;
  const { annotation } = placed[0]!;
  return { annotation, state: 'ambiguous', ranges: [], reason: severalCopies };
}

export function orphan(annotation: Annotation, reason: string): AnchoredAnnotation {
  return { annotation, state: 'orphaned', ranges: [], reason };
}

const messageGone = 'The message is no longer in the file.';
const severalCopies =
  'The file holds several copies of the message, and it stands in more than one.';
