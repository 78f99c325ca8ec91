import * as vscode from 'vscode';
import { editSidecar } from '../../core/annotation/edit-sidecar';
import { readSidecar } from '../../core/annotation/read-sidecar';
import type { Host } from '../../host/host';
import { fileNameOf } from '../../host/messages';
import { isAnnotatorSidecarName, sidecarUriOf } from '../../host/sidecar-location';

/**
 * Writes a source's file name into its sidecars that say another.
 *
 * @param old the name before, by which the sidecars of single annotators are known
 */
export async function nameSource(host: Host, source: vscode.Uri, old?: string): Promise<void> {
  const name = fileNameOf(source);
  const folder = vscode.Uri.joinPath(source, '..');
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([entry]) => entry);
  const own = names.filter((entry) => isAnnotatorSidecarName(entry, name));
  const files = own.map((entry) => vscode.Uri.joinPath(folder, entry));
  for (const uri of [sidecarUriOf(source), ...files]) {
    const recorded = (await host.sidecars.readFile(uri))?.sidecar.source;
    if (!recorded || recorded.name === name) continue;
    // What looks like an annotator's sidecar may be the common one of a source with a longer name.
    if (files.includes(uri) && recorded.name !== old) continue;
    const rename = (text: string) => {
      const { source: newest } = readSidecar(text);
      if (!newest || newest.name === name) return text;
      return editSidecar(text, [{ source: { ...newest, name } }]).text;
    };
    // A step of undo of the sidecar's own would keep the editor from undoing its move.
    await host.sidecars.rewrite(uri, rename, undefined, false);
  }
}
