import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { toTimestamp } from '../../core/annotation/new-annotation';
import { pointAt } from '../../core/annotation/review';
import { authorOf } from '../../host/author';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import type { Host } from '../../host/host';
import { sourceTextOf, toTextRange } from '../../host/text-conversion';
import { targetOf, toUri, type AnnotationArguments } from './annotation-arguments';
import { askNote } from './ask-annotation';
import { kindPresentations } from './annotation-kinds';
import { describeAnnotation } from './describe-annotation';

/** The argument of the commands that work on one annotation. */
export interface AnnotationReference extends AnnotationArguments {
  readonly id?: string;
}

interface Found {
  readonly document: vscode.TextDocument;
  readonly found: AnchoredDocumentAnnotation;
}

/**
 * The annotation that a command was called for: by id, else those at the cursor (asking when there
 * are several, innermost first). Undefined when the user leaves.
 */
async function findAnnotation(
  host: Host,
  given: AnnotationReference | undefined,
): Promise<Found | undefined> {
  if (given?.id && given.uri) {
    const document = await vscode.workspace.openTextDocument(toUri(given.uri));
    const found = (await host.annotations.load(document)).find(
      ({ annotation }) => annotation.id === given.id,
    );
    if (!found) throw new Error(vscode.l10n.t('There is no annotation {0} here.', given.id));
    return { document, found };
  }
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error(vscode.l10n.t('Place the cursor in an annotated passage first.'));
  const { document } = editor;
  await host.annotations.load(document);
  const offset = sourceTextOf(document).offsetAt(editor.selection.active);
  const here = host.annotations.at(document, offset);
  if (here.length === 0) throw new Error(vscode.l10n.t('There is no annotation at the cursor.'));
  if (here.length === 1) return { document, found: here[0]! };
  const items = here.map((found) => ({ ...describeAnnotation(found.annotation), found }));
  const placeHolder = vscode.l10n.t('Which annotation?');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  return picked && { document, found: picked.found };
}

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
  const note = await askNote(annotation.kind, quote, annotation.note);
  if (note !== undefined) await replace(host, document, { ...annotation, note });
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

/** Adds a reply to an annotation. */
export async function replyToAnnotation(host: Host, given?: AnnotationReference): Promise<void> {
  const reference = await findAnnotation(host, given);
  if (!reference) return;
  const { document, found } = reference;
  const { annotation } = found;
  const note = given?.note ?? (await askNote(annotation.kind, annotation.note ?? ''));
  if (note === undefined) return;
  const by = await authorOf(host.git, document.uri);
  if (!by) {
    throw new Error(
      vscode.l10n.t(
        'Set your name first: the setting “archiveAnnotator.author”, or git’s user.name.',
      ),
    );
  }
  const replies = [...(annotation.replies ?? []), { by, created: toTimestamp(Date.now()), note }];
  await host.annotations.change(document, [{ replace: { ...annotation, replies } }]);
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
async function askUnplaced(host: Host, document: vscode.TextDocument): Promise<Found | undefined> {
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
