import * as vscode from 'vscode';
import { editSidecar, type SidecarChange } from '../../core/annotation/edit-sidecar';
import { knownTerms } from '../../core/annotation/known-terms';
import { readSidecar } from '../../core/annotation/read-sidecar';
import type { TextEdit } from '../../core/annotation/text-edit';
import { renameTerm, renameTermIn, type TermList } from '../../core/annotation/vocabulary';
import { sidecarSuffix } from '../../core/file-names';
import type { Host } from '../../host/host';
import { openNewest } from '../../host/newest-document';
import { sourceUriOf } from '../../host/sidecar-location';
import { toUri } from '../annotate/annotation-arguments';

/** What is renamed; what is absent is asked. */
export interface RenameTermArguments {
  /** A file of the archive: its vocabulary, and every sidecar that this is for, are changed. */
  readonly uri?: vscode.Uri | string;
  readonly from?: string;
  readonly to?: string;
}

/** Renames a tag or a type, with the narrower ones, over the archive: one edit that one undo takes back. */
export async function renameTermEverywhere(
  host: Host,
  list: TermList,
  given: RenameTermArguments = {},
): Promise<void> {
  const uri = given.uri ? toUri(given.uri) : vscode.window.activeTextEditor?.document.uri;
  const folder = uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error(vscode.l10n.t('Open the folder of the archive first.'));
  const file = await host.vocabularies.of(uri ?? vscode.Uri.joinPath(folder, 'any'));
  const sidecars = await sidecarsOf(host, file?.uri);
  const from = given.from ?? (await askTerm(host, list, file?.vocabulary, sidecars));
  const to = from === undefined ? undefined : (given.to ?? (await askName(from)));
  if (from === undefined || to === undefined || to === from) return;

  const edit = new vscode.WorkspaceEdit();
  const changed: vscode.TextDocument[] = [];
  const add = (document: vscode.TextDocument, edits: readonly TextEdit[]) => {
    if (edits.length === 0) return;
    if (!document.isDirty) changed.push(document);
    for (const { range, newText } of edits) {
      const place = new vscode.Range(
        document.positionAt(range.start),
        document.positionAt(range.end),
      );
      edit.replace(document.uri, place, newText);
    }
  };
  if (file) {
    const document = await openNewest(host.files, file.uri);
    add(document, renameTerm(document.getText(), list, from, to));
  }
  for (const sidecar of sidecars) {
    const document = await openNewest(host.files, sidecar);
    add(document, renamedIn(document.getText(), list, from, to));
  }
  if (edit.size === 0) throw new Error(vscode.l10n.t('Nothing has “{0}”.', from));
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(vscode.l10n.t('“{0}” could not be renamed.', from));
  }
  await save(changed);
}

/** Files that had unsaved changes are left for their author to save. */
async function save(documents: readonly vscode.TextDocument[]): Promise<void> {
  const unsaved: string[] = [];
  for (const document of documents) {
    if (!(await document.save())) unsaved.push(document.uri.path);
  }
  if (unsaved.length === 0) return;
  throw new Error(vscode.l10n.t('Renamed, but not saved: {0}', unsaved.join(', ')));
}

function renamedIn(text: string, list: TermList, from: string, to: string): readonly TextEdit[] {
  const changes = readSidecar(text).records.flatMap(({ annotation }): SidecarChange[] => {
    const renamed = annotation && renameTermIn(annotation, list, from, to);
    return renamed ? [{ replace: renamed }] : [];
  });
  return changes.length > 0 ? editSidecar(text, changes).edits : [];
}

/**
 * The sidecars whose vocabulary is this one (in a large archive others may be nearer), looked for
 * anew: what is missed would keep the old name.
 */
async function sidecarsOf(host: Host, vocabulary: vscode.Uri | undefined): Promise<vscode.Uri[]> {
  const glob = `**/*${sidecarSuffix}`;
  const within = vocabulary && vscode.Uri.joinPath(vocabulary, '..');
  const all = await vscode.workspace.findFiles(
    within ? new vscode.RelativePattern(within, glob) : glob,
  );
  const found: vscode.Uri[] = [];
  for (const uri of all) {
    const own = (await host.vocabularies.of(uri))?.uri;
    if (own?.toString() === vocabulary?.toString()) found.push(uri);
  }
  return found;
}

async function askTerm(
  host: Host,
  list: TermList,
  vocabulary: Parameters<typeof knownTerms>[1],
  sidecars: readonly vscode.Uri[],
): Promise<string | undefined> {
  const read = await Promise.all(sidecars.map((uri) => host.sidecars.read(sourceUriOf(uri))));
  const annotations = read.flatMap((stored) =>
    (stored?.sidecar.records ?? []).flatMap(({ annotation }) => annotation ?? []),
  );
  const terms = knownTerms(list, vocabulary, annotations);
  const items = terms.map(({ name, uses, description = '' }) => ({
    label: name,
    description: [vscode.l10n.t('used {0}×', uses), description].filter(Boolean).join(' · '),
  }));
  const placeHolder =
    list === 'tags' ? vscode.l10n.t('Rename which tag?') : vscode.l10n.t('Rename which type?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.label;
}

function askName(from: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    value: from,
    prompt: vscode.l10n.t('The new name of “{0}”; narrower terms (“{0}/…”) follow.', from),
    validateInput: (name) =>
      name.split('/').every((part) => part !== '' && part.trim() === part)
        ? undefined
        : vscode.l10n.t('A term is a text; “/” stands between broader and narrower.'),
  });
}
