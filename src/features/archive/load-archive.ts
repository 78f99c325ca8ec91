import * as vscode from 'vscode';
import type { Host } from '../../host/host';

/** Until it is set the views are not known to be empty, and say nothing of it. */
const contextKey = 'archiveAnnotator.archiveLoaded';

/** Loads the archive's annotations for a view of them. */
export async function loadArchive({ archive }: Host): Promise<void> {
  await archive.load();
  await vscode.commands.executeCommand('setContext', contextKey, true);
}
