/** Files to commit and nothing else: what the editor asks of git's side. */
export interface FilesToCommit {
  /** Absolute paths, inside the repository. */
  readonly paths: readonly string[];
  readonly message: string;
  /** Whether they are taken as they stand in the index; otherwise as they are on disk. */
  readonly staged: boolean;
}

/**
 * Why there was no commit: another program writes the index, git does not know whose commit it is, a
 * merge or the like waits for its own commit, or what git (a hook, the signing) said.
 */
export type CommitRefusal = 'locked' | 'no-identity' | 'unfinished' | 'git';

/** The new commit's object id, or why there is none, with git's own words where it has said any. */
export type CommitOutcome =
  { readonly hash: string } | { readonly refusal: CommitRefusal; readonly said: string };
