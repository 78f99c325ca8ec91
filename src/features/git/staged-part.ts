import * as vscode from 'vscode';
import type { Repository } from '../../host/git-extension';
import type { Host } from '../../host/host';

/**
 * Whether what is staged of the files is committed, or the whole files as they are on disk. One of which
 * only a part is staged is not committed whole unless somebody says so: the choice of the part would be
 * lost.
 *
 * @param asks whether a person is there to be asked
 * @returns undefined when the person leaves
 * @throws Error with a sentence for the user when a program has to decide
 */
export async function chooseStaged(
  host: Host,
  repository: Repository,
  paths: readonly string[],
  asks: boolean,
): Promise<boolean | undefined> {
  const partly = await partlyStaged(host, repository, paths);
  if (partly.length === 0) return false;
  const message = vscode.l10n.t('Only a part of {0} is staged.', partly.join(', '));
  if (!asks) {
    throw new Error(
      vscode.l10n.t(
        '{0} Commit that part with `staged: true`, or the whole file with `staged: false`.',
        message,
      ),
    );
  }
  const part = vscode.l10n.t('Commit Staged Part');
  const whole = vscode.l10n.t('Commit Whole File');
  const detail = vscode.l10n.t('The staged part of the source, its sidecars and entity files.');
  const options = { modal: true, detail };
  const answer = await vscode.window.showWarningMessage(message, options, part, whole);
  return answer === undefined ? undefined : answer === part;
}

/** Names of files that differ both from the last commit and from what is staged of them. */
async function partlyStaged(
  host: Host,
  repository: Repository,
  paths: readonly string[],
): Promise<string[]> {
  const differing = async (...options: string[]) => {
    const diff = ['--literal-pathspecs', 'diff', '--name-only', '--no-renames', '-z', ...options];
    const output = await host.git.run(repository, [...diff, '--', ...paths]);
    return output?.out.split('\0').filter(Boolean) ?? [];
  };
  const onDisk = new Set(await differing());
  return (await differing('--cached')).filter((path) => onDisk.has(path));
}
