import type * as vscode from 'vscode';
import type { Git } from './git';
import { settings } from './settings';

/** The name to write on an annotation: the setting's, else git's; undefined when there is neither. */
export async function authorOf(git: Git, source: vscode.Uri): Promise<string | undefined> {
  return settings.author(source).trim() || (await git.userName(source));
}
