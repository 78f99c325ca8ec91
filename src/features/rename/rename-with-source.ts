import * as vscode from 'vscode';
import { Debounce } from '../../host/debounce';
import type { Host } from '../../host/host';
import { messageOf } from '../../host/log';
import { fileNameOf } from '../../host/messages';
import { isSidecar, sidecarUriOf, sourceUriOf } from '../../host/sidecar-location';
import { isFile } from './is-file';
import { nameSource } from './name-source';

type Renamed = vscode.FileRenameEvent['files'][number];

/** The editor takes back the moves of one step one after the other. */
const pauseMilliseconds = 1000;

/**
 * A source that is renamed or moved in the editor takes its sidecar along, in the same step: one undo
 * takes both back. The sidecar's record of its source's name follows, also when it is undone.
 *
 * The editor undoes no move of a file that was changed since, and says nothing: such a sidecar would stay
 * at the new name when its source goes back. It is taken along a moment later.
 */
export function registerRenameWithSource(host: Host): vscode.Disposable {
  const follow = new Debounce<Renamed>(pauseMilliseconds, (file) => {
    takeLeftAlong(host, file).catch((error: unknown) => host.log.warn(messageOf(error)));
  });
  return vscode.Disposable.from(
    follow,
    vscode.workspace.onWillRenameFiles((event) =>
      event.waitUntil(sidecarMoves(host, event.files).then(asOneEdit)),
    ),
    vscode.workspace.onDidRenameFiles(async ({ files }) => {
      for (const file of files) {
        const { oldUri, newUri } = file;
        const source = isSidecar(newUri) ? sourceUriOf(newUri) : newUri;
        // An annotator's own sidecar came along with its source, which has an event of its own.
        if (!(await isFile(source))) continue;
        if (source === newUri) follow.schedule(file);
        try {
          await nameSource(host, source, fileNameOf(oldUri));
        } catch (error) {
          host.log.warn(messageOf(error));
        }
      }
    }),
  );
}

/** Moves what the editor has left behind, but for what would overwrite another sidecar. */
async function takeLeftAlong(host: Host, { oldUri, newUri }: Renamed): Promise<void> {
  if ((await isFile(oldUri)) || !(await isFile(newUri))) return;
  const moves = await sidecarMoves(host, [{ oldUri, newUri }]);
  if (moves.length > 0) {
    host.log.info(`left behind, and taken along: the sidecar of ${oldUri.path}`);
    await vscode.workspace.applyEdit(asOneEdit(moves));
    await nameSource(host, newUri, fileNameOf(oldUri));
  }
  const left = sidecarUriOf(oldUri);
  if (!(await isFile(left))) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('There was a sidecar at the new place already: {0} stayed behind.', left.path),
  );
}

/** Where sidecars go when their sources were moved, or will be; another sidecar is never overwritten. */
async function sidecarMoves(host: Host, files: readonly Renamed[]): Promise<readonly Renamed[]> {
  const moves: Renamed[] = [];
  const moved = new Set(files.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of files) {
    if (isSidecar(oldUri)) continue;
    for (const { uri: sidecar } of await host.sidecars.readAll(oldUri)) {
      if (moved.has(sidecar.toString())) continue;
      const target = newUri.with({ path: newUri.path + sidecar.path.slice(oldUri.path.length) });
      if (!(await isFile(target))) moves.push({ oldUri: sidecar, newUri: target });
    }
  }
  return moves;
}

function asOneEdit(moves: readonly Renamed[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { oldUri, newUri } of moves) edit.renameFile(oldUri, newUri, { overwrite: false });
  return edit;
}
