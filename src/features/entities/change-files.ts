import * as vscode from 'vscode';
import { decodeText } from '../../core/text/decode';
import { SourceText } from '../../core/text/source-text';
import { readIfThere } from '../../host/text-files';

/** What becomes of files' texts, by URI. */
export type TextChanges = ReadonlyMap<string, (text: string) => string>;

const mostAttempts = 30;
const pauseMilliseconds = 100;

/**
 * Changes several files as one edit, which is undone in one step. Files without unsaved changes are
 * saved; those with some are left for their author to save.
 *
 * @throws Error with a sentence for the user; nothing was then changed.
 */
export async function changeFiles(changes: TextChanges): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    if (await applied(changes)) return;
    // An editor took in what another program wrote meanwhile: the change is made to the new text.
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
  throw new Error(vscode.l10n.t('The files could not be edited.'));
}

async function applied(changes: TextChanges): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const clean: vscode.TextDocument[] = [];
  for (const [key, change] of changes) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(key, true));
    if (!document.isDirty) {
      if (!(await isAsOnDisk(document))) return false;
      clean.push(document);
    }
    replaceDifference(edit, document, change(document.getText()));
  }
  if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) return false;
  for (const document of clean) if (document.isDirty) await document.save();
  return true;
}

/** An editor learns a little later what was written to its file. */
async function isAsOnDisk(document: vscode.TextDocument): Promise<boolean> {
  const bytes = await readIfThere(document.uri);
  const text = bytes && new SourceText(decodeText(bytes).text).text;
  return text === new SourceText(document.getText()).text;
}

function replaceDifference(
  edit: vscode.WorkspaceEdit,
  document: vscode.TextDocument,
  changed: string,
): void {
  const text = document.getText();
  if (changed === text) return;
  const shorter = Math.min(text.length, changed.length);
  let start = 0;
  while (start < shorter && text[start] === changed[start]) start++;
  let tail = 0;
  while (tail < shorter - start && text.at(-1 - tail) === changed.at(-1 - tail)) tail++;
  const from = document.positionAt(start);
  const to = document.positionAt(text.length - tail);
  edit.replace(
    document.uri,
    new vscode.Range(from, to),
    changed.slice(start, changed.length - tail),
  );
}
