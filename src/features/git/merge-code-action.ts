import * as vscode from 'vscode';
import { sidecarSuffix } from '../../core/file-names';

/** The lightbulb at a sidecar's conflict markers offers *Merge Sidecars*. */
export function registerMergeCodeAction(): vscode.Disposable {
  const kind = vscode.CodeActionKind.QuickFix;
  const provider: vscode.CodeActionProvider = {
    provideCodeActions({ uri }, _range, { diagnostics }) {
      const found = diagnostics.filter(({ code }) => code === 'conflict-markers');
      if (found.length === 0) return [];
      const title = vscode.l10n.t('Merge Sidecars: keep the annotations of both versions');
      const action = new vscode.CodeAction(title, kind);
      action.diagnostics = found;
      action.isPreferred = true;
      action.command = { command: 'archiveAnnotator.mergeSidecars', title, arguments: [{ uri }] };
      return [action];
    },
  };
  const selector = { pattern: `**/*${sidecarSuffix}` };
  return vscode.languages.registerCodeActionsProvider(selector, provider, {
    providedCodeActionKinds: [kind],
  });
}
