import * as vscode from 'vscode';
import { describeChanges } from '../core/annotation/describe-changes';
import { readSidecar } from '../core/annotation/read-sidecar';
import type { CommitRefusal } from '../core/commit-of-files';
import { isEntityFile } from '../host/entity-files';
import type { Repository } from '../host/git-extension';
import type { Host } from '../host/host';
import { annotatedFileOf } from '../host/message-uri';
import { fileNameOf } from '../host/messages';
import { isSidecar, sidecarUriOf } from '../host/sidecar-location';
import { toUri } from './annotate/annotation-arguments';
import { refuseIgnored } from './git/ignored-sidecar';
import { chooseStaged } from './git/staged-part';

export interface CommitArguments {
  readonly uri?: vscode.Uri | string;
  readonly message?: string;
  /**
   * `true`: commit what is staged of the files, and no more. `false`: commit the whole files though only
   * parts of them are staged, without asking. Absent: the whole files, unless only a part is staged.
   */
  readonly staged?: boolean;
}

/**
 * Commits a source, its sidecars and the changed entity files, and nothing else: what is staged
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
  const source = isSidecar(uri) ? await host.sidecars.sourceOf(uri) : annotatedFileOf(uri);
  const repository = await host.git.repositoryOf(source);
  if (!repository) throw new Error(whyNoRepository(source));

  const files = await host.sidecars.readAll(source);
  // A sidecar that was deleted is committed too.
  const sidecars = unique([sidecarUriOf(source), ...files.map((file) => file.uri)]);
  const pair = [source, ...sidecars];
  if (!given.staged) await saveAll(pair);
  await refuseIgnored(
    host,
    repository,
    files.map((file) => file.uri),
  );
  const changed = await changedPaths(repository, pair, given.staged === true);
  if (changed.length === 0) throw new Error(whyNothing(source, given));
  const staged = given.staged ?? (await chooseStaged(host, repository, changed, !given.uri));
  if (staged === undefined) return undefined;
  const paths = staged ? await changedPaths(repository, pair, true) : changed;
  const proposed = given.message ?? (await messageFor(repository, source, sidecars, staged));
  // A person sees what will be committed; a program that names the source is not asked.
  const message = given.uri ? proposed : await askMessage(proposed, paths);
  if (!message) return undefined;
  return commit(host, repository, { paths, message, staged });
}

function unique(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
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

function whyNothing(source: vscode.Uri, { staged }: CommitArguments): string {
  return staged
    ? vscode.l10n.t('Nothing of {0} and its annotations is staged.', fileNameOf(source))
    : vscode.l10n.t('{0} and its annotations are committed already.', fileNameOf(source));
}

async function saveAll(uris: readonly vscode.Uri[]): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    const wanted = uris.some((uri) => uri.toString() === document.uri.toString());
    if (wanted && document.isDirty && !(await document.save())) {
      throw new Error(vscode.l10n.t('{0} could not be saved.', fileNameOf(document.uri)));
    }
  }
}

/** The files to commit, of those that git sees as changed (or as staged). */
async function changedPaths(
  repository: Repository,
  pair: readonly vscode.Uri[],
  staged: boolean,
): Promise<string[]> {
  await repository.status();
  const { indexChanges, workingTreeChanges, mergeChanges, untrackedChanges } = repository.state;
  if (mergeChanges.length > 0) {
    throw new Error(vscode.l10n.t('Finish the merge first: git cannot commit single files now.'));
  }
  const others = staged ? [] : [...workingTreeChanges, ...(untrackedChanges ?? [])];
  const paths = new Set<string>();
  for (const { uri } of [...indexChanges, ...others]) {
    const isPair = pair.some((file) => file.toString() === uri.toString());
    if (isPair || isEntityFile(uri)) paths.add(uri.fsPath);
  }
  return [...paths].sort();
}

async function messageFor(
  repository: Repository,
  source: vscode.Uri,
  sidecars: readonly vscode.Uri[],
  staged: boolean,
): Promise<string> {
  const annotationsAt = async (read: (uri: vscode.Uri) => PromiseLike<string>) => {
    const texts = await Promise.all(
      sidecars.map(async (uri) => {
        try {
          return await read(uri);
        } catch {
          // Not there at that time.
          return '';
        }
      }),
    );
    return texts.flatMap((text) =>
      text ? readSidecar(text).records.flatMap(({ annotation }) => annotation ?? []) : [],
    );
  };
  const onDisk = async (uri: vscode.Uri) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const changes = describeChanges(
    await annotationsAt((uri) => repository.show('HEAD', uri.fsPath)),
    await annotationsAt(staged ? (uri) => repository.show('', uri.fsPath) : onDisk),
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

async function commit(
  host: Host,
  repository: Repository,
  files: { paths: readonly string[]; message: string; staged: boolean },
): Promise<string> {
  const options = {
    location: vscode.ProgressLocation.Window,
    title: vscode.l10n.t('Committing'),
  };
  const outcome = await vscode.window.withProgress(options, () =>
    host.git.commit(repository, files),
  );
  if (!outcome) throw new Error(vscode.l10n.t('Git cannot be started here.'));
  if ('refusal' in outcome) throw new Error(whyRefused(outcome.refusal, outcome.said));
  await repository.status();
  const hash = outcome.hash.slice(0, 8);
  const told = repository.state.HEAD?.name
    ? vscode.l10n.t('Committed {0}', hash)
    : vscode.l10n.t('Committed {0} on no branch: make one to keep it', hash);
  vscode.window.setStatusBarMessage(`$(git-commit) ${told}`, 8000);
  return outcome.hash;
}

function whyRefused(refusal: CommitRefusal, said: string): string {
  switch (refusal) {
    case 'no-identity':
      return vscode.l10n.t(
        'Git does not know who you are: set user.name and user.email with `git config`, then commit again.',
      );
    case 'locked':
      return vscode.l10n.t(
        'Another git is at work in this repository. Commit again when it is done; if none is, delete {0}.',
        said,
      );
    case 'unfinished':
      return vscode.l10n.t(
        'A merge, cherry-pick or revert waits for its own commit ({0}): finish it first.',
        said,
      );
    case 'git':
      return vscode.l10n.t('Git did not commit: {0}', said);
  }
}
