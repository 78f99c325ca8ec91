import * as vscode from 'vscode';
import { toTimestamp } from '../../core/annotation/new-annotation';
import type { Host } from '../../host/host';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { removeAnnotation } from '../annotate/edit-commands';
import { typeAnnotation } from '../annotate/term-commands';
import { findRelation, type FoundRelation, type RelationReference } from './find-relation';

/** Goes from an annotation to the one that it is related to. */
export async function goToRelated(host: Host, given?: RelationReference): Promise<void> {
  const found = await findRelation(host, given);
  if (!found) return;
  const { document, seen } = found;
  const [place] = seen.other?.ranges ?? [];
  if (!place) {
    throw new Error(vscode.l10n.t('The other end of the relation has no place in this text.'));
  }
  const { start } = toEditorRange(sourceTextOf(document), place);
  // The cursor stands in the passage: the same key leads back.
  const selection = new vscode.Range(start, start);
  await vscode.window.showTextDocument(document, { selection });
}

/** Gives the relation at the cursor another type. */
export async function setRelationType(host: Host, given?: RelationReference): Promise<void> {
  const found = await findRelation(host, given);
  if (!found) return;
  await typeAnnotation(host, { ...referenceOf(found), ...pickType(given) });
}

function pickType(given: RelationReference | undefined): Pick<RelationReference, 'type'> {
  return given?.type === undefined ? {} : { type: given.type };
}

/** Lets a relation lead the other way. */
export async function turnRelation(host: Host, given?: RelationReference): Promise<void> {
  const found = await findRelation(host, given);
  if (!found) return;
  const { document, seen } = found;
  const base = seen.relation.annotation;
  const { from, to, ...said } = base;
  const modified = toTimestamp(Date.now());
  const turned = { ...said, ...(to ? { from: to } : {}), ...(from ? { to: from } : {}), modified };
  await host.annotations.change(document, [{ replace: turned, base }]);
}

/** Deletes the relation at the cursor; what it related stays. */
export async function removeRelation(host: Host, given?: RelationReference): Promise<void> {
  const found = await findRelation(host, given);
  if (found) await removeAnnotation(host, referenceOf(found));
}

function referenceOf({ document, seen }: FoundRelation) {
  return { uri: document.uri, id: seen.relation.annotation.id };
}
