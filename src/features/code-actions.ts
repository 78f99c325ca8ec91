import * as vscode from 'vscode';
import type { Host } from '../host/host';
import { messageLanguage } from '../host/messages';
import { canHaveSidecar } from '../host/sidecar-location';
import { selectionKinds, kindPresentations } from './annotate/annotation-kinds';

/**
 * The lightbulb on a selection offers to annotate it: in archived messages, and in every other text
 * that is annotated already. Elsewhere it stays with what the language has to say.
 */
export function registerCodeActions(host: Host): vscode.Disposable {
  const kind = vscode.CodeActionKind.Refactor.append('annotate');
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range) {
      if (range.isEmpty || !canHaveSidecar(document)) return [];
      const isAnnotated = host.annotations.isAnnotated(document);
      if (document.languageId !== messageLanguage && !isAnnotated) return [];
      return selectionKinds.map((annotationKind) => {
        const { label } = kindPresentations[annotationKind];
        const title = vscode.l10n.t('Annotate: {0}', label);
        const action = new vscode.CodeAction(title, kind);
        action.command = {
          command: 'archiveAnnotator.annotate',
          title,
          arguments: [{ uri: document.uri, range, kind: annotationKind }],
        };
        return action;
      });
    },
  };
  return vscode.languages.registerCodeActionsProvider({ pattern: '**' }, provider, {
    providedCodeActionKinds: [kind],
  });
}
