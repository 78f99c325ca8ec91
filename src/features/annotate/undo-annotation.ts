import * as vscode from 'vscode';
import type { AnnotationWriting } from '../../host/annotation-store';
import type { Host } from '../../host/host';
import { fileNameOf } from '../../host/messages';

/** How many changes can be taken back; their sidecars' texts are kept. */
const mostKept = 20;

let writings: readonly AnnotationWriting[] = [];

/** Remembers what was written into sidecars in this window, so that it can be taken back from the source. */
export function registerUndoAnnotation(host: Host): vscode.Disposable {
  return host.annotations.onDidWrite((writing) => {
    writings = [...writings, writing].slice(-mostKept);
  });
}

/**
 * Takes back the last change of the annotations of the document in front: its sidecar becomes what it
 * was, byte for byte. Undo of the source's own editor is about the source's text, which never changed.
 *
 * @throws Error with a sentence for the user when there is none, or the sidecar was changed since.
 */
export async function undoAnnotation(host: Host): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const last = writings.findLast((writing) => writing.document === document);
  if (!last) throw new Error(vscode.l10n.t('There is no change of annotations to undo here.'));
  const { uri, before, after } = last;
  const outcome = await host.files.change(
    uri,
    () => '',
    (text) => (text === after ? before : text),
  );
  writings = writings.filter((writing) => writing !== last);
  if (outcome !== 'unchanged') return;
  throw new Error(vscode.l10n.t('{0} was changed since: undo it in that file.', fileNameOf(uri)));
}
