import * as vscode from 'vscode';
import { mergeInOneText } from '../../core/annotation/merge-in-one-text';
import { mergeConflicted, type MergedSidecar } from '../../core/annotation/merge-sidecars';
import type { Host } from '../../host/host';
import { fileNameOf } from '../../host/messages';
import { isSidecar, sidecarUriOf, sourceUriOf } from '../../host/sidecar-location';
import { toUri } from '../annotate/annotation-arguments';
import { openReview } from '../review/review-view';

export interface MergeArguments {
  /** The source or its sidecar; without it, the document in front. */
  readonly uri?: vscode.Uri | string;
}

/**
 * Resolves the conflict that git left in a sidecar, by annotation and field instead of by line: from
 * the three versions in git's index while the file is unmerged, else from its conflict markers. No
 * annotation and no value is lost; undo in the sidecar brings the markers back. Resolves to what a
 * person should look at.
 *
 * @throws Error with a sentence for the user when nothing was written
 */
export async function mergeSidecarFile(
  host: Host,
  given: MergeArguments = {},
): Promise<MergedSidecar['conflicts'] | undefined> {
  const uri = given.uri ? toUri(given.uri) : vscode.window.activeTextEditor?.document.uri;
  if (!uri) throw new Error(vscode.l10n.t('Open the sidecar that has conflicts.'));
  const sidecar = isSidecar(uri) ? uri : sidecarUriOf(uri);
  const text = await host.files.read(sidecar);
  if (text === undefined) {
    throw new Error(vscode.l10n.t('{0} has no annotations.', fileNameOf(uri)));
  }
  const merged = await mergedVersions(host, sidecar, text);
  await host.files.change(
    sidecar,
    () => text,
    (newest) => {
      if (newest === text) return merged.text;
      throw new Error(vscode.l10n.t('The sidecar was changed meanwhile: merge it again.'));
    },
  );
  void tell(sidecar, merged);
  return merged.conflicts;
}

async function mergedVersions(
  host: Host,
  sidecar: vscode.Uri,
  text: string,
): Promise<MergedSidecar> {
  const hasMarkers = /^<{7}/m.test(text) && /^>{7}/m.test(text);
  if (!hasMarkers) {
    throw new Error(vscode.l10n.t('{0} has no conflicts.', fileNameOf(sidecar)));
  }
  const versions = await versionsInIndex(host, sidecar);
  if (!versions) return mergeConflicted(text);
  const source = sourceUriOf(sidecar);
  return await mergeInOneText(versions, (recorded) => host.git.textOf(source, recorded));
}

/** Ancestor, ours and theirs of an unmerged file. */
async function versionsInIndex(
  host: Host,
  sidecar: vscode.Uri,
): Promise<[string, string, string] | undefined> {
  const repository = await host.git.repositoryOf(sidecar);
  if (!repository) return undefined;
  const folder = vscode.Uri.joinPath(sidecar, '..').fsPath;
  const stage = async (number: number): Promise<string | undefined> => {
    const object = `:${number}:./${fileNameOf(sidecar)}`;
    const output = await host.git.run(repository, ['-C', folder, 'show', object]);
    return output?.code === 0 ? output.out : undefined;
  };
  const [base = '', ours, theirs] = await Promise.all([1, 2, 3].map(stage));
  return ours === undefined || theirs === undefined ? undefined : [base, ours, theirs];
}

/** A contradiction waits in *Needs Review*; one of the file's own fields only in the file. */
async function tell(sidecar: vscode.Uri, { text, conflicts }: MergedSidecar): Promise<void> {
  if (conflicts.length === 0) {
    const message = vscode.l10n.t('Merged {0}: nothing contradicts.', fileNameOf(sidecar));
    return void vscode.window.showInformationMessage(message);
  }
  const inRecords = conflicts.some(({ id }) => id !== undefined);
  const show = inRecords ? vscode.l10n.t('Review') : vscode.l10n.t('Show');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Merged {0}. Both versions are kept where they contradict ({1}): look at these places.',
      fileNameOf(sidecar),
      conflicts.length,
    ),
    show,
  );
  if (chosen !== show) return;
  if (inRecords) return openReview();
  const offset = Math.max(0, text.indexOf('x-conflict'));
  const document = await vscode.workspace.openTextDocument(sidecar);
  const place = document.positionAt(offset);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
}
