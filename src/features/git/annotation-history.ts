import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { describeChanges } from '../../core/annotation/describe-changes';
import { readSidecar } from '../../core/annotation/read-sidecar';
import type { Repository } from '../../host/git-extension';
import type { Host } from '../../host/host';
import { fileNameOf } from '../../host/messages';
import { toUri } from '../annotate/annotation-arguments';
import { findAnnotation, type AnnotationReference } from '../annotate/find-annotation';

/** One commit of a sidecar, and what it did to its annotations. */
export interface HistoryEntry {
  readonly commit: string;
  readonly author: string;
  /** RFC 3339. */
  readonly date: string;
  readonly subject: string;
  /** "add 1 note", "change 1" … */
  readonly changes: string;
}

/** So many commits of a sidecar are read, newest first. */
const mostCommits = 100;

/**
 * Shows who made an annotation and who changed it, when and in which commit: the one at the cursor or
 * the given one, else the history of the whole sidecar. Resolves to the entries, newest first.
 *
 * @throws Error with a sentence for the user when there is no history to read.
 */
export async function showHistory(
  host: Host,
  given?: AnnotationReference,
): Promise<readonly HistoryEntry[]> {
  const reference = given?.id ? await findAnnotation(host, given) : await atCursor(host);
  const source =
    reference?.document.uri ??
    (given?.uri ? toUri(given.uri) : vscode.window.activeTextEditor?.document.uri);
  if (!source) throw new Error(vscode.l10n.t('Open an annotated source first.'));
  const repository = await host.git.repositoryOf(source);
  const sidecar = await sidecarOf(host, source, reference?.found.annotation.id);
  if (!repository || !sidecar) {
    throw new Error(vscode.l10n.t('There is no history of annotations here.'));
  }
  const entries = await readHistory(host, repository, sidecar, reference?.found.annotation.id);
  // A program that asks for an annotation gets the answer; a person gets the list.
  if (!given?.id || vscode.window.activeTextEditor?.document.uri.toString() === source.toString()) {
    void pickCommit(host, sidecar, entries);
  }
  return entries;
}

async function atCursor(host: Host) {
  try {
    return await findAnnotation(host, undefined);
  } catch {
    return undefined;
  }
}

/** The sidecar that holds the annotation, else the first one of the source. */
async function sidecarOf(
  host: Host,
  source: vscode.Uri,
  id: string | undefined,
): Promise<vscode.Uri | undefined> {
  const stored = await host.sidecars.readAll(source);
  const holds = ({ sidecar }: (typeof stored)[number]) =>
    sidecar.records.some(({ annotation }) => annotation?.id === id);
  return (stored.find(holds) ?? stored[0])?.uri;
}

async function readHistory(
  host: Host,
  repository: Repository,
  sidecar: vscode.Uri,
  id: string | undefined,
): Promise<HistoryEntry[]> {
  const format = '--format=%H%x1f%an%x1f%aI%x1f%s';
  const args = ['log', `--max-count=${mostCommits}`, format, '--', sidecar.fsPath];
  const log = await host.git.run(repository, args);
  const lines = (log?.out ?? '').split('\n').filter(Boolean);
  const annotationsAt = async (commit: string): Promise<Annotation[]> => {
    const text = await repository.show(commit, sidecar.fsPath).catch(() => '');
    const annotations = readSidecar(text).records.flatMap(({ annotation }) => annotation ?? []);
    return id === undefined ? annotations : annotations.filter((it) => it.id === id);
  };
  const entries: HistoryEntry[] = [];
  let after: Annotation[] | undefined;
  for (const [index, line] of lines.entries()) {
    const [commit = '', author = '', date = '', subject = ''] = line.split('\x1f');
    after ??= await annotationsAt(commit);
    const older = lines[index + 1]?.split('\x1f')[0];
    const before = older ? await annotationsAt(older) : [];
    const changes = describeChanges(before, after);
    if (changes || id === undefined) entries.push({ commit, author, date, subject, changes });
    after = before;
  }
  return entries;
}

async function pickCommit(
  host: Host,
  sidecar: vscode.Uri,
  entries: readonly HistoryEntry[],
): Promise<void> {
  if (entries.length === 0) {
    void vscode.window.setStatusBarMessage(vscode.l10n.t('Not committed yet'), 4000);
    return;
  }
  const items = entries.map((entry) => ({
    label: `$(git-commit) ${entry.changes || entry.subject}`,
    description: `${entry.author}, ${entry.date.slice(0, 10)}`,
    detail: `${entry.commit.slice(0, 8)} ${entry.subject}`,
    entry,
  }));
  const title = vscode.l10n.t('History of {0}', fileNameOf(sidecar));
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  if (!picked) return;
  const { commit, changes } = picked.entry;
  const [before, after] = await Promise.all([
    host.git.uriAt(sidecar, `${commit}~`),
    host.git.uriAt(sidecar, commit),
  ]);
  if (!before || !after) return;
  const name = `${fileNameOf(sidecar)} (${commit.slice(0, 8)}${changes ? `: ${changes}` : ''})`;
  await vscode.commands.executeCommand('vscode.diff', before, after, name);
}
