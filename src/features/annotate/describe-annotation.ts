import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { plainNote } from '../../core/annotation/plain-note';
import { kindPresentations } from './annotation-kinds';

/** An annotation as a row of a pick list. */
export function describeAnnotation(annotation: Annotation): vscode.QuickPickItem {
  const { label, icon } = kindPresentations[annotation.kind];
  return {
    label: `$(${icon}) ${oneLine(plainNote(annotation.note ?? annotation.entity ?? label), 80)}`,
    description: annotation.by ?? '',
    detail: oneLine(quoteOf(annotation), 120),
  };
}

/** The passages of an annotation, one after the other. */
export function quoteOf({ target }: Annotation): string {
  return target.map(({ quote }) => quote).join(' … ');
}

/** How many annotations, in words. */
export function annotationCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 annotation') : vscode.l10n.t('{0} annotations', count);
}

/** Text on one line, cut to `length` UTF-16 units at a grapheme-safe place. */
export function oneLine(text: string, length: number): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}
