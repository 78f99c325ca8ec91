import * as vscode from 'vscode';
import { sidecarSuffix } from '../../core/file-names';
import { contentIdentity } from '../../core/text/hash';
import { Debounce } from '../../host/debounce';
import type { Host } from '../../host/host';
import { messageOf } from '../../host/log';
import { fileNameOf } from '../../host/messages';
import { canHaveSidecar, sidecarUriOf } from '../../host/sidecar-location';
import { sourceTextOf } from '../../host/text-conversion';
import { targetOf, type AnnotationArguments } from '../annotate/annotation-arguments';
import { isFile } from './is-file';
import { nameSource } from './name-source';

const pauseMilliseconds = 500;

/**
 * A source that was renamed outside the editor is known by its text: when one without a sidecar comes
 * to the front, and a sidecar of the same folder (or of the archive, once that is loaded) records the
 * very same text and has lost its own source, the editor offers to take it along.
 */
export function registerRelinkSidecar(host: Host): vscode.Disposable {
  const asked = new Set<string>();
  const look = new Debounce<vscode.TextDocument>(pauseMilliseconds, (document) => {
    if (document.isClosed || asked.has(document.uri.toString())) return;
    offer(host, document, asked).catch((error: unknown) => host.log.warn(messageOf(error)));
  });
  const lookAt = (editor: vscode.TextEditor | undefined) => {
    if (editor && canHaveSidecar(editor.document)) look.schedule(editor.document);
  };
  lookAt(vscode.window.activeTextEditor);
  return vscode.Disposable.from(look, vscode.window.onDidChangeActiveTextEditor(lookAt));
}

async function offer(host: Host, document: vscode.TextDocument, asked: Set<string>): Promise<void> {
  const { uri } = document;
  const [old] = await lostSidecarsOf(host, document);
  if (!old) return;
  asked.add(uri.toString());
  const relink = vscode.l10n.t('Take Annotations Along');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0} seems to be {1} under a new name: the annotations of that source were made on this very text.',
      fileNameOf(uri),
      fileNameOf(old),
    ),
    relink,
  );
  if (answer === relink) await moveSidecar(host, old, uri);
}

/** Looks for the sidecar of a source that was renamed outside the editor and takes it along. */
export async function relinkSidecar(host: Host, given: AnnotationArguments = {}): Promise<void> {
  const { document } = await targetOf(given);
  const lost = await lostSidecarsOf(host, document);
  if (lost.length === 0) {
    throw new Error(
      vscode.l10n.t('There is no sidecar that was made on this text and has lost its source.'),
    );
  }
  const items = lost.map((uri) => ({ label: fileNameOf(uri), description: uri.path, uri }));
  const placeHolder = vscode.l10n.t('Under which name were the annotations made?');
  const picked =
    items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { placeHolder });
  if (picked) await moveSidecar(host, picked.uri, document.uri);
}

/** Sources that are gone and whose sidecars were made on the document's very text. */
async function lostSidecarsOf(host: Host, document: vscode.TextDocument): Promise<vscode.Uri[]> {
  if (!canHaveSidecar(document) || (await isFile(sidecarUriOf(document.uri)))) return [];
  const lost = await lostSources(host, document.uri);
  if (lost.length === 0) return [];
  const { sha256 } = contentIdentity(sourceTextOf(document));
  const found: vscode.Uri[] = [];
  for (const old of lost) {
    const files = await host.sidecars.readAll(old);
    if (files.some(({ sidecar }) => sidecar.source?.sha256 === sha256)) found.push(old);
  }
  return found;
}

/** Moves the sidecars of a source that is gone, every annotator's, to the source that has its text now. */
async function moveSidecar(host: Host, old: vscode.Uri, now: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri } of await host.sidecars.readAll(old)) {
    const target = now.with({ path: now.path + uri.path.slice(old.path.length) });
    // Another sidecar is never overwritten.
    if (!(await isFile(target))) edit.renameFile(uri, target, { overwrite: false });
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(vscode.l10n.t('{0} could not be moved.', sidecarUriOf(old).path));
  }
  await nameSource(host, now, fileNameOf(old));
}

/** Sources that have a sidecar and are not there: of the same folder, and of the loaded archive. */
async function lostSources(host: Host, uri: vscode.Uri): Promise<vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const names = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name));
  const sidecars = [...names].filter((name) => name.endsWith(sidecarSuffix));
  const lost = new Map<string, vscode.Uri>();
  for (const name of sidecars) {
    if (names.has(name.slice(0, -sidecarSuffix.length))) continue;
    const source = await host.sidecars.sourceOf(vscode.Uri.joinPath(folder, name));
    // Several annotators' sidecars have one source.
    if (!names.has(fileNameOf(source))) lost.set(source.toString(), source);
  }
  for (const { uri: source, problem } of host.archive.sources) {
    if (!problem || lost.has(source.toString()) || (await isFile(source))) continue;
    lost.set(source.toString(), source);
  }
  return [...lost.values()];
}
