import * as vscode from 'vscode';
import { messageSelector } from '../host/messages';
import { selectionKinds, kindPresentations } from './annotate/annotation-kinds';

/** The lightbulb on a selection offers to annotate it. */
export function registerCodeActions(): vscode.Disposable {
  const kind = vscode.CodeActionKind.Refactor.append('annotate');
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range) {
      if (range.isEmpty || document.isUntitled) return [];
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
  return vscode.languages.registerCodeActionsProvider(messageSelector, provider, {
    providedCodeActionKinds: [kind],
  });
}
