import type * as vscode from 'vscode';
import type { Git } from './git';
import { settings } from './settings';
import { annotatorSidecarUriOf, sidecarUriOf } from './sidecar-location';

/** The name to write on an annotation: the setting's, else git's; undefined when there is neither. */
export async function authorOf(git: Git, source: vscode.Uri): Promise<string | undefined> {
  return settings.author(source).trim() || (await git.userName(source));
}

/** The sidecar into which new annotations of a source go: the common one, or the annotator's own. */
export async function ownSidecarUriOf(git: Git, source: vscode.Uri): Promise<vscode.Uri> {
  const author = settings.sidecarPerAnnotator(source) ? await authorOf(git, source) : undefined;
  return author ? annotatorSidecarUriOf(source, author) : sidecarUriOf(source);
}
