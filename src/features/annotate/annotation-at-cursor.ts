import * as vscode from 'vscode';
import { relationsByEnd } from '../../core/annotation/relations';
import { Debounce } from '../../host/debounce';
import type { Host } from '../../host/host';
import { sourceTextOf } from '../../host/text-conversion';

const pauseMilliseconds = 60;

/** Context keys: whether the cursor stands in an annotation, and in one that is related to another. */
const annotationKey = 'archiveAnnotator.atAnnotation';
const relationKey = 'archiveAnnotator.atRelation';

/** Tells menus and key bindings what the cursor stands in. */
export function registerAnnotationAtCursor(host: Host): vscode.Disposable {
  const told = new Map<string, boolean>();
  const tell = (key: string, value: boolean) => {
    if ((told.get(key) ?? false) === value) return;
    told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const look = new Debounce<void>(pauseMilliseconds, () => {
    const ids = idsAtCursor(host);
    tell(annotationKey, ids.length > 0);
    tell(relationKey, isRelated(host, ids));
  });
  return vscode.Disposable.from(
    look,
    vscode.window.onDidChangeTextEditorSelection(() => look.schedule()),
    vscode.window.onDidChangeActiveTextEditor(() => look.schedule()),
    host.annotations.onDidChange(() => look.schedule()),
  );
}

function idsAtCursor(host: Host): string[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !host.annotations.isAnnotated(editor.document)) return [];
  const offset = sourceTextOf(editor.document).offsetAt(editor.selection.active);
  return host.annotations.at(editor.document, offset).map(({ annotation }) => annotation.id);
}

function isRelated(host: Host, ids: readonly string[]): boolean {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || ids.length === 0) return false;
  const byEnd = relationsByEnd(host.annotations.current(document));
  return ids.some((id) => byEnd.has(id));
}
