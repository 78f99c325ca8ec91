import * as vscode from 'vscode';
import { newAnnotation } from '../../core/annotation/new-annotation';
import { sameRelation } from '../../core/annotation/relations';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import { authorOf } from '../../host/author';
import type { Host } from '../../host/host';
import { sourceTextOf } from '../../host/text-conversion';
import { toUri } from '../annotate/annotation-arguments';
import { askType } from '../annotate/ask-tags';
import { endText } from '../annotate/describe-annotation';
import { findAnnotation, type AnnotationReference } from '../annotate/find-annotation';
import { knownTermsOf } from '../annotate/known-terms-of';
import { askOtherEnd } from './ask-other-end';
import { relationType } from './relation-words';

/** The argument of *Relate Annotation to Another*. */
export interface RelateArguments extends AnnotationReference {
  /** The annotations that are related, by their ids; `id` is the first one too. With both nothing is asked. */
  readonly from?: string;
  readonly to?: string;
}

interface Ends {
  readonly document: vscode.TextDocument;
  readonly from: AnchoredDocumentAnnotation;
  readonly to: AnchoredDocumentAnnotation;
}

/**
 * Relates two annotations of a document: those that are given, those at two cursors, else the one at the
 * cursor and one that is chosen. Resolves to the id of the relation; undefined when the user leaves.
 *
 * @throws Error with a sentence for the user.
 */
export async function relate(host: Host, given: RelateArguments = {}): Promise<string | undefined> {
  const ends = await findEnds(host, given);
  if (!ends) return undefined;
  const { document, from, to } = ends;
  const isComplete = given.from !== undefined && given.to !== undefined;
  const type = given.type ?? (isComplete ? '' : await askRelationType(host, ends));
  if (type === undefined) return undefined;
  const said = {
    from: from.annotation.id,
    to: to.annotation.id,
    ...(type ? { type } : {}),
  };
  const all = await host.annotations.load(document);
  if (sameRelation(said, all)) throw new Error(vscode.l10n.t('They are related so already.'));
  const by = await authorOf(host.git, document.uri);
  const relation = newAnnotation({
    kind: 'relation',
    ...said,
    ...(given.note ? { note: given.note } : {}),
    ...(given.tags ? { tags: given.tags } : {}),
    ...(by ? { by } : {}),
    source: sourceTextOf(document),
    ranges: [],
  });
  await host.annotations.change(document, [{ add: relation }]);
  const words = [endText(from.annotation), relationType(relation), endText(to.annotation)];
  void vscode.window.setStatusBarMessage(words.join(' → '), 5000);
  return relation.id;
}

async function findEnds(host: Host, given: RelateArguments): Promise<Ends | undefined> {
  const first = given.from ?? given.id;
  const cursors = first === undefined && given.to === undefined ? endsAtCursors(host) : undefined;
  if (cursors) return cursors;
  const start = await findAnnotation(host, first === undefined ? undefined : withId(given, first));
  if (!start) return undefined;
  const { document, found: from } = start;
  if (from.annotation.kind === 'relation') {
    throw new Error(
      vscode.l10n.t('A relation stands between two annotations, not between relations.'),
    );
  }
  const all = await host.annotations.load(document);
  const to =
    given.to === undefined
      ? await askOtherEnd(document, from, all)
      : all.find(({ annotation }) => annotation.id === given.to);
  if (!to && given.to !== undefined) {
    throw new Error(vscode.l10n.t('There is no annotation {0} here.', given.to));
  }
  return to && { document, from, to };
}

function withId(given: RelateArguments, id: string): AnnotationReference {
  const uri = given.uri ?? vscode.window.activeTextEditor?.document.uri;
  return { ...given, id, ...(uri ? { uri: toUri(uri) } : {}) };
}

/** Two cursors in two annotations say which are meant: the first of them leads to the other. */
function endsAtCursors(host: Host): Ends | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.selections.length !== 2) return undefined;
  const { document } = editor;
  const source = sourceTextOf(document);
  const [from, to] = editor.selections.map(
    ({ active }) => host.annotations.at(document, source.offsetAt(active))[0],
  );
  if (!from || !to || from.annotation.id === to.annotation.id) return undefined;
  return { document, from, to };
}

async function askRelationType(host: Host, { document, from, to }: Ends) {
  const title = vscode.l10n.t(
    'Type of the Relation from “{0}” to “{1}”',
    endText(from.annotation),
    endText(to.annotation),
  );
  return askType(await knownTermsOf(host, document, 'types', 'relations'), undefined, title);
}
