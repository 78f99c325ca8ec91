import * as vscode from 'vscode';
import type { RangeLike } from '../host/text-conversion';
import { referenceOf, selectedAnnotation } from './annotations-view';
import { selectedInArchive } from './archive/archive-view';
import { reviewedInView } from './review/review-view';

/** An annotation in a view, and what was selected in its source when the key was pressed. */
interface SelectedRow {
  readonly uri: vscode.Uri;
  readonly id: string;
  readonly range: readonly RangeLike[];
}

/** What is selected in a view, by the name that key bindings give it. */
const views: Readonly<Record<string, () => Omit<SelectedRow, 'range'> | undefined>> = {
  annotations: () => {
    const row = selectedAnnotation();
    return row && referenceOf(row);
  },
  archive: () => {
    const row = selectedInArchive();
    return row && { uri: row.uri, id: row.found.annotation.id };
  },
  review: reviewedInView,
};

/** The view that a key binding names: it can say in which view it works, but not on which row. */
export function viewOfKey(argument: unknown): string | undefined {
  const isKey = typeof argument === 'object' && argument !== null && 'selectedIn' in argument;
  return isKey ? String(argument.selectedIn) : undefined;
}

/**
 * The annotation that a key press in a view is about. Arrow keys move the focus of a list without its
 * selection, and only the selection is known to us: the row with the focus is selected first.
 *
 * @throws Error with a sentence for the user when that row is no annotation.
 */
export async function rowOfKey(view: string): Promise<SelectedRow> {
  // Selecting a row also shows its passage: what was selected in the text until now goes along.
  const editor = vscode.window.activeTextEditor;
  const passages = editor?.selections.filter(({ isEmpty }) => !isEmpty) ?? [];
  await vscode.commands.executeCommand('list.select');
  const row = views[view]?.();
  if (!row) throw new Error(vscode.l10n.t('Go to the row of an annotation first.'));
  const isShown = editor?.document.uri.toString() === row.uri.toString();
  return { ...row, range: isShown ? passages : [] };
}
