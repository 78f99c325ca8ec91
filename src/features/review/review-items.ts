import * as vscode from 'vscode';
import type { AnchorCandidate } from '../../core/annotation/anchor/anchored-annotation';
import type { ReviewReason } from '../../core/annotation/review';
import { currentValue } from '../../core/annotation/settle-conflict';
import { shorten } from '../../core/text/shorten';
import { fileNameOf } from '../../host/messages';
import { kindPresentations } from '../annotate/annotation-kinds';
import { subjectOf } from '../annotate/describe-annotation';
import { conflictTooltip, reviewTooltip, shownValue } from './review-tooltip';
import { changeText, percent, reasonText, saidText } from './review-words';
import {
  choicesOf,
  type CandidateRow,
  type ConflictRow,
  type ReviewRow,
  type Row,
  type SourceRow,
} from './review-rows';

/** So much of a passage leaves room in a view for what is said about it. */
const longestQuote = 40;
const longestSpoken = 120;

const icons: Record<ReviewReason, string> = {
  conflict: 'git-merge',
  suggested: 'lightbulb',
  edited: 'diff-modified',
  ambiguous: 'git-compare',
  orphaned: 'debug-disconnect',
};

/** How a row of *Needs Review* looks and what it says. */
export function itemOf(row: Row): vscode.TreeItem {
  if (row.type === 'source') return sourceItem(row);
  if (row.type === 'annotation') return annotationItem(row);
  return row.type === 'candidate' ? candidateItem(row) : conflictItem(row);
}

/** How many annotations wait for a look, in words. */
export function reviewCount(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 annotation needs review')
    : vscode.l10n.t('{0} annotations need review', count);
}

function sourceItem({ uri, rows }: SourceRow): vscode.TreeItem {
  const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Expanded);
  // The file's badge counts all its annotations, and is no count of what is listed here.
  item.description = vscode.l10n.t('{0} to review', rows.length);
  item.iconPath = vscode.ThemeIcon.File;
  item.accessibilityInformation = {
    label: `${fileNameOf(uri)}: ${reviewCount(rows.length)}`,
  };
  return item;
}

function annotationItem(row: ReviewRow): vscode.TreeItem {
  const { uri, found, reason } = row;
  const { annotation } = found;
  const { label: kind } = kindPresentations[annotation.kind];
  const subject = subjectOf(annotation, row.byId);
  const why = reasonText(reason, found);
  const change = changeText(row);
  const said = saidText(annotation);
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const state = reason === 'conflict' ? Expanded : Collapsed;
  const item = new vscode.TreeItem(why, choicesOf(row).length > 0 ? state : None);
  item.id = `${uri.toString()}#${annotation.id}`;
  item.iconPath = new vscode.ThemeIcon(icons[reason]);
  item.description = [change, shorten(subject, longestQuote) || kind, said]
    .filter(Boolean)
    .join(' · ');
  item.tooltip = reviewTooltip(row);
  item.contextValue = `review.${reason}`;
  const spoken = [why, `${kind}: ${shorten(subject, longestSpoken)}`, change, said, found.reason];
  item.accessibilityInformation = { label: spoken.filter(Boolean).join('. ') };
  item.command = showCommand({ uri, ranges: found.ranges });
  return item;
}

function candidateItem({ uri, candidate, passage, number, found }: CandidateRow): vscode.TreeItem {
  const label = passage
    ? vscode.l10n.t('line {0}', passage.line)
    : vscode.l10n.t('Candidate {0}', number);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = `${uri.toString()}#${found.annotation.id}#${number}`;
  item.iconPath = new vscode.ThemeIcon('location');
  item.description = [percent(candidate.score), passage?.words].filter(Boolean).join(' · ');
  item.tooltip = item.description;
  item.accessibilityInformation = {
    label: vscode.l10n.t('Candidate {0}, {1}: {2}', number, label, item.description),
  };
  item.contextValue = 'review.candidate';
  item.command = showCommand({ uri, ranges: candidate.ranges });
  return item;
}

function conflictItem({ uri, conflict, number, found }: ConflictRow): vscode.TreeItem {
  const item = new vscode.TreeItem(conflict.field, vscode.TreeItemCollapsibleState.None);
  const current = shorten(shownValue(currentValue(found.annotation, conflict)), 60);
  const other = shorten(shownValue(conflict.value), 60);
  item.id = `${uri.toString()}#${found.annotation.id}#${number}`;
  item.iconPath = new vscode.ThemeIcon('arrow-swap');
  item.description = `${current} / ${other}`;
  item.tooltip = conflictTooltip(found.annotation, conflict);
  item.contextValue = 'review.conflict.field';
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}: now {1}, in the other version {2}', conflict.field, current, other),
  };
  item.command = showCommand({ uri, ranges: found.ranges });
  return item;
}

function showCommand(place: Pick<AnchorCandidate, 'ranges'> & { uri: vscode.Uri }): vscode.Command {
  return {
    command: 'archiveAnnotator.showPassage',
    title: vscode.l10n.t('Show Passage'),
    arguments: [place],
  };
}
