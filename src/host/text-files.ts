import * as vscode from 'vscode';
import { decodeText } from '../core/text/decode';
import type { Platform } from './platform';
import { readBytes } from './read-bytes';
import { isVisible, longestReload, shows, untilReloaded } from './reloaded-document';

/** How often a change is made anew because another program wrote the file meanwhile. */
const mostAttempts = 5;
/** No sidecar and no entity file is so large. */
const mostBytes = 200_000_000;

/** The user's text files that we write: sidecars and entity files. */
export class TextFiles {
  constructor(private readonly platform: Platform | undefined) {}

  /**
   * A text file's content as the user sees it: with the unsaved changes of an open editor, else as
   * on disk. Undefined when there is no such file.
   *
   * @throws Error with a sentence for the user when the file cannot be read or is not text.
   */
  async read(uri: vscode.Uri): Promise<string | undefined> {
    const document = openDocument(uri);
    if (document?.isDirty) return document.getText();
    const bytes = await readIfThere(uri, mostBytes);
    return bytes && decode(uri, bytes);
  }

  /**
   * Changes a text file: read–change–write on the newest content, in one step on disk. A file that
   * is open with unsaved changes is changed in its editor and left for its author to save. Undo in
   * the file's editor takes the change back.
   *
   * @param initial the content of a file that is not there yet, before the change.
   * @param change the new content for the present one; may run several times. What it throws, or no
   *   change at all, leaves the file as it is.
   * @param isUndoable false for what is no step of the user's: it is then undone in an editor only if
   *   that has the file open, and no step of undo stands before the user's own about this file.
   * @returns `unsaved` when the change waits in an open editor.
   */
  async change(
    uri: vscode.Uri,
    initial: () => string,
    change: (text: string) => string,
    isUndoable = true,
  ): Promise<'written' | 'unsaved' | 'unchanged'> {
    const deadline = Date.now() + longestReload;
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const open = openDocument(uri);
      if (open?.isDirty) return editDocument(open, change(open.getText()));

      const bytes = await readIfThere(uri, mostBytes);
      if (!bytes) {
        const text = initial();
        if (change(text) === text) return 'unchanged';
        // The change then goes into a file that is there, so that undo has something to go back to.
        await this.#replace(uri, undefined, text);
        continue;
      }
      const text = decode(uri, bytes);
      const changed = change(text);
      if (changed === text) return 'unchanged';
      if (!isUndoable && !open) {
        if (!(await this.#replace(uri, bytes, changed))) continue;
        return 'written';
      }
      // An open document takes the new bytes from disk as an undoable edit; one opened later could not,
      // and one that has yet to notice an older change would make one step of undo of both.
      const document = await vscode.workspace.openTextDocument(uri);
      if (!shows(document, text) && (await untilReloaded(document, deadline))) {
        attempt--;
        continue;
      }
      if (document.isDirty || !(await this.#replace(uri, bytes, changed))) continue;
      await showsNow(document, changed);
      return 'written';
    }
    throw new Error(vscode.l10n.t('{0} is being changed by another program.', uri.path));
  }

  /** Writes the text unless the file has other bytes by now; other programs of ours wait meanwhile. */
  #replace(uri: vscode.Uri, bytes: Uint8Array | undefined, text: string): Promise<boolean> {
    const write = async () => {
      const newest = await readIfThere(uri, mostBytes);
      const isSame = newest && bytes ? isEqual(newest, bytes) : newest === bytes;
      if (isSame) await this.#write(uri, text);
      return isSame;
    };
    return this.platform && uri.scheme === 'file'
      ? this.platform.whileLocked(uri.fsPath, write)
      : write();
  }

  /** On Node's disk in one step; elsewhere the way in which the file system's provider writes. */
  async #write(uri: vscode.Uri, text: string): Promise<void> {
    if (this.platform && uri.scheme === 'file') await this.platform.replaceFile(uri.fsPath, text);
    else await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }
}

/** Whoever looks at the file can undo a change only once the editor shows it. */
async function showsNow(document: vscode.TextDocument, text: string): Promise<void> {
  const deadline = Date.now() + longestReload;
  while (isVisible(document) && !document.isDirty && !shows(document, text)) {
    if (!(await untilReloaded(document, deadline))) return;
  }
}

/** A file's bytes, or undefined when there is none. Every other failure is thrown. */
export async function readIfThere(
  uri: vscode.Uri,
  most = Infinity,
): Promise<Uint8Array | undefined> {
  try {
    return await readBytes(uri, most);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** Replaces what differs, so that the rest of the editor (selections, folds) stays as it is. */
async function editDocument(document: vscode.TextDocument, changed: string) {
  const text = document.getText();
  if (changed === text) return 'unchanged' as const;
  const shorter = Math.min(text.length, changed.length);
  let start = 0;
  while (start < shorter && text[start] === changed[start]) start++;
  let tail = 0;
  while (tail < shorter - start && text.at(-1 - tail) === changed.at(-1 - tail)) tail++;
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(text.length - tail),
  );
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, changed.slice(start, changed.length - tail));
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(vscode.l10n.t('{0} could not be edited.', document.uri.path));
  }
  return 'unsaved' as const;
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted);
}

function decode(uri: vscode.Uri, bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  if (decoded.problem) throw new Error(`${uri.path}: ${decoded.problem}`);
  return decoded.text;
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
