import * as vscode from 'vscode';
import { Debounce } from '../../../host/debounce';
import type { Host } from '../../../host/host';
import { messageLanguage, messagesOf } from '../../../host/messages';
import { registerCommand } from '../../register-command';
import { messageAtCursor } from '../message-at-cursor';
import { EntitiesTree, type EntitiesScope } from './entities-tree';
import type { Row } from './entity-rows';

const viewId = 'archiveAnnotator.entities';
const pauseMilliseconds = 250;

/** The view *Entities*: who and what the message in front, or the whole workspace, mentions. */
export function registerEntitiesView(host: Host): vscode.Disposable {
  const tree = new EntitiesTree(host);
  const view = vscode.window.createTreeView<Row>(viewId, {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const describe = () => {
    view.message = tree.filter ? vscode.l10n.t('Filter: {0}', tree.filter) : '';
    view.description =
      tree.scope === 'message' ? vscode.l10n.t('this message') : vscode.l10n.t('workspace');
  };
  const refresh = new Debounce<void>(pauseMilliseconds, () => {
    if (view.visible) tree.refresh();
  });
  let shown: unknown;
  const showScope = async (scope: EntitiesScope) => {
    tree.scope = scope;
    // Whoever asks for the workspace asks for a count that was stopped as well.
    if (scope === 'workspace') void host.mentionIndex.build({ again: true });
    await vscode.commands.executeCommand('setContext', 'archiveAnnotator.entitiesScope', scope);
    describe();
    await vscode.commands.executeCommand(`${viewId}.focus`);
    tree.refresh();
  };
  const showFiltered = async (filter: string) => {
    tree.filter = filter;
    const context = 'archiveAnnotator.entitiesFiltered';
    await vscode.commands.executeCommand('setContext', context, filter !== '');
    describe();
    await vscode.commands.executeCommand(`${viewId}.focus`);
    tree.refresh();
  };
  const inMessage = () => {
    if (tree.scope === 'message') refresh.schedule();
  };
  describe();
  return vscode.Disposable.from(
    view,
    tree,
    refresh,
    registerCommand(host, 'showMessageEntities', () => showScope('message')),
    registerCommand(host, 'showWorkspaceEntities', () => showScope('workspace')),
    registerCommand(host, 'clearEntitiesFilter', () => showFiltered('')),
    registerCommand(host, 'filterEntities', async (given: unknown) => {
      const prompt = vscode.l10n.t('Show only names with these words');
      const typed =
        typeof given === 'string'
          ? given
          : await vscode.window.showInputBox({ prompt, value: tree.filter });
      if (typed !== undefined) await showFiltered(typed.trim());
    }),
    view.onDidChangeVisibility(() => refresh.schedule()),
    host.entities.onDidChange(() => refresh.schedule()),
    host.entities.onDidChangeDocument(inMessage),
    host.mentionIndex.onDidChange(() => {
      if (tree.scope === 'workspace') refresh.schedule();
    }),
    vscode.window.onDidChangeActiveTextEditor(inMessage),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === tree.document) inMessage();
    }),
    vscode.workspace.onDidOpenTextDocument(inMessage),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      // Another message of the file comes to the front with the cursor.
      if (tree.scope !== 'message' || !view.visible || document.languageId !== messageLanguage)
        return;
      if (messagesOf(document).parsed.messages.length < 2) return;
      const message = messageAtCursor(document);
      if (message === shown) return;
      shown = message;
      refresh.schedule();
    }),
  );
}
