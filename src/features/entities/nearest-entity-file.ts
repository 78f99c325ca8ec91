import * as vscode from 'vscode';
import { emptyEntityFile } from '../../core/entity/add-entity';
import type { Host } from '../../host/host';
import { readIfThere } from '../../host/text-files';

/**
 * The entity file nearest above a source, else `entities.yaml` in its workspace folder, which is made
 * when it is not there.
 */
export async function nearestEntityFile(host: Host, source?: vscode.Uri): Promise<vscode.Uri> {
  const files = (await host.entities.files()).map(({ uri }) => uri);
  const folder = folderOf(source);
  const depth = (uri: vscode.Uri) => {
    const above = uri.path.slice(0, uri.path.lastIndexOf('/') + 1);
    return !source || source.path.startsWith(above) ? above.length : -1;
  };
  const [nearest] = files
    .filter((uri) => depth(uri) >= folder.path.length)
    .sort((a, b) => depth(b) - depth(a));
  if (nearest) return nearest;
  const uri = vscode.Uri.joinPath(folder, 'entities.yaml');
  if (!(await readIfThere(uri))) {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(emptyEntityFile));
    await host.entities.reload(uri);
  }
  return uri;
}

function folderOf(source: vscode.Uri | undefined): vscode.Uri {
  const folder = source && vscode.workspace.getWorkspaceFolder(source)?.uri;
  const first = folder ?? (source && vscode.Uri.joinPath(source, '..'));
  const any = first ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!any) throw new Error(vscode.l10n.t('Open the folder of your archive first.'));
  return any;
}
