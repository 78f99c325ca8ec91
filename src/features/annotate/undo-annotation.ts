import * as vscode from 'vscode';
import type { AnnotationWriting } from '../../host/annotation-changes';
import type { Host } from '../../host/host';

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
 * @throws Error with a sentence for the user when there is none, or the annotation was changed since.
 */
export async function undoAnnotation(host: Host): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const last = writings.findLast((writing) => writing.uri.toString() === uri);
  if (!last) throw new Error(vscode.l10n.t('There is no change of annotations to undo here.'));
  await undoWriting(host, last);
}

/**
 * Takes back one change of annotations, which cannot be taken back a second time.
 *
 * @throws Error with a sentence for the user when the annotation was changed since.
 */
export async function undoWriting(host: Host, writing: AnnotationWriting): Promise<void> {
  writings = writings.filter((other) => other !== writing);
  await host.annotations.undo(writing);
}
