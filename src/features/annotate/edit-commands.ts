import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { toTimestamp } from '../../core/annotation/new-annotation';
import { retagged } from '../../core/annotation/note-tags';
import { withItsRelations } from '../../core/annotation/relations';
import { pointAt } from '../../core/annotation/review';
import { shorten } from '../../core/text/shorten';
import type { AnnotationWriting } from '../../host/annotation-changes';
import type { Host } from '../../host/host';
import { messageOf } from '../../host/log';
import { sourceTextOf, toTextRange } from '../../host/text-conversion';
import { noPassage } from './annotate-command';
import { targetOf } from './annotation-arguments';
import { kindPresentations, selectionKinds } from './annotation-kinds';
import { askKind } from './ask-annotation';
import { askEntity } from './ask-entity';
import { askNote } from './ask-note';
import { annotationsById, describeAnnotation, quoteOf, subjectOf } from './describe-annotation';
import { findAnnotation, type AnnotationReference, type FoundAnnotation } from './find-annotation';
import { knownTermsOf } from './known-terms-of';
import { undoWriting } from './undo-annotation';

async function replace(host: Host, { document, found }: FoundAnnotation, annotation: Annotation) {
  await host.annotations.change(document, [
    { replace: { ...annotation, modified: toTimestamp(Date.now()) }, base: found.annotation },
  ]);
}

/** Changes what an annotation says: its note, tags, type or entity. */
export async function editAnnotation(host: Host, given?: AnnotationReference): Promise<void> {
  const reference = await findAnnotation(host, given);
  if (!reference) return;
  const { document, found } = reference;
  const { annotation } = found;
  const changed = {
    ...(given?.kind !== undefined ? { kind: given.kind } : {}),
    ...(given?.note !== undefined ? { note: given.note } : {}),
    ...(given?.tags !== undefined ? { tags: given.tags } : {}),
    ...(given?.entity !== undefined ? { entity: given.entity } : {}),
    ...(given?.type !== undefined ? { type: given.type } : {}),
  };
  if (Object.keys(changed).length > 0) {
    return replace(host, reference, { ...annotation, ...changed });
  }
  const quote = subjectOf(annotation, annotationsById(host.annotations.current(document)));
  const { kind, note = '', tags: old = [], ...said } = annotation;
  const known = await knownTermsOf(host, document, 'tags');
  const written = await askNote({ kind, quote, present: { note, tags: old }, tags: known });
  if (!written) return;
  const tags = retagged(old, written.tags);
  const text = written.note ? { note: written.note } : {};
  await replace(host, reference, { ...said, kind, ...text, ...(tags.length > 0 ? { tags } : {}) });
}

/** Gives an annotation another kind, an entity another meaning; note, tags and replies stay. */
export async function changeKind(host: Host, given?: AnnotationReference): Promise<void> {
  const reference = await findAnnotation(host, given);
  if (!reference) return;
  const { document, found } = reference;
  const { entity: old, ...said } = found.annotation;
  void old;
  if (said.target.length === 0) {
    throw new Error(vscode.l10n.t('Only an annotation of a passage can be of another kind.'));
  }
  const kind = given?.kind ?? (await askKind(selectionKinds, said.kind));
  if (!kind) return;
  if (kind !== 'entity') return replace(host, reference, { ...said, kind });
  const quote = quoteOf(found.annotation);
  const meant = given?.entity ?? (await askEntity(host, document, quote));
  if (meant) await replace(host, reference, { ...said, kind, entity: meant });
}

/**
 * Deletes an annotation and the relations that it is an end of; they can be brought back from the message
 * that says so, or by undo.
 */
export async function removeAnnotation(host: Host, given?: AnnotationReference): Promise<void> {
  const reference = await findAnnotation(host, given);
  if (!reference) return;
  const { document, found } = reference;
  const all = host.annotations.current(document);
  const gone = withItsRelations(found.annotation, all);
  const message = deletedMessage(gone, annotationsById(all));
  const writing = await host.annotations.change(
    document,
    gone.map((annotation) => ({ remove: annotation.id, base: annotation })),
  );
  void offerBack(host, writing, message);
}

function deletedMessage(
  [annotation, ...relations]: readonly Annotation[],
  byId: ReadonlyMap<string, Annotation>,
): string {
  const { kind, note = '' } = annotation!;
  const about = shorten(subjectOf(annotation!, byId) || note, 60);
  const { label } = kindPresentations[kind];
  if (relations.length === 0) return vscode.l10n.t('{0} “{1}” deleted.', label, about);
  return relations.length === 1
    ? vscode.l10n.t('{0} “{1}” and its relation deleted.', label, about)
    : vscode.l10n.t('{0} “{1}” and its {2} relations deleted.', label, about, relations.length);
}

async function offerBack(host: Host, writing: AnnotationWriting, message: string) {
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(message, undo)) !== undo) return;
  try {
    await undoWriting(host, writing);
  } catch (error) {
    void vscode.window.showErrorMessage(messageOf(error));
  }
}

/** Points an annotation at another passage: the given range, or the selection. */
export async function reattachAnnotation(host: Host, given?: AnnotationReference): Promise<void> {
  const { document, ranges } = await targetOf(given);
  // A word that the cursor happens to stand on is no passage that somebody chose.
  if (!given?.range && vscode.window.activeTextEditor?.selection.isEmpty !== false) {
    throw new Error(noPassage());
  }
  const reference =
    given?.id !== undefined
      ? await findAnnotation(host, { ...given, uri: document.uri })
      : await askUnplaced(host, document);
  if (!reference) return;
  const source = sourceTextOf(document);
  const textRanges = ranges.map((range) => toTextRange(source, range));
  if (textRanges.length === 0 || textRanges.some(({ start, end }) => end <= start)) {
    throw new Error(noPassage());
  }
  await replace(host, reference, pointAt(reference.found.annotation, textRanges, source));
}

/** Asks which of the annotations without a place shall be attached to the selection. */
async function askUnplaced(
  host: Host,
  document: vscode.TextDocument,
): Promise<FoundAnnotation | undefined> {
  const all = await host.annotations.load(document);
  const unplaced = all.filter(
    ({ ranges, annotation }) => ranges.length === 0 && annotation.target.length > 0,
  );
  const items = (unplaced.length > 0 ? unplaced : all).map((found) => ({
    ...describeAnnotation(found.annotation),
    found,
  }));
  const placeHolder = vscode.l10n.t('Which annotation shall point at the selection?');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  return picked && { document, found: picked.found };
}
