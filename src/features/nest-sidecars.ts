import * as vscode from 'vscode';
import { sidecarSuffix } from '../core/file-names';

const section = 'explorer.fileNesting';

/** The source's own sidecar, and those of other annotators. */
const nested = `\${capture}${sidecarSuffix}, \${capture}.*${sidecarSuffix}`;

/**
 * Shows sidecars under their sources in the Explorer of this workspace, whatever the source is called,
 * or as files of their own again. Other patterns of the user's stay.
 */
export async function toggleSidecarNesting(): Promise<void> {
  const nesting = vscode.workspace.getConfiguration(section);
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  const inspected = nesting.inspect<Record<string, string>>('patterns');
  const own =
    (target === vscode.ConfigurationTarget.Workspace
      ? inspected?.workspaceValue
      : inspected?.globalValue) ?? {};
  const { '*': present, ...others } = own;
  if (present === nested && nesting.get<boolean>('enabled')) {
    await nesting.update('enabled', undefined, target);
    await nesting.update('patterns', Object.keys(others).length > 0 ? others : undefined, target);
    return;
  }
  if (present !== undefined && present !== nested) {
    throw new Error(
      vscode.l10n.t('Your setting “explorer.fileNesting.patterns” nests all files already.'),
    );
  }
  await nesting.update('enabled', true, target);
  await nesting.update('patterns', { ...others, '*': nested }, target);
}
