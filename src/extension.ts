import type * as vscode from 'vscode';

/** Composition root in Node's extension host. */
export function activate(context: vscode.ExtensionContext): void {
  void context;
}
