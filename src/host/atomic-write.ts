import * as vscode from 'vscode';
import { ulid } from 'ulid';

/**
 * Replaces a file's bytes in one step: whoever reads it, and whatever is killed, sees the old or the
 * new file, never half of one. The temporary file stands beside the target, so that the rename stays
 * within one file system.
 *
 * @throws when the folder cannot be written; the target is then untouched.
 */
export async function writeAtomically(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const folder = vscode.Uri.joinPath(target, '..');
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const temporary = vscode.Uri.joinPath(folder, `.${name}.${ulid()}.tmp`);
  try {
    await vscode.workspace.fs.writeFile(temporary, bytes);
    await vscode.workspace.fs.rename(temporary, target, { overwrite: true });
  } catch (error) {
    await removeIfThere(temporary);
    throw error;
  }
}

async function removeIfThere(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch {
    // It was never written, or the folder is read-only: nothing of ours is left behind.
  }
}

/** A file's bytes, or undefined when there is none. Every other failure is thrown. */
export async function readIfThere(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
