import * as vscode from 'vscode';
import { annotationKinds, type AnnotationKind } from '../../core/annotation/annotation';
import type { RangeLike } from '../../host/text-conversion';

/** The programmatic argument of the annotation commands (design section 7). */
export interface AnnotationArguments {
  readonly uri?: vscode.Uri | string;
  /** One range, or several for a discontinuous target. */
  readonly range?: RangeLike | readonly RangeLike[];
  readonly kind?: AnnotationKind;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly entity?: string;
  readonly type?: string;
}

/** What an annotation command works on. */
export interface AnnotationTarget {
  readonly document: vscode.TextDocument;
  readonly ranges: readonly RangeLike[];
}

/**
 * The document and ranges that a command was called for: its argument's, else the active editor's
 * selections, else the word at the cursor.
 *
 * @throws Error with a sentence for the user.
 */
export async function targetOf(given: AnnotationArguments | undefined): Promise<AnnotationTarget> {
  const editor = vscode.window.activeTextEditor;
  const document = given?.uri
    ? await vscode.workspace.openTextDocument(toUri(given.uri))
    : editor?.document;
  if (!document) throw new Error(vscode.l10n.t('Open a source and select a passage first.'));
  if (document.isUntitled) {
    throw new Error(
      vscode.l10n.t('Save the document first: its annotations are kept in a file beside it.'),
    );
  }
  if (given?.range) {
    const ranges = 'start' in given.range ? [given.range] : given.range;
    return { document, ranges };
  }
  if (!editor || editor.document !== document) return { document, ranges: [] };
  const selected = editor.selections.filter((selection) => !selection.isEmpty);
  if (selected.length > 0) return { document, ranges: selected };
  const word = document.getWordRangeAtPosition(editor.selection.active);
  return { document, ranges: word ? [word] : [] };
}

export function isAnnotationKind(value: unknown): value is AnnotationKind {
  return (annotationKinds as readonly unknown[]).includes(value);
}

export function toUri(uri: vscode.Uri | string): vscode.Uri {
  return typeof uri === 'string' ? vscode.Uri.parse(uri, true) : uri;
}
