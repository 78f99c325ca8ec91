import * as vscode from 'vscode';
import {
  anchorStates,
  annotationKinds,
  annotationStatuses,
} from '../../core/annotation/annotation';
import { knownTerms, type KnownTerm } from '../../core/annotation/known-terms';
import type { ListedField } from '../../core/annotation/sidecar-field';
import type { TermList } from '../../core/annotation/vocabulary';
import type { Host } from '../../host/host';
import { kindPresentations } from '../annotate/annotation-kinds';

/** A value that a field can have, with what it means. */
export interface ListedValue {
  readonly value: string;
  readonly label?: string;
  readonly description?: string;
}

/** What can stand in a field of a source's sidecar; entities are too many to be listed. */
export async function listedValues(
  host: Host,
  source: vscode.Uri,
  field: Exclude<ListedField, 'entity'>,
): Promise<readonly ListedValue[]> {
  if (field === 'tags') return terms(host, source, 'tags');
  if (field === 'type') return terms(host, source, 'types');
  if (field === 'kind') {
    return annotationKinds.map((value) => {
      const { label, description } = kindPresentations[value];
      return { value, label, description };
    });
  }
  if (field === 'status') {
    const meanings = {
      suggested: vscode.l10n.t('waits for somebody to accept or reject it'),
      confirmed: vscode.l10n.t('the same as no status'),
      rejected: vscode.l10n.t('stays in the file and is shown no longer'),
    };
    return annotationStatuses.map((value) => ({ value, description: meanings[value] }));
  }
  return anchorStates.map((value) => ({ value }));
}

async function terms(host: Host, source: vscode.Uri, list: TermList): Promise<ListedValue[]> {
  const vocabulary = (await host.vocabularies.of(source))?.vocabulary;
  const own = (await host.sidecars.read(source))?.sidecar.records ?? [];
  const others = host.archive.sources.filter(({ uri }) => uri.toString() !== source.toString());
  const annotations = [
    ...own.flatMap(({ annotation }) => annotation ?? []),
    ...others.flatMap((it) => it.annotations.map(({ annotation }) => annotation)),
  ];
  return knownTerms(list, vocabulary, annotations).map(termValue);
}

function termValue({ name, description, uses, inVocabulary }: KnownTerm): ListedValue {
  const count = uses > 0 ? vscode.l10n.t('used {0}×', uses) : '';
  const origin = inVocabulary ? '' : vscode.l10n.t('not in the vocabulary');
  return { value: name, description: [description, count, origin].filter(Boolean).join(' · ') };
}
