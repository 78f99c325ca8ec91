import type { Event, Uri } from 'vscode';

/**
 * The part of the built-in git extension's public API (version 1) that we use, as documented in
 * `extensions/git/src/api/git.d.ts` of VS Code.
 */
export interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<'uninitialized' | 'initialized'>;
  readonly git: { readonly path: string };
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  getRepository(uri: Uri): Repository | null;
  toGitUri(uri: Uri, ref: string): Uri;
  openRepository?(root: Uri): Promise<Repository | null>;
}

export interface Change {
  readonly uri: Uri;
  readonly status: number;
}

export interface RepositoryState {
  readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
  readonly indexChanges: readonly Change[];
  readonly workingTreeChanges: readonly Change[];
  readonly mergeChanges: readonly Change[];
  readonly untrackedChanges?: readonly Change[];
  readonly onDidChange: Event<void>;
}

export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly authorName?: string;
  readonly authorDate?: Date;
}

export interface Repository {
  readonly rootUri: Uri;
  readonly state: RepositoryState;
  readonly onDidCommit?: Event<void>;
  status(): Promise<void>;
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
  log(options?: { readonly maxEntries?: number; readonly path?: string }): Promise<Commit[]>;
  show(ref: string, path: string): Promise<string>;
  blame(path: string): Promise<string>;
}
