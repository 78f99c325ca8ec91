import * as vscode from 'vscode';
import { Debounce } from '../../host/debounce';
import type { Host } from '../../host/host';
import { onDidChangeSettings, settings } from '../../host/settings';
import { reactToComment, registerCommentCommands } from './comment-commands';
import { CommentThreads } from './comment-threads';

const pauseMilliseconds = 200;

/**
 * VS Code's comments as a second view of notes and replies. The controller is made when an
 * annotated document is first seen. It offers no ranges to comment on: VS Code would draw a bar along
 * the whole text for them; *Write Note* begins a thread on the selection.
 */
export function registerComments(host: Host): vscode.Disposable {
  let shown: { controller: vscode.CommentController; threads: CommentThreads } | undefined;

  const begin = () => {
    const label = vscode.l10n.t('Archive Annotations');
    const controller = vscode.comments.createCommentController('archiveAnnotator', label);
    controller.options = {
      prompt: vscode.l10n.t('Reply…'),
      placeHolder: vscode.l10n.t('Markdown; #words at the end are tags'),
    };
    controller.reactionHandler = (comment, reaction) => reactToComment(host, comment, reaction);
    return { controller, threads: new CommentThreads(host, controller) };
  };
  const end = () => {
    shown?.threads.dispose();
    shown?.controller.dispose();
    shown = undefined;
  };
  const show = (document: vscode.TextDocument) => {
    if (document.isClosed || !settings.commentsEnabled(document.uri)) return;
    if (!shown && !host.annotations.isAnnotated(document)) return;
    shown ??= begin();
    shown.threads.show(document);
  };
  const refresh = new Debounce<vscode.TextDocument>(pauseMilliseconds, show);
  return vscode.Disposable.from(
    refresh,
    registerCommentCommands(host, () => (shown ??= begin()).threads),
    { dispose: end },
    host.annotations.onDidChange((document) => refresh.schedule(document)),
    // Of many threads only those near what is shown are made.
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
      if (shown?.threads.isPartial(document)) refresh.schedule(document);
    }),
    vscode.window.onDidChangeVisibleTextEditors((editors) => {
      for (const { document } of editors) {
        if (shown?.threads.isPartial(document)) refresh.schedule(document);
      }
    }),
    vscode.workspace.onDidCloseTextDocument((document) => shown?.threads.hide(document)),
    onDidChangeSettings((event) => {
      if (!event.affectsConfiguration('archiveAnnotator.comments')) return;
      end();
      vscode.workspace.textDocuments.forEach(show);
    }),
  );
}
