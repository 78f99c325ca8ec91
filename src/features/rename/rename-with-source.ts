import * as vscode from 'vscode';
import type { Host } from '../../host/host';
import { messageOf } from '../../host/log';
import { fileNameOf } from '../../host/messages';
import { isSidecar, sidecarUriOf, sourceUriOf } from '../../host/sidecar-location';
import { isFile } from './is-file';
import { nameSource } from './name-source';

type Renamed = vscode.FileRenameEvent['files'][number];

/**
 * A source that is renamed or moved in the editor takes its sidecar along, in the same step: one undo
 * takes both back. The sidecar's record of its source's name follows, also when it is undone.
 */
export function registerRenameWithSource(host: Host): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) =>
      event.waitUntil(sidecarRenames(host, event.files)),
    ),
    vscode.workspace.onDidRenameFiles(async ({ files }) => {
      for (const { oldUri, newUri } of files) {
        const source = isSidecar(newUri) ? sourceUriOf(newUri) : newUri;
        // An annotator's own sidecar came along with its source, which has an event of its own.
        if (!(await isFile(source))) continue;
        try {
          await nameSource(host, source, fileNameOf(oldUri));
          await warnOfLeftSidecar(oldUri, newUri);
        } catch (error) {
          host.log.warn(messageOf(error));
        }
      }
    }),
  );
}

async function sidecarRenames(
  host: Host,
  files: readonly Renamed[],
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const moved = new Set(files.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of files) {
    if (isSidecar(oldUri)) continue;
    for (const { uri: sidecar } of await host.sidecars.readAll(oldUri)) {
      if (moved.has(sidecar.toString())) continue;
      const target = newUri.with({ path: newUri.path + sidecar.path.slice(oldUri.path.length) });
      // Another sidecar is never overwritten.
      if (!(await isFile(target))) edit.renameFile(sidecar, target, { overwrite: false });
    }
  }
  return edit;
}

async function warnOfLeftSidecar(oldUri: vscode.Uri, newUri: vscode.Uri): Promise<void> {
  const left = sidecarUriOf(oldUri);
  if (isSidecar(oldUri) || !(await isFile(left)) || !(await isFile(sidecarUriOf(newUri)))) return;
  if (await isFile(oldUri)) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('There was a sidecar at the new place already: {0} stayed behind.', left.path),
  );
}
