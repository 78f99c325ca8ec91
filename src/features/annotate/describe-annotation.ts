import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { plainNote } from '../../core/annotation/plain-note';
import { shorten } from '../../core/text/shorten';
import { kindPresentations } from './annotation-kinds';

/** An annotation as a row of a pick list: what it says, then its passage. */
export function describeAnnotation(annotation: Annotation): vscode.QuickPickItem {
  const { label, icon } = kindPresentations[annotation.kind];
  return {
    label: `$(${icon}) ${shorten(plainNote(annotation.note ?? annotation.entity ?? label), 80)}`,
    description: annotation.by ?? '',
    detail: shorten(quoteOf(annotation), 120),
  };
}

/** The passages of an annotation, one after the other. */
export function quoteOf({ target }: Annotation): string {
  return target.map(({ quote }) => quote).join(' … ');
}

/** Who made an annotation, and on which day; empty when it says neither. */
export function signatureOf({ by, created = '' }: Annotation): string {
  return [by, created.slice(0, 10)].filter(Boolean).join(', ');
}

/**
 * What an annotation is about, in words: its passage; of a relation, what stands at its two ends.
 *
 * @param byId the annotations among which the ends of a relation are
 */
export function subjectOf(annotation: Annotation, byId: ReadonlyMap<string, Annotation>): string {
  if (annotation.kind !== 'relation') return quoteOf(annotation);
  const [from, to] = [annotation.from, annotation.to].map((id) => endText(byId.get(id ?? '')));
  return `${from} → ${to}`;
}

/** Annotations by their ids. */
export function annotationsById(
  all: readonly { readonly annotation: Annotation }[],
): ReadonlyMap<string, Annotation> {
  return new Map(all.map(({ annotation }) => [annotation.id, annotation]));
}

/** An end of a relation in words; of a note on the whole source the note itself. */
export function endText(end: Annotation | undefined): string {
  if (!end) return vscode.l10n.t('(deleted)');
  const words = quoteOf(end) || plainNote(end.note ?? '') || kindPresentations[end.kind].label;
  return shorten(words, 60);
}

/** How many annotations, in words. */
export function annotationCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 annotation') : vscode.l10n.t('{0} annotations', count);
}
