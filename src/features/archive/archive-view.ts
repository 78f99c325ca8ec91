import * as vscode from 'vscode';
import { groupings, type Grouping } from '../../core/annotation/group-annotations';
import type { Host } from '../../host/host';
import { fileNameOf } from '../../host/messages';
import { annotationItem } from '../annotate/annotation-item';
import { annotationCount } from '../annotate/describe-annotation';
import { registerCommand } from '../register-command';
import {
  annotationRows,
  groupRows,
  sourceRows,
  type ArchivedRow,
  type ArchiveRow,
  type GroupRow,
  type SourceRow,
} from './archive-rows';
import { loadArchive } from './load-archive';

export const archiveViewId = 'archiveAnnotator.archive';
const groupingKey = 'archive.grouping';

/** The view *Archive*: every annotation of the workspace, grouped and filtered as the user likes. */
export function registerArchiveView(host: Host): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let filter = '';
  const grouping = () => host.context.workspaceState.get<Grouping>(groupingKey, 'folder');
  const provider: vscode.TreeDataProvider<ArchiveRow> = {
    onDidChangeTreeData: changed.event,
    async getChildren(row) {
      if (row?.type === 'group') return sourceRows(row);
      if (row?.type === 'source') return annotationRows(host, row);
      if (row) return [];
      await loadArchive(host);
      const groups = groupRows(host, grouping(), filter);
      describe(groups);
      return groups;
    },
    getTreeItem: itemOf,
  };
  const view = vscode.window.createTreeView(archiveViewId, {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  archiveView = view;
  const describe = (groups: readonly GroupRow[]) => {
    view.description = filter === '' ? '' : `“${filter}”`;
    const found = filter !== '' && groups.length === 0;
    view.message = found ? vscode.l10n.t('No annotation has “{0}”.', filter) : '';
  };
  const setFilter = (text: string) => {
    filter = text.trim();
    void vscode.commands.executeCommand('setContext', `${archiveViewId}.filtered`, filter !== '');
    changed.fire();
  };
  return vscode.Disposable.from(
    changed,
    view,
    host.archive.onDidChange(() => changed.fire()),
    registerCommand(host, 'groupArchive', async (given?: { by?: Grouping }) => {
      const by = given?.by ?? (await askGrouping(grouping()));
      if (!by) return;
      await host.context.workspaceState.update(groupingKey, by);
      changed.fire();
    }),
    registerCommand(host, 'filterArchive', async (given?: { text?: string }) => {
      const text = given?.text ?? (await askFilter(filter));
      if (text === undefined) return;
      setFilter(text);
      await vscode.commands.executeCommand(`${archiveViewId}.focus`);
    }),
    registerCommand(host, 'clearArchiveFilter', () => setFilter('')),
  );
}

let archiveView: vscode.TreeView<ArchiveRow> | undefined;

/** The annotation that a key press in the view is about. */
export function selectedInArchive(): ArchivedRow | undefined {
  const row = archiveView?.selection[0];
  return row?.type === 'archived' ? row : undefined;
}

async function askGrouping(present: Grouping): Promise<Grouping | undefined> {
  const labels: Record<Grouping, string> = {
    folder: vscode.l10n.t('Folder'),
    tag: vscode.l10n.t('Tag'),
    type: vscode.l10n.t('Type'),
    author: vscode.l10n.t('Author'),
    kind: vscode.l10n.t('Kind'),
    entity: vscode.l10n.t('Entity'),
  };
  const items = groupings.map((by) => ({
    label: labels[by],
    description: by === present ? vscode.l10n.t('now') : '',
    by,
  }));
  const placeHolder = vscode.l10n.t('Group the archive’s annotations by');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.by;
}

async function askFilter(value: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    value,
    placeHolder: vscode.l10n.t('Words of quotes, notes and replies; #tag; @author'),
    prompt: vscode.l10n.t('Show annotations that have all of this. Leave empty to show all.'),
  });
}

function itemOf(row: ArchiveRow): vscode.TreeItem {
  if (row.type === 'group') return groupItem(row);
  return row.type === 'source' ? sourceItem(row) : archivedItem(row);
}

/** So few annotations that were searched for are shown at once, without opening group by group. */
const mostShownAtOnce = 50;

function groupItem({ label, icon, annotations, filter }: GroupRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, stateOf(annotations.length, filter));
  item.id = `${filter}\n${label}`;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.description = `${annotations.length}`;
  item.accessibilityInformation = { label: `${label}: ${annotationCount(annotations.length)}` };
  return item;
}

function stateOf(count: number, filter: string): vscode.TreeItemCollapsibleState {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  return filter !== '' && count <= mostShownAtOnce ? Expanded : Collapsed;
}

function sourceItem({ uri, group, annotations, filter }: SourceRow): vscode.TreeItem {
  const item = new vscode.TreeItem(uri, stateOf(annotations.length, filter));
  item.id = `${filter}\n${group}\n${uri.toString()}`;
  item.iconPath = vscode.ThemeIcon.File;
  item.description = `${annotations.length}`;
  item.accessibilityInformation = {
    label: `${fileNameOf(uri)}: ${annotationCount(annotations.length)}`,
  };
  return item;
}

function archivedItem({ uri, group, found, byId, filter }: ArchivedRow): vscode.TreeItem {
  const { annotation, ranges } = found;
  const item = annotationItem(found, byId);
  item.id = `${filter}\n${group}\n${uri.toString()}#${annotation.id}`;
  item.command = {
    command: 'archiveAnnotator.showPassage',
    title: vscode.l10n.t('Show Passage'),
    arguments: [{ uri, ranges }],
  };
  return item;
}
