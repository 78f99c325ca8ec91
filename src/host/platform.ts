import type { SidecarSource } from '../core/annotation/annotation';
import type { CommitOutcome, FilesToCommit } from '../core/commit-of-files';

/** What a git command answered. */
export interface GitOutput {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/**
 * What only a host on Node can do. The composition root hands it in; in a browser there is none of it,
 * and the features say so or do without. Paths are absolute.
 */
export interface Platform {
  /** Absolute path of Node, or of an editor that can be run as Node. */
  readonly nodeProgram: string;
  /** Runs the user's own git (`program`) in `directory`; arguments go to it as they are. */
  runGit(program: string, directory: string, args: readonly string[]): Promise<GitOutput>;
  /** Commits files of the repository in `directory` and nothing else. */
  commitFiles(program: string, directory: string, files: FilesToCommit): Promise<CommitOutcome>;
  /** The text that a sidecar was written against, from the history of the file at `path`. */
  textFromGit(path: string, recorded: SidecarSource, program: string): Promise<string | undefined>;
  /** Works on a file while other programs of ours (windows, command line) wait for it. */
  whileLocked<Result>(path: string, work: () => Promise<Result>): Promise<Result>;
  /** Replaces a file's content so that at every moment the old or the new one is there. */
  replaceFile(path: string, text: string): Promise<void>;
}
