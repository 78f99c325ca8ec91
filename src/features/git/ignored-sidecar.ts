import * as vscode from 'vscode';
import type { Repository } from '../../host/git-extension';
import type { Host } from '../../host/host';
import { fileNameOf } from '../../host/messages';

/**
 * A sidecar that git is told to ignore would be left out of every commit without a word.
 *
 * @throws Error with a sentence for the user that names the rule
 */
export async function refuseIgnored(
  host: Host,
  repository: Repository,
  sidecars: readonly vscode.Uri[],
): Promise<void> {
  for (const uri of sidecars) {
    const args = ['check-ignore', '--verbose', '--', uri.fsPath];
    const output = await host.git.run(repository, args);
    // <file of the rule>:<line>:<pattern> TAB <path>
    const rule = output?.code === 0 ? /^(.*):(\d+):(.*)\t/.exec(output.out) : null;
    const [, file = '', line = '', pattern = ''] = rule ?? [];
    // A rule that takes a file out of the ignored ones is told as well.
    if (!rule || pattern.startsWith('!')) continue;
    throw new Error(
      vscode.l10n.t(
        'Git ignores {0}, its annotations would stay uncommitted: remove “{1}” from {2}, line {3}.',
        fileNameOf(uri),
        pattern,
        file,
        line,
      ),
    );
  }
}
