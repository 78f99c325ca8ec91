import type * as vscode from 'vscode';
import { knownTerms, type KnownTerm } from '../../core/annotation/known-terms';
import type { TermList } from '../../core/annotation/vocabulary';
import type { Host } from '../../host/host';

/**
 * The types or tags that can be offered for a document: its vocabulary's, then those in use in it and
 * in the archive as far as that is loaded. Relations have types of their own, and what is said of a
 * passage is no type of a relation.
 */
export async function knownTermsOf(
  host: Host,
  document: vscode.TextDocument,
  list: TermList,
  of: 'passages' | 'relations' = 'passages',
): Promise<KnownTerm[]> {
  const stored = await host.vocabularies.of(document.uri);
  const own = host.annotations.current(document);
  const others = host.archive.sources.filter(
    ({ uri }) => uri.toString() !== document.uri.toString(),
  );
  const all = [own, ...others.map(({ annotations }) => annotations)].flat();
  return knownTerms(
    list,
    stored?.vocabulary,
    all
      .map(({ annotation }) => annotation)
      .filter(({ kind }) => list === 'tags' || (kind === 'relation') === (of === 'relations')),
  );
}
