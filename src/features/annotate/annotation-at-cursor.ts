import * as vscode from 'vscode';
import { Debounce } from '../../host/debounce';
import type { Host } from '../../host/host';
import { sourceTextOf } from '../../host/text-conversion';

const pauseMilliseconds = 60;
const contextKey = 'archiveAnnotator.atAnnotation';

/** Tells menus and key bindings whether the cursor stands in an annotation. */
export function registerAnnotationAtCursor(host: Host): vscode.Disposable {
  let told = false;
  const tell = () => {
    const isAt = isAtAnnotation(host);
    if (isAt === told) return;
    told = isAt;
    void vscode.commands.executeCommand('setContext', contextKey, isAt);
  };
  const look = new Debounce<void>(pauseMilliseconds, tell);
  return vscode.Disposable.from(
    look,
    vscode.window.onDidChangeTextEditorSelection(() => look.schedule()),
    vscode.window.onDidChangeActiveTextEditor(() => look.schedule()),
    host.annotations.onDidChange(() => look.schedule()),
  );
}

function isAtAnnotation(host: Host): boolean {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !host.annotations.isAnnotated(editor.document)) return false;
  const offset = sourceTextOf(editor.document).offsetAt(editor.selection.active);
  return host.annotations.at(editor.document, offset).length > 0;
}
