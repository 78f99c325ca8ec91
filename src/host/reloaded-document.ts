import * as vscode from 'vscode';

/** An editor that has not noticed a change of its file by then is not waited for any longer. */
export const longestReload = 2_000;

/** Whether a document shows a file's content, whatever the line ends. */
export function shows(document: vscode.TextDocument, text: string): boolean {
  return withLineFeeds(document.getText()) === withLineFeeds(text);
}

/**
 * The editor notices a moment later that a program wrote an open file, and reads it anew: until then its
 * text, and what undo would bring back, are those of an older state.
 *
 * @param deadline in milliseconds since 1970
 * @returns whether the document has changed, was closed or got unsaved changes before the deadline;
 *   `false` at once where the editor watches nothing: outside the workspace's folders, out of sight.
 */
export function untilReloaded(document: vscode.TextDocument, deadline: number): Promise<boolean> {
  const isWatched = vscode.workspace.getWorkspaceFolder(document.uri) ?? isVisible(document);
  if (!isWatched || Date.now() >= deadline) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (isReloaded: boolean) => {
      clearTimeout(timer);
      subscriptions.dispose();
      resolve(isReloaded);
    };
    const timer = setTimeout(() => end(false), deadline - Date.now());
    const subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => event.document === document && end(true)),
      vscode.workspace.onDidCloseTextDocument((closed) => closed === document && end(true)),
    );
  });
}

export function isVisible(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}
