import * as vscode from 'vscode';

/**
 * The document that the user reads. While a note is written in a comment's box that box has the focus,
 * and no editor or its own document is the active one: the document behind it, `shown` so far, stays.
 */
export function documentInFront(
  shown: vscode.TextDocument | undefined,
): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  if (active && active.uri.scheme !== 'comment') return active;
  const isVisible = vscode.window.visibleTextEditors.some(({ document }) => document === shown);
  return isVisible ? shown : undefined;
}
