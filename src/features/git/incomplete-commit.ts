import * as vscode from 'vscode';
import type { Repository } from '../../host/git-extension';
import type { Host } from '../../host/host';
import { fileNameOf } from '../../host/messages';
import { settings } from '../../host/settings';
import { canHaveSidecar, isSidecar, sourceUriOf } from '../../host/sidecar-location';

/**
 * Tells when a source was committed and its changed sidecar was not, or the other way round, and offers
 * to commit what is missing. Only repositories of opened annotated sources are watched.
 */
export function registerIncompleteCommit(host: Host): vscode.Disposable {
  const watched = new Map<Repository, vscode.Disposable>();
  const watch = async (document: vscode.TextDocument) => {
    if (!canHaveSidecar(document) || !host.annotations.isAnnotated(document)) return;
    const repository = await host.git.repositoryOf(document.uri);
    if (!repository?.onDidCommit || watched.has(repository)) return;
    watched.set(
      repository,
      repository.onDidCommit(() => void check(host, repository)),
    );
  };
  return vscode.Disposable.from(host.annotations.onDidChange(watch), {
    dispose: () => vscode.Disposable.from(...watched.values()).dispose(),
  });
}

async function check(host: Host, repository: Repository): Promise<void> {
  if (!settings.warnIncompleteCommit(repository.rootUri)) return;
  const source = await leftBehind(host, repository);
  if (!source) return;
  const commit = vscode.l10n.t('Commit Source with Annotations');
  const question = vscode.l10n.t(
    'Only one of {0} and its annotations was committed; the other is changed too.',
    fileNameOf(source),
  );
  if ((await vscode.window.showWarningMessage(question, commit)) === commit) {
    await vscode.commands.executeCommand('archiveAnnotator.commit', { uri: source });
  }
}

/** A source of the last commit whose other half is changed and was not committed with it. */
export async function leftBehind(
  host: Host,
  repository: Repository,
): Promise<vscode.Uri | undefined> {
  const show = await host.git.run(repository, ['show', '--name-only', '--format=', '-z', 'HEAD']);
  if (!show || show.code !== 0) return undefined;
  await repository.status();
  const { indexChanges, workingTreeChanges, untrackedChanges } = repository.state;
  const changes = [...indexChanges, ...workingTreeChanges, ...(untrackedChanges ?? [])];
  const changed = changes.map(({ uri }) => uri);
  for (const name of show.out.split('\0').filter(Boolean)) {
    const committed = vscode.Uri.joinPath(repository.rootUri, name);
    const half = changed.find((uri) => areHalves(committed, uri));
    if (half) return isSidecar(committed) ? sourceUriOf(committed) : committed;
  }
  return undefined;
}

/** Whether one of two files is the sidecar of the other. */
function areHalves(one: vscode.Uri, other: vscode.Uri): boolean {
  const belongs = (sidecar: vscode.Uri, source: vscode.Uri) =>
    isSidecar(sidecar) && sourceUriOf(sidecar).path === source.path;
  return belongs(one, other) || belongs(other, one);
}
