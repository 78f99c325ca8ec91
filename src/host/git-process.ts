/** What a git command answered. */
export interface GitOutput {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/**
 * Runs the user's own git where the host can start programs; there is none in a browser. Arguments
 * go to git as they are, never through a shell.
 *
 * @param path git's executable, as the built-in git extension found it.
 * @param directory absolute path of the repository's root.
 */
export type GitProcess = (
  path: string,
  directory: string,
  args: readonly string[],
) => Promise<GitOutput>;
