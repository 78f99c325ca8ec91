import { resolve } from 'node:path';
import type { CommitOutcome, FilesToCommit } from '../core/commit-of-files';
import { withLockedIndex } from './locked-index';
import { runGit } from './run-git';

/** Who waits for a commit of everything; a commit of single files would take its place. */
const unfinished = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'];

/** An answer of git that ends the work. */
class Refused extends Error {}

/**
 * Commits files and nothing else, with the user's own identity, hooks and signing, on a branch or on
 * none. What is staged besides stays staged, and so does the part of a file that was not asked for.
 * When there is no commit the index is as it was before.
 *
 * `git commit --only` does nearly that, but knows no parts of files, marks new files first, and leaves
 * what a hook has changed and added staged the other way round.
 *
 * @param program git's executable
 * @param directory absolute path of the repository's root
 */
export async function commitFiles(
  program: string,
  directory: string,
  wanted: FilesToCommit,
): Promise<CommitOutcome> {
  const repository = new GitFolder(program, directory);
  for (const identity of ['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT']) {
    const { code, error } = await repository.try('var', identity);
    if (code !== 0) return { refusal: 'no-identity', said: error.trim() };
  }
  try {
    const index = resolve(directory, await repository.line('rev-parse', '--git-path', 'index'));
    const outcome = await withLockedIndex(index, async ({ commit, next }) => {
      for (const head of unfinished) {
        const { code } = await repository.try('rev-parse', '--quiet', '--verify', head);
        if (code === 0) return { refusal: 'unfinished', said: head } as const;
      }
      await fillIndex(repository.with(commit), wanted);
      const current = repository.with(next);
      const stagedBefore = await current.names('diff', '--cached', '--no-renames', ...nameList);
      await repository.with(commit).line('commit', '--quiet', '--message', wanted.message);
      const hash = await repository.line('rev-parse', 'HEAD');
      // The commit is made: what is left to do in the index cannot unmake it.
      await takeOver(current, wanted.paths, stagedBefore).catch(() => undefined);
      return { hash };
    });
    return outcome ?? { refusal: 'locked', said: `${index}.lock` };
  } catch (error) {
    if (error instanceof Refused) return { refusal: 'git', said: error.message };
    throw error;
  }
}

const nameList = ['--name-only', '-z'];
/** File names are no patterns. */
const literally = ['--literal-pathspecs'];

/** Makes an index hold the last commit with only the wanted files changed. */
async function fillIndex(index: GitFolder, { paths, staged }: FilesToCommit): Promise<void> {
  const kept = staged
    ? await index.names(
        ...literally,
        'diff',
        '--cached',
        '--no-renames',
        ...nameList,
        '--',
        ...paths,
      )
    : [];
  const exceptions = kept.map((name) => `:(top,exclude,literal)${name}`);
  await index.line('reset', '--quiet', '--', ':(top)', ...exceptions);
  if (!staged) await index.line(...literally, 'add', '--all', '--', ...paths);
}

/**
 * Brings the index up to the commit: the wanted files, and what a hook has added to the commit, unless
 * the user had staged something of it.
 */
async function takeOver(
  index: GitFolder,
  paths: readonly string[],
  stagedBefore: readonly string[],
): Promise<void> {
  const args = ['diff-tree', '--root', '--no-commit-id', '-r', '--no-renames', ...nameList, 'HEAD'];
  const staged = new Set(stagedBefore);
  const added = (await index.names(...args)).filter((name) => !staged.has(name));
  const committed = added.map((name) => `:(top,literal)${name}`);
  const wanted = paths.map((path) => `:(literal)${path}`);
  await index.line('reset', '--quiet', '--', ...wanted, ...committed);
}

/** A repository, with its own index or another one. */
class GitFolder {
  constructor(
    private readonly program: string,
    private readonly directory: string,
    private readonly variables: Readonly<Record<string, string>> = {},
  ) {}

  with(index: string): GitFolder {
    return new GitFolder(this.program, this.directory, { GIT_INDEX_FILE: index });
  }

  try(...args: string[]): ReturnType<typeof runGit> {
    return runGit(this.program, this.directory, args, this.variables);
  }

  /** @throws Refused when git fails */
  async line(...args: string[]): Promise<string> {
    const { code, out, error } = await this.try(...args);
    if (code !== 0) throw new Refused([error, out].join('\n').trim());
    return out.trim();
  }

  async names(...args: string[]): Promise<string[]> {
    const { code, out, error } = await this.try(...args);
    if (code !== 0) throw new Refused(error.trim());
    return out.split('\0').filter(Boolean);
  }
}
