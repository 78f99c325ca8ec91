import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { toTimestamp } from '../../core/annotation/new-annotation';
import { retagged } from '../../core/annotation/note-tags';
import { pointAt } from '../../core/annotation/review';
import type { Host } from '../../host/host';
import { sourceTextOf, toTextRange } from '../../host/text-conversion';
import { targetOf } from './annotation-arguments';
import { askNote } from './ask-note';
import { kindPresentations } from './annotation-kinds';
import { describeAnnotation } from './describe-annotation';
import { findAnnotation, type AnnotationReference, type FoundAnnotation } from './find-annotation';
import { knownTermsOf } from './known-terms-of';

async function replace(host: Host, document: vscode.TextDocument, annotation: Annotation) {
  await host.annotations.change(document, [
    { replace: { ...annotation, modified: toTimestamp(Date.now()) } },
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
    return replace(host, document, { ...annotation, ...changed });
  }
  const quote = annotation.target.map((selector) => selector.quote).join(' … ');
  const { kind, note = '', tags: old = [], ...said } = annotation;
  const known = await knownTermsOf(host, document, 'tags');
  const written = await askNote({ kind, quote, present: { note, tags: old }, tags: known });
  if (!written) return;
  const tags = retagged(old, written.tags);
  const text = written.note ? { note: written.note } : {};
  await replace(host, document, { ...said, kind, ...text, ...(tags.length > 0 ? { tags } : {}) });
}

/** Deletes an annotation; it can be brought back from the message that says so, or by undo. */
export async function removeAnnotation(host: Host, given?: AnnotationReference): Promise<void> {
  const reference = await findAnnotation(host, given);
  if (!reference) return;
  const { document, found } = reference;
  await host.annotations.change(document, [{ remove: found.annotation.id }]);
  if (given?.id) return;
  const undo = vscode.l10n.t('Undo');
  const { label } = kindPresentations[found.annotation.kind];
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} deleted.', label),
    undo,
  );
  if (answer === undo) await host.annotations.change(document, [{ add: found.annotation }]);
}

/** Points an annotation at another passage: the given range, or the selection. */
export async function reattachAnnotation(host: Host, given?: AnnotationReference): Promise<void> {
  const { document, ranges } = await targetOf(given);
  const reference =
    given?.id !== undefined
      ? await findAnnotation(host, { ...given, uri: document.uri })
      : await askUnplaced(host, document);
  if (!reference) return;
  const source = sourceTextOf(document);
  const textRanges = ranges.map((range) => toTextRange(source, range));
  if (textRanges.length === 0 || textRanges.some(({ start, end }) => end <= start)) {
    throw new Error(vscode.l10n.t('Select the passage that the annotation is about.'));
  }
  await replace(host, document, pointAt(reference.found.annotation, textRanges, source));
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
