import * as vscode from 'vscode';

/** Sources by their names; what else an archive holds (entity files, sidecars, notes) stays writable. */
const sources = '**/*.{txt,eml,mbox,mbx,html,htm}';

/**
 * Keeps the sources of this workspace from being edited by accident, by VS Code's own setting, or lets
 * them be edited again. Annotating writes beside them and goes on. Other patterns of the user's stay.
 *
 * @throws Error with a sentence for the user when no folder is open.
 */
export async function toggleSourceProtection(): Promise<void> {
  if (!vscode.workspace.workspaceFolders) {
    throw new Error(vscode.l10n.t('Open the folder of the archive first.'));
  }
  const files = vscode.workspace.getConfiguration('files');
  const inspected = files.inspect<Record<string, boolean>>('readonlyInclude');
  const { [sources]: isProtected = false, ...others } = inspected?.workspaceValue ?? {};
  const patterns = isProtected ? others : { ...others, [sources]: true };
  await files.update(
    'readonlyInclude',
    Object.keys(patterns).length > 0 ? patterns : undefined,
    vscode.ConfigurationTarget.Workspace,
  );
  const said = isProtected
    ? vscode.l10n.t('Sources can be edited again in this workspace.')
    : vscode.l10n.t('Sources cannot be edited in this workspace; annotating goes on.');
  void vscode.window.setStatusBarMessage(said, 6000);
}
