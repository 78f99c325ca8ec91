import * as vscode from 'vscode';
import { plainNote } from '../../core/annotation/plain-note';
import { shorten } from '../../core/text/shorten';
import { signatureOf } from '../annotate/describe-annotation';
import type { SeenRelation } from './find-relation';
import { relationWords } from './relation-words';

/**
 * A relation as a row under one of its ends: which way it leads, what it says, what stands at the other end.
 *
 * @param line where the other end begins, from 1; absent when it has no place
 */
export function relationItem(seen: SeenRelation, line?: number): vscode.TreeItem {
  const { annotation } = seen.relation;
  const { icon, type, other, spoken } = relationWords(seen);
  const note = shorten(plainNote(annotation.note ?? ''), 160);
  const status = annotation.status === 'suggested' ? vscode.l10n.t('suggested') : '';
  const item = new vscode.TreeItem(type);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.description = [other, status, note].filter(Boolean).join(' · ');
  const place = line === undefined ? '' : vscode.l10n.t('line {0}', line);
  item.tooltip = [[spoken, place].filter(Boolean).join(' · '), note, signatureOf(annotation)]
    .filter(Boolean)
    .join('\n');
  item.accessibilityInformation = {
    label: [spoken, status, note, place].filter(Boolean).join(', '),
  };
  item.contextValue = 'relation';
  return item;
}
