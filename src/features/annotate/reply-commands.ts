import * as vscode from 'vscode';
import { toTimestamp } from '../../core/annotation/new-annotation';
import { joinNoteTags } from '../../core/annotation/note-tags';
import { withOpinion, type Opinion } from '../../core/annotation/opinions';
import { authorOf } from '../../host/author';
import type { Host } from '../../host/host';
import { askNote, type NoteQuestion } from './ask-note';
import { findAnnotation, type AnnotationReference } from './find-annotation';

/** Adds a reply to an annotation. */
export async function replyToAnnotation(host: Host, given?: AnnotationReference): Promise<void> {
  const reference = await findAnnotation(host, given);
  if (!reference) return;
  const { document, found } = reference;
  const { annotation } = found;
  const asked = { kind: annotation.kind, quote: annotation.note ?? '' };
  const note = given?.note ?? (await askReply(asked));
  if (note === undefined) return;
  const by = await signature(host, document.uri);
  const replies = [...(annotation.replies ?? []), { by, created: toTimestamp(Date.now()), note }];
  await host.annotations.change(document, [
    { replace: { ...annotation, replies }, base: annotation },
  ]);
}

/** A reply has no tags: what is typed is its note. */
async function askReply(question: NoteQuestion): Promise<string | undefined> {
  const written = await askNote(question);
  return written && joinNoteTags(written.note, written.tags);
}

/** Agrees or disagrees with an annotation; the same a second time takes it back. */
export async function giveOpinion(
  host: Host,
  opinion: Opinion,
  given?: AnnotationReference,
): Promise<void> {
  const reference = await findAnnotation(host, given);
  if (!reference) return;
  const { document, found } = reference;
  const by = await signature(host, document.uri);
  const changed = withOpinion(found.annotation, opinion, by, toTimestamp(Date.now()));
  await host.annotations.change(document, [{ replace: changed, base: found.annotation }]);
}

/** The name that a reply needs. */
async function signature(host: Host, source: vscode.Uri): Promise<string> {
  const by = await authorOf(host.git, source);
  if (by) return by;
  throw new Error(
    vscode.l10n.t(
      'Set your name first: the setting “archiveAnnotator.author”, or git’s user.name.',
    ),
  );
}
