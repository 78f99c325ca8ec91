import * as vscode from 'vscode';
import { describeChanges } from '../core/annotation/describe-changes';
import { readSidecar } from '../core/annotation/read-sidecar';
import { isEntityFile } from '../host/entity-store';
import type { Repository } from '../host/git-extension';
import type { Host } from '../host/host';
import { annotatedFileOf } from '../host/message-uri';
import { fileNameOf } from '../host/messages';
import { isSidecar, sidecarUriOf, sourceUriOf } from '../host/sidecar-location';
import { toUri } from './annotate/annotation-arguments';

export interface CommitArguments {
  readonly uri?: vscode.Uri | string;
  readonly message?: string;
  /** `false`: commit the whole files though only parts of them are staged, without asking. */
  readonly staged?: false;
}

/**
 * Commits a source, its sidecar and the changed entity files, and nothing else: what is staged
 * besides stays staged. Hooks, signing and identity are git's own. Resolves to the commit's hash,
 * or undefined when the user leaves.
 *
 * @throws Error with a sentence for the user.
 */
export async function commitWithAnnotations(
  host: Host,
  given: CommitArguments = {},
): Promise<string | undefined> {
  const uri = given.uri ? toUri(given.uri) : vscode.window.activeTextEditor?.document.uri;
  if (!uri) throw new Error(vscode.l10n.t('Open the source that you want to commit.'));
  const source = isSidecar(uri) ? sourceUriOf(uri) : annotatedFileOf(uri);
  const repository = await host.git.repositoryOf(source);
  if (!repository) throw new Error(whyNoRepository(source));

  const files = await host.sidecars.readAll(source);
  // A sidecar that was deleted is committed too.
  const pair = [source, sidecarUriOf(source), ...files.map((file) => file.uri)];
  await saveAll(pair);
  const paths = await changedPaths(repository, pair);
  if (paths.length === 0) {
    throw new Error(
      vscode.l10n.t('{0} and its annotations are committed already.', fileNameOf(source)),
    );
  }
  if (!(await mayCommitWhole(host, repository, paths, given))) return undefined;
  const proposed = given.message ?? (await messageFor(host, repository, source));
  // A person sees what will be committed; a program that names the source is not asked.
  const message = given.uri ? proposed : await askMessage(proposed, paths);
  if (!message) return undefined;
  return commitOnly(host, repository, paths, message);
}

function whyNoRepository(source: vscode.Uri): string {
  if (!vscode.workspace.isTrusted) {
    return vscode.l10n.t('Committing needs a trusted workspace.');
  }
  if (source.scheme !== 'file' || !vscode.extensions.getExtension('vscode.git')) {
    return vscode.l10n.t('Committing is not available here: it needs VS Code’s git extension.');
  }
  return vscode.l10n.t('{0} is not in a git repository.', fileNameOf(source));
}

async function saveAll(uris: readonly vscode.Uri[]): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    const wanted = uris.some((uri) => uri.toString() === document.uri.toString());
    if (wanted && document.isDirty && !(await document.save())) {
      throw new Error(vscode.l10n.t('{0} could not be saved.', fileNameOf(document.uri)));
    }
  }
}

/** The files to commit, of those that git sees as changed. */
async function changedPaths(
  repository: Repository,
  pair: readonly vscode.Uri[],
): Promise<string[]> {
  await repository.status();
  const { indexChanges, workingTreeChanges, mergeChanges, untrackedChanges } = repository.state;
  if (mergeChanges.length > 0) {
    throw new Error(vscode.l10n.t('Finish the merge first: git cannot commit single files now.'));
  }
  const changes = [...indexChanges, ...workingTreeChanges, ...(untrackedChanges ?? [])];
  const paths = new Set<string>();
  for (const { uri } of changes) {
    const isPair = pair.some((file) => file.toString() === uri.toString());
    if (isPair || isEntityFile(uri)) paths.add(uri.fsPath);
  }
  return [...paths].sort();
}

/**
 * Whether the files may be committed as they are on disk. One of which only a part was staged is not
 * committed whole unless somebody says so: the choice of the part would be lost.
 */
async function mayCommitWhole(
  host: Host,
  repository: Repository,
  paths: readonly string[],
  { uri, staged }: CommitArguments,
): Promise<boolean> {
  if (staged === false) return true;
  const differing = async (...options: string[]) => {
    const args = ['diff', '--name-only', '-z', ...options, '--', ...paths];
    return new Set((await host.git.run(repository, args))?.out.split('\0').filter(Boolean));
  };
  const [inIndex, onDisk] = [await differing('--cached'), await differing()];
  const partly = [...inIndex].filter((path) => onDisk.has(path));
  if (partly.length === 0) return true;
  const message = vscode.l10n.t('Only a part of {0} is staged.', partly.join(', '));
  if (uri) {
    throw new Error(
      vscode.l10n.t('{0} Stage the rest, or commit the whole file with `staged: false`.', message),
    );
  }
  const whole = vscode.l10n.t('Commit Whole File');
  const detail = vscode.l10n.t('To commit only what is staged, use VS Code’s own Commit.');
  const options = { modal: true, detail };
  return (await vscode.window.showWarningMessage(message, options, whole)) === whole;
}

async function messageFor(host: Host, repository: Repository, source: vscode.Uri): Promise<string> {
  const files = await host.sidecars.readAll(source);
  const committed = await Promise.all(
    files.map(({ uri }) => repository.show('HEAD', uri.fsPath).catch(() => '')),
  );
  const annotationsIn = (text: string) =>
    readSidecar(text).records.flatMap(({ annotation }) => annotation ?? []);
  const changes = describeChanges(
    committed.flatMap((text) => (text ? annotationsIn(text) : [])),
    files.flatMap(({ text }) => annotationsIn(text)),
  );
  return `Annotate ${fileNameOf(source)}${changes ? `: ${changes}` : ''}`;
}

async function askMessage(value: string, paths: readonly string[]): Promise<string | undefined> {
  const names = paths.map((path) => fileNameOf(vscode.Uri.file(path))).join(', ');
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Commit Source with Annotations'),
    prompt: vscode.l10n.t('Commits only: {0}', names),
    value,
  });
}

async function commitOnly(
  host: Host,
  repository: Repository,
  paths: readonly string[],
  message: string,
): Promise<string> {
  const git = async (...args: string[]) => {
    const output = await host.git.run(repository, args);
    if (!output) throw new Error(vscode.l10n.t('Git cannot be started here.'));
    return output;
  };
  const added: string[] = [];
  for (const path of paths) {
    if ((await git('ls-files', '--error-unmatch', '--', path)).code !== 0) added.push(path);
  }
  // `--only` takes the paths as they are on disk and leaves the rest of the index alone; it must
  // know the new ones.
  if (added.length > 0) await git('add', '--intent-to-add', '--', ...added);
  const commit = await git('commit', '--only', '--message', message, '--', ...paths);
  if (commit.code !== 0) {
    if (added.length > 0) await git('rm', '--cached', '--quiet', '--force', '--', ...added);
    throw new Error(vscode.l10n.t('Git did not commit: {0}', (commit.error || commit.out).trim()));
  }
  await repository.status();
  return (await git('rev-parse', 'HEAD')).out.trim();
}
