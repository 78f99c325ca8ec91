import * as vscode from 'vscode';
import type { SidecarSource } from '../core/annotation/annotation';
import type { CommitOutcome, FilesToCommit } from '../core/commit-of-files';
import { contentIdentity } from '../core/text/hash';
import { SourceText } from '../core/text/source-text';
import type { GitApi, GitExtension, Repository } from './git-extension';
import type { Log } from './log';
import { annotatedFileOf } from './message-uri';
import type { Platform } from './platform';

/** How far back a file's history is searched for the text that was annotated. */
const searchedCommits = 200;

/** Git as the built-in extension offers it; absent on the web and in untrusted workspaces. */
export class Git {
  constructor(
    private readonly log: Log,
    private readonly platform: Platform | undefined,
  ) {}

  /** The repository that holds a file; waits for the git extension to have looked. */
  async repositoryOf(document: vscode.Uri): Promise<Repository | undefined> {
    const uri = annotatedFileOf(document);
    const api = await this.#api();
    if (!api || uri.scheme !== 'file') return undefined;
    const known = api.getRepository(uri) ?? undefined;
    // A repository inside another one, and above all one that was made just now, may not be open yet.
    const root = await this.#findRoot(uri);
    if (!root || known?.rootUri.path === root.path) return known;
    return (await api.openRepository?.(root)) ?? known;
  }

  /** The name with which the user commits, or undefined. */
  async userName(uri: vscode.Uri): Promise<string | undefined> {
    const repository = await this.repositoryOf(uri);
    const name = repository
      ? await repository.getConfig('user.name').catch(() => '')
      : await (await this.#api())?.repositories[0]?.getGlobalConfig('user.name').catch(() => '');
    if (name) return name.trim();
    return repository
      ? (await repository.getGlobalConfig('user.name').catch(() => '')).trim() || undefined
      : undefined;
  }

  /**
   * The canonical text that a sidecar was written against, out of the repository's history: the
   * object that the sidecar names, else a version of the file whose text has the recorded hash.
   */
  async textOf(uri: vscode.Uri, recorded: SidecarSource): Promise<string | undefined> {
    const [api, repository] = [await this.#api(), await this.repositoryOf(uri)];
    if (!api || !repository) return undefined;
    if (this.platform) return this.platform.textFromGit(uri.fsPath, recorded, api.git.path);
    const commits = await repository
      .log({ path: uri.fsPath, maxEntries: searchedCommits })
      .catch(() => []);
    for (const { hash } of commits) {
      const text = await repository.show(hash, uri.fsPath).catch(() => undefined);
      const source = text === undefined ? undefined : new SourceText(text);
      if (source && contentIdentity(source).sha256 === recorded.sha256) return source.text;
    }
    return undefined;
  }

  /** A file as it was in a commit, for editors and comparisons. */
  async uriAt(uri: vscode.Uri, commit: string): Promise<vscode.Uri | undefined> {
    return (await this.#api())?.toGitUri(uri, commit);
  }

  /** Runs git in a repository; undefined where no program can be started. */
  async run(repository: Repository, args: readonly string[]) {
    const api = await this.#api();
    if (!api || !this.platform) return undefined;
    this.log.debug(`git ${args.join(' ')}`);
    return this.platform.runGit(api.git.path, repository.rootUri.fsPath, args);
  }

  /** Commits files and nothing else; undefined where no program can be started. */
  async commit(repository: Repository, files: FilesToCommit): Promise<CommitOutcome | undefined> {
    const api = await this.#api();
    if (!api || !this.platform) return undefined;
    return this.platform.commitFiles(api.git.path, repository.rootUri.fsPath, files);
  }

  /** The Node that git can start our command line with; undefined where there is none. */
  get nodeProgram(): string | undefined {
    return this.platform?.nodeProgram;
  }

  async #findRoot(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
    const top = vscode.workspace.getWorkspaceFolder(uri)?.uri.path ?? '/';
    for (let at = vscode.Uri.joinPath(uri, '..'); ; at = vscode.Uri.joinPath(at, '..')) {
      const marker = vscode.Uri.joinPath(at, '.git');
      const found = await vscode.workspace.fs.stat(marker).then(
        () => true,
        () => false,
      );
      if (found) return at;
      if (at.path === '/' || at.path === top) return undefined;
    }
  }

  async #api(): Promise<GitApi | undefined> {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    if (!extension || !vscode.workspace.isTrusted) return undefined;
    const git = extension.isActive ? extension.exports : await extension.activate();
    if (!git.enabled) return undefined;
    const api = git.getAPI(1);
    if (api.state !== 'initialized') {
      await new Promise<void>((resolve) => {
        const subscription = api.onDidChangeState(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
    return api;
  }
}
