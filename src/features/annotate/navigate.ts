import * as vscode from 'vscode';
import type { TextRange } from '../../core/text/text-range';
import type { Host } from '../../host/host';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { describeAnnotation } from './describe-annotation';

/** Moves the cursor to the next (1) or previous (-1) annotated passage, round the ends. */
export async function goToAnnotation(host: Host, direction: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const source = sourceTextOf(document);
  const places = (await host.annotations.load(document))
    .flatMap(({ annotation, ranges: [place] }) => (place ? { ...place, annotation } : []))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  if (places.length === 0) {
    void vscode.window.setStatusBarMessage(vscode.l10n.t('No annotations in this document'), 3000);
    return;
  }
  const at = source.offsetAt(editor.selection.start);
  const next = places.find((place) => place.start > at) ?? places[0]!;
  const previous = [...places].reverse().find((place) => place.start < at) ?? places.at(-1)!;
  const found = direction === 1 ? next : previous;
  reveal(editor, found);
  const { label } = describeAnnotation(found.annotation);
  const place = vscode.l10n.t('{0} of {1}', places.indexOf(found) + 1, places.length);
  void vscode.window.setStatusBarMessage(`${place}: ${label}`, 6000);
}

function reveal(editor: vscode.TextEditor, place: TextRange): void {
  const range = toEditorRange(sourceTextOf(editor.document), place);
  // The cursor stands at the start, so that "next" goes on from here and a hover shows this passage.
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
