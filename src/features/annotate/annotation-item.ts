import * as vscode from 'vscode';
import type { AnchoredAnnotation } from '../../core/annotation/anchor/anchored-annotation';
import type { Annotation } from '../../core/annotation/annotation';
import { plainNote } from '../../core/annotation/plain-note';
import { shorten } from '../../core/text/shorten';
import { kindPresentations } from './annotation-kinds';
import { signatureOf, subjectOf } from './describe-annotation';

/** A view beside the text has room for some forty letters: both the passage and the note begin in it. */
const longestLabel = 28;
const longestText = 160;

/**
 * An annotation as a row of a view: its passage, then what is said about it. Everything that the icon
 * and the pointer tell stands in the row's accessible label too.
 *
 * @param byId the annotations among which the ends of a relation are
 * @param line where the passage begins, from 1; absent when it has no place
 */
export function annotationItem(
  found: AnchoredAnnotation,
  byId: ReadonlyMap<string, Annotation>,
  line?: number,
): vscode.TreeItem {
  const { annotation, state, reason } = found;
  const { label, icon } = kindPresentations[annotation.kind];
  const quote = shorten(subjectOf(annotation, byId), longestText);
  const place = line === undefined ? '' : vscode.l10n.t('line {0}', line);
  const said = joined([standingOf(found), ...whatIsSaid(annotation)], ' · ');
  const item = new vscode.TreeItem(shorten(quote, said ? longestLabel : longestText) || label);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.description = said;
  item.tooltip = joined(
    [
      joined([label, annotation.type, annotation.entity, place], ' · '),
      quote && `“${quote}”`,
      plainNote(annotation.note ?? ''),
      joined(annotation.tags?.map((tag) => `#${tag}`) ?? [], ' '),
      signatureOf(annotation),
      state === 'exact' ? '' : reason,
    ],
    '\n',
  );
  item.accessibilityInformation = {
    label: joined([`${label}: ${quote || said}`, quote && said, annotation.by, place], ', '),
  };
  item.contextValue = annotation.kind === 'relation' ? 'relation' : 'annotation';
  return item;
}

/** What a reader has to know before relying on an annotation; empty when there is nothing. */
function standingOf({ annotation, state }: AnchoredAnnotation): string {
  if (annotation.status === 'suggested') return vscode.l10n.t('suggested');
  if (annotation.status === 'rejected') return vscode.l10n.t('rejected');
  // One that moved with its text stands where it was made.
  if (state === 'exact' || state === 'moved') return '';
  const states = {
    edited: vscode.l10n.t('edited'),
    ambiguous: vscode.l10n.t('ambiguous'),
    orphaned: vscode.l10n.t('orphaned'),
  };
  return states[state];
}

function whatIsSaid({ type, entity, note, tags }: Annotation): (string | undefined)[] {
  return [
    type,
    entity,
    shorten(plainNote(note ?? ''), longestText),
    ...(tags ?? []).map((tag) => `#${tag}`),
  ];
}

function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter(Boolean).join(separator);
}
