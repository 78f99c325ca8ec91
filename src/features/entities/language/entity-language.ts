import * as vscode from 'vscode';
import { sidecarSuffix } from '../../../core/file-names';
import { entityFilePattern } from '../../../host/entity-files';
import type { Host } from '../../../host/host';
import { entityFileCompletion } from './entity-file-completion';
import { entityFileHover } from './entity-file-hover';
import { entityFixes } from './entity-fixes';

/** Entity files as a language of their own: completion, hover, and quick fixes there and in sidecars. */
export function registerEntityLanguage(host: Host): vscode.Disposable {
  const entityFiles: vscode.DocumentSelector = { pattern: entityFilePattern };
  const both = [{ pattern: entityFilePattern }, { pattern: `**/*${sidecarSuffix}` }];
  const providedCodeActionKinds = [vscode.CodeActionKind.QuickFix];
  const { registerCodeActionsProvider, registerCompletionItemProvider, registerHoverProvider } =
    vscode.languages;
  return vscode.Disposable.from(
    registerCompletionItemProvider(entityFiles, entityFileCompletion(host), ' ', '[', ',', '{'),
    registerHoverProvider(entityFiles, entityFileHover(host)),
    registerCodeActionsProvider(both, entityFixes(host), { providedCodeActionKinds }),
  );
}
