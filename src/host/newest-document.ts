import * as vscode from 'vscode';
import { SourceText } from '../core/text/source-text';
import { sourceTextOf } from './text-conversion';
import type { TextFiles } from './text-files';

/** How long an editor may take to notice what was written to its file, in steps. */
const mostWaits = 40;
const waitMilliseconds = 100;

/**
 * A file in its editor with its newest text: in an editor that has not yet noticed a change on disk an
 * edit would be made at the wrong place.
 *
 * @throws Error with a sentence for the user when the file does not come to rest
 */
export async function openNewest(files: TextFiles, uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  for (let waits = 0; waits < mostWaits; waits++) {
    const newest = await files.read(uri);
    const isNewest =
      newest === undefined || new SourceText(newest).text === sourceTextOf(document).text;
    if (document.isDirty || isNewest) return document;
    await new Promise((resolve) => setTimeout(resolve, waitMilliseconds));
  }
  throw new Error(vscode.l10n.t('{0} is being changed by another program.', uri.path));
}
