import type { Annotation, Reply } from './annotation';

/**
 * The annotation with another note in one of its replies.
 *
 * @returns undefined when the reply is no longer there as it was
 */
export function replaceReply(
  annotation: Annotation,
  reply: Reply,
  note: string,
): Annotation | undefined {
  return editReply(annotation, reply, [{ ...reply, note }]);
}

/**
 * The annotation without one of its replies.
 *
 * @returns undefined when the reply is no longer there as it was
 */
export function removeReply(annotation: Annotation, reply: Reply): Annotation | undefined {
  return editReply(annotation, reply, []);
}

function editReply(
  { replies = [], ...said }: Annotation,
  { by, created, note }: Reply,
  replacement: readonly Reply[],
): Annotation | undefined {
  const index = replies.findIndex(
    (it) => it.by === by && it.created === created && it.note === note,
  );
  if (index < 0) return undefined;
  const edited = [...replies.slice(0, index), ...replacement, ...replies.slice(index + 1)];
  return edited.length > 0 ? { ...said, replies: edited } : said;
}
