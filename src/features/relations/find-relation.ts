import * as vscode from 'vscode';
import { relationsByEnd, type RelationSeen } from '../../core/annotation/relations';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import type { Host } from '../../host/host';
import { sourceTextOf } from '../../host/text-conversion';
import { toUri } from '../annotate/annotation-arguments';
import { nothingAtCursor, type AnnotationReference } from '../annotate/find-annotation';
import { relationWords } from './relation-words';

/** A relation as it is seen from an annotation of an open document. */
export type SeenRelation = RelationSeen<AnchoredDocumentAnnotation>;

/** The argument of the commands that work on one relation. */
export interface RelationReference extends AnnotationReference {
  /** The end from which the relation is seen, where `id` names a relation; `from` when absent. */
  readonly end?: string;
}

/** What a command about a relation works on. */
export interface FoundRelation {
  readonly document: vscode.TextDocument;
  readonly seen: SeenRelation;
}

/**
 * The relation that a command was called for: by its own id, else that of the annotation with this id,
 * else those of the annotations at the cursor (asking when there are several). Undefined when the user
 * leaves.
 *
 * @throws Error with a sentence for the user when there is none.
 */
export async function findRelation(
  host: Host,
  given: RelationReference = {},
): Promise<FoundRelation | undefined> {
  const document = given.uri
    ? await vscode.workspace.openTextDocument(toUri(given.uri))
    : vscode.window.activeTextEditor?.document;
  if (!document) throw new Error(nothingAtCursor());
  const all = await host.annotations.load(document);
  const byEnd = relationsByEnd(all);
  const own = [...byEnd].flatMap(([end, relations]) =>
    relations
      .filter(({ relation }) => relation.annotation.id === given.id)
      .map((seen) => ({ end, seen })),
  );
  if (own.length > 0) {
    const chosen =
      own.find(({ end }) => end === given.end) ?? own.find(({ seen }) => seen.outwards) ?? own[0]!;
    return { document, seen: chosen.seen };
  }
  const ends = given.id === undefined ? idsAtCursor(host, document) : [given.id];
  const relations = ends.flatMap((id) => byEnd.get(id) ?? []);
  if (relations.length === 0) {
    throw new Error(vscode.l10n.t('The annotation has no relation to another one.'));
  }
  const seen = relations.length === 1 ? relations[0] : await askRelation(relations);
  return seen && { document, seen };
}

/** The annotations at the cursor, innermost first. */
function idsAtCursor(host: Host, document: vscode.TextDocument): string[] {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) throw new Error(nothingAtCursor());
  const offset = sourceTextOf(document).offsetAt(editor.selection.active);
  const here = host.annotations.at(document, offset).map(({ annotation }) => annotation.id);
  if (here.length === 0) throw new Error(nothingAtCursor());
  return here;
}

async function askRelation(relations: readonly SeenRelation[]): Promise<SeenRelation | undefined> {
  const items = relations.map((seen) => {
    const { icon, type, other } = relationWords(seen);
    return { label: `$(${icon}) ${type}`, description: other, seen };
  });
  const placeHolder = vscode.l10n.t('Which relation?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))
    ?.seen;
}
