import * as vscode from 'vscode';
import type { Host } from '../../host/host';
import { loadArchive } from '../archive/load-archive';
import { itemOf, reviewCount } from './review-items';
import {
  choicesOf,
  referenceOfReviewRow,
  sourceRows,
  type ReviewReference,
  type Row,
} from './review-rows';

export const reviewViewId = 'archiveAnnotator.review';

/**
 * The view *Needs Review*: what a merge left open, what was edited, is ambiguous, was lost or only
 * suggested, by source.
 */
export function registerReviewView(host: Host): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    async getChildren(row) {
      if (row?.type === 'source') return [...row.rows];
      if (row?.type === 'annotation') return choicesOf(row);
      if (row) return [];
      await loadArchive(host);
      const sources = sourceRows(host);
      const count = sources.reduce((sum, { rows }) => sum + rows.length, 0);
      const tooltip = reviewCount(count);
      view.badge = count > 0 ? { value: count, tooltip } : undefined;
      return sources;
    },
    getTreeItem: itemOf,
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

let reviewView: vscode.TreeView<Row> | undefined;

/** The decision that a key press in the view is about. */
export function reviewedInView(): ReviewReference | undefined {
  const [row] = reviewView?.selection ?? [];
  return row && row.type !== 'source' ? referenceOfReviewRow(row) : undefined;
}

/** Shows the list and puts the focus into it. */
export async function openReview(): Promise<void> {
  await vscode.commands.executeCommand(`${reviewViewId}.focus`);
}
