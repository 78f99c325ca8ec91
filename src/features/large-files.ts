import * as vscode from 'vscode';
import type { Host } from '../host/host';
import { fileNameOf, messageLanguage } from '../host/messages';

/** VS Code colours no larger file. */
const largestColoured = 20 * 1024 * 1024;
/** VS Code shows no larger file to extensions. */
const largestShared = 50 * 1024 * 1024;
const toldKey = 'largeFiles.told';

const archiveName = /\.(?:mbox|mbx|eml)$/i;

/** Says once for each file above VS Code's own limits what works all the same. */
export function registerLargeFiles(host: Host): vscode.Disposable {
  const look = () => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    if (tab?.input instanceof vscode.TabInputText) void lookAt(host, tab.input.uri);
  };
  look();
  return vscode.window.tabGroups.onDidChangeTabs(look);
}

async function lookAt(host: Host, uri: vscode.Uri): Promise<void> {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
  if (open ? open.languageId !== messageLanguage : !archiveName.test(uri.path)) return;
  const told = host.context.workspaceState.get<string[]>(toldKey, []);
  if (told.includes(key)) return;
  const size = await vscode.workspace.fs.stat(uri).then(
    (stat) => stat.size,
    () => 0,
  );
  if (size <= largestColoured) return;
  await host.context.workspaceState.update(toldKey, [...told, key]);
  const openMessage = vscode.l10n.t('Open Message…');
  const answer = await vscode.window.showInformationMessage(limits(uri, size), openMessage);
  if (answer) await vscode.commands.executeCommand('archiveAnnotator.openMessage', { uri });
}

function limits(uri: vscode.Uri, size: number): string {
  const name = fileNameOf(uri);
  return size > largestShared
    ? vscode.l10n.t(
        '{0} is larger than 50 MB: VS Code shows it to no extension. Open Message shows its messages one by one, to read and to annotate; the command line (archive-annotator outline) reads it whole.',
        name,
      )
    : vscode.l10n.t(
        '{0} is larger than 20 MB: VS Code does not colour it. Outline and annotations work; Open Message shows single messages in full.',
        name,
      );
}
