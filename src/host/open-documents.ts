import * as vscode from 'vscode';
import { nextTurn } from './next-turn';

/**
 * Calls a listener for every document that is opened, and for those that are open already: for these in
 * a later turn, because activation, which every other extension waits for, must not read a text.
 */
export function forEachOpenDocument(
  listener: (document: vscode.TextDocument) => unknown,
): vscode.Disposable {
  let isDisposed = false;
  const openAlready = vscode.workspace.textDocuments;
  void nextTurn().then(() => {
    for (const document of openAlready) {
      if (!isDisposed && !document.isClosed) listener(document);
    }
  });
  return vscode.Disposable.from(vscode.workspace.onDidOpenTextDocument(listener), {
    dispose: () => (isDisposed = true),
  });
}
