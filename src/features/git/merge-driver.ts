import * as vscode from 'vscode';
import {
  mergeAttribute,
  mergeDriverCommand,
  mergeDriverName,
  withMergeAttribute,
  withoutMergeAttribute,
} from '../../core/annotation/merge-driver';
import type { Repository } from '../../host/git-extension';
import type { Host } from '../../host/host';
import { toUri } from '../annotate/annotation-arguments';

export interface MergeDriverArguments {
  /** A file of the repository; without it, the document in front or the first folder. */
  readonly uri?: vscode.Uri | string;
  /** Whether the caller has asked the user. */
  readonly asked?: boolean;
}

/** A function: its name is not loaded before it is needed. */
function section(): string {
  return `merge.${mergeDriverName}`;
}

/**
 * Makes git merge this repository's sidecars by annotation and field, after asking: its configuration gets
 * the driver's command, which no clone can choose, and `.gitattributes` a line that names it.
 *
 * @throws Error with a sentence for the user
 */
export async function installMergeDriver(
  host: Host,
  given: MergeDriverArguments = {},
): Promise<boolean> {
  const repository = await repositoryFor(host, given);
  const question = vscode.l10n.t('Let git merge sidecars by annotation in this repository?');
  const detail = vscode.l10n.t(
    'Sets {0}.driver in the configuration of {1}, and adds “{2}” to .gitattributes. “Remove Merge Driver” takes both back.',
    section(),
    repository.rootUri.fsPath,
    mergeAttribute,
  );
  if (!given.asked && !(await isWanted(question, detail, vscode.l10n.t('Install')))) return false;
  const program = vscode.Uri.joinPath(host.context.extensionUri, 'dist', 'cli.js').fsPath;
  const node = host.git.nodeProgram;
  if (node === undefined) throw new Error(vscode.l10n.t('Git cannot be started here.'));
  const name = 'Archive annotations, by annotation and field';
  await configure(host, repository, `${section()}.name`, name);
  await configure(host, repository, `${section()}.driver`, mergeDriverCommand(node, program));
  await host.files.change(attributesOf(repository), () => '', withMergeAttribute);
  return true;
}

/** Takes back what `installMergeDriver` did, after asking. */
export async function removeMergeDriver(
  host: Host,
  given: MergeDriverArguments = {},
): Promise<boolean> {
  const repository = await repositoryFor(host, given);
  const question = vscode.l10n.t('Let git merge sidecars by line again in this repository?');
  const detail = vscode.l10n.t(
    'Removes {0} from the configuration of {1}, and “{2}” from .gitattributes.',
    section(),
    repository.rootUri.fsPath,
    mergeAttribute,
  );
  if (!given.asked && !(await isWanted(question, detail, vscode.l10n.t('Remove')))) return false;
  // Fails where there is no such section, which is what is wanted.
  await host.git.run(repository, ['config', '--local', '--remove-section', section()]);
  await host.files.change(attributesOf(repository), () => '', withoutMergeAttribute);
  return true;
}

async function repositoryFor(host: Host, { uri }: MergeDriverArguments): Promise<Repository> {
  const file =
    (uri && toUri(uri)) ??
    vscode.window.activeTextEditor?.document.uri ??
    vscode.workspace.workspaceFolders?.[0]?.uri;
  const repository = file && (await host.git.repositoryOf(file));
  if (repository) return repository;
  throw new Error(
    vscode.workspace.isTrusted
      ? vscode.l10n.t('Open a file of a git repository first.')
      : vscode.l10n.t('A merge driver needs a trusted workspace.'),
  );
}

async function isWanted(question: string, detail: string, yes: string): Promise<boolean> {
  const options = { modal: true, detail };
  return (await vscode.window.showInformationMessage(question, options, yes)) === yes;
}

async function configure(
  host: Host,
  repository: Repository,
  name: string,
  value: string,
): Promise<void> {
  const output = await host.git.run(repository, ['config', '--local', name, value]);
  if (output?.code === 0) return;
  throw new Error(vscode.l10n.t('Git did not set {0}: {1}', name, output?.error.trim() ?? ''));
}

function attributesOf(repository: Repository): vscode.Uri {
  return vscode.Uri.joinPath(repository.rootUri, '.gitattributes');
}
