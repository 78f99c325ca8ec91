import * as vscode from 'vscode';
import type {
  AnchorCandidate,
  AnchoredAnnotation,
} from '../../core/annotation/anchor/anchored-annotation';
import { reviewReason, type ReviewReason } from '../../core/annotation/review';
import type { Host } from '../../host/host';
import { fileNameOf } from '../../host/messages';
import { kindPresentations } from '../annotate/annotation-kinds';
import { oneLine } from '../annotate/describe-annotation';
import { reviewTooltip } from './review-tooltip';

export const reviewViewId = 'archiveAnnotator.review';

interface SourceRow {
  readonly type: 'source';
  readonly uri: vscode.Uri;
  readonly rows: readonly ReviewRow[];
}

/** An annotation that waits for a person. */
export interface ReviewRow {
  readonly type: 'annotation';
  readonly uri: vscode.Uri;
  readonly found: AnchoredAnnotation;
  readonly reason: ReviewReason;
}

/** A place to which an ambiguous annotation may belong. */
export interface CandidateRow {
  readonly type: 'candidate';
  readonly uri: vscode.Uri;
  readonly found: AnchoredAnnotation;
  readonly candidate: AnchorCandidate;
  readonly number: number;
}

/** The argument that a row of the view passes to a command. */
export interface ReviewReference {
  readonly uri: vscode.Uri;
  readonly id: string;
  /** Which of the candidates, from 0. */
  readonly candidate?: number;
}

type Row = SourceRow | ReviewRow | CandidateRow;

const icons: Record<ReviewReason, string> = {
  suggested: 'lightbulb',
  edited: 'diff-modified',
  ambiguous: 'git-compare',
  orphaned: 'debug-disconnect',
};

/** The view *Needs Review*: what was edited, is ambiguous, was lost or only suggested, by source. */
export function registerReviewView(host: Host): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    async getChildren(row) {
      if (row?.type === 'source') return [...row.rows];
      if (row?.type === 'annotation') return candidatesOf(row);
      if (row) return [];
      await host.archive.load();
      const sources = sourceRows(host);
      const count = sources.reduce((sum, { rows }) => sum + rows.length, 0);
      const tooltip = vscode.l10n.t('{0} annotations need review', count);
      view.badge = count > 0 ? { value: count, tooltip } : undefined;
      return sources;
    },
    getTreeItem: (row) => (row.type === 'source' ? sourceItem(row) : itemOf(row)),
    getParent: (row) =>
      row.type === 'annotation'
        ? sourceRows(host).find(({ uri }) => uri.toString() === row.uri.toString())
        : undefined,
  };
  const view = vscode.window.createTreeView(reviewViewId, {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  reviewView = view;
  return vscode.Disposable.from(
    changed,
    view,
    host.archive.onDidChange(() => changed.fire()),
  );
}

/** The decision that a key press in the view is about. */
export function reviewedInView(): ReviewReference | undefined {
  const [row] = (reviewView?.selection ?? []) as readonly Row[];
  return row && row.type !== 'source' ? referenceOfReviewRow(row) : undefined;
}

export function referenceOfReviewRow(row: ReviewRow | CandidateRow): ReviewReference {
  const reference = { uri: row.uri, id: row.found.annotation.id };
  return row.type === 'candidate' ? { ...reference, candidate: row.number - 1 } : reference;
}

export function isReviewRow(value: unknown): value is ReviewRow | CandidateRow {
  return typeof value === 'object' && value !== null && 'found' in value && 'type' in value;
}

let reviewView: vscode.TreeView<Row> | undefined;

/** Shows the list and puts the focus into it. */
export async function openReview(): Promise<void> {
  await vscode.commands.executeCommand(`${reviewViewId}.focus`);
}

function sourceRows(host: Host): SourceRow[] {
  return host.archive.sources.flatMap(({ uri, annotations }) => {
    const rows = annotations.flatMap((found): ReviewRow[] => {
      const reason = reviewReason(found);
      return reason ? [{ type: 'annotation', uri, found, reason }] : [];
    });
    return rows.length > 0 ? [{ type: 'source' as const, uri, rows }] : [];
  });
}

function candidatesOf({ uri, found }: ReviewRow): CandidateRow[] {
  return (found.candidates ?? []).map((candidate, index) => ({
    type: 'candidate',
    uri,
    found,
    candidate,
    number: index + 1,
  }));
}

function sourceItem({ uri, rows }: SourceRow): vscode.TreeItem {
  const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Expanded);
  item.description = `${rows.length}`;
  item.iconPath = vscode.ThemeIcon.File;
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}: {1} annotations need review', fileNameOf(uri), rows.length),
  };
  return item;
}

function itemOf(row: ReviewRow | CandidateRow): vscode.TreeItem {
  return row.type === 'annotation' ? annotationItem(row) : candidateItem(row);
}

function annotationItem({ uri, found, reason }: ReviewRow): vscode.TreeItem {
  const { annotation, candidates } = found;
  const quote = oneLine(annotation.target.map((selector) => selector.quote).join(' … '), 80);
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(quote, candidates?.length ? Collapsed : None);
  item.id = `${uri.toString()}#${annotation.id}`;
  item.iconPath = new vscode.ThemeIcon(icons[reason]);
  item.description = [reason, oneLine(annotation.note ?? annotation.entity ?? '', 60)]
    .filter(Boolean)
    .join(' · ');
  item.tooltip = reviewTooltip(found);
  item.contextValue = `review.${reason}`;
  const { label } = kindPresentations[annotation.kind];
  item.accessibilityInformation = { label: `${label}: ${quote}. ${reason}. ${found.reason}` };
  item.command = showCommand({ uri, ranges: found.ranges });
  return item;
}

function candidateItem({ uri, candidate, number, found }: CandidateRow): vscode.TreeItem {
  const label = vscode.l10n.t('Candidate {0}', number);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = `${uri.toString()}#${found.annotation.id}#${number}`;
  item.iconPath = new vscode.ThemeIcon('location');
  item.description = `${Math.round(candidate.score * 100)} %`;
  item.contextValue = 'review.candidate';
  item.command = showCommand({ uri, ranges: candidate.ranges });
  return item;
}

function showCommand(place: Pick<AnchorCandidate, 'ranges'> & { uri: vscode.Uri }): vscode.Command {
  return {
    command: 'archiveAnnotator.showPassage',
    title: vscode.l10n.t('Show Passage'),
    arguments: [place],
  };
}
