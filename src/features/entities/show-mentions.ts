import * as vscode from 'vscode';
import type { Host } from '../../host/host';
import { entityAt } from './entity-at';
import { mentionsOf } from './entity-mentions';
import { annotationsOf, definitionsOf } from './entity-places';

/** Lists every mention of an entity (by id, else the one at the cursor) in the References view. */
export async function showMentions(host: Host, given?: { readonly id?: string }): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const at = editor?.selection.active ?? new vscode.Position(0, 0);
  const id = given?.id ?? (editor && (await entityAt(host, editor.document, at))?.id);
  if (!id) throw new Error(vscode.l10n.t('Place the cursor on a name first.'));
  const title = vscode.l10n.t('Searching mentions');
  const options = { location: vscode.ProgressLocation.Window, title, cancellable: true };
  const places = await vscode.window.withProgress(options, async (_progress, token) => [
    ...(await definitionsOf(host, id)),
    ...(await annotationsOf(host, id)),
    ...(await mentionsOf(host, id, token)),
  ]);
  const [first] = places;
  if (!first) {
    void vscode.window.setStatusBarMessage(vscode.l10n.t('“{0}” is not mentioned', id), 4000);
    return;
  }
  const uri = editor?.document.uri ?? first.uri;
  await vscode.commands.executeCommand('editor.action.showReferences', uri, at, places);
}
