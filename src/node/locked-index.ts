import { randomUUID } from 'node:crypto';
import { copyFile, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Git itself holds the lock for moments; who holds it longer is at work. */
const longestWait = 3_000;

/** Two copies of git's index, made while nobody else may change it. */
export interface IndexCopies {
  /** What is committed; a hook may change it. */
  readonly commit: string;
  /** What becomes the index when the work is done. */
  readonly next: string;
}

/**
 * Runs `work` while git's index is locked as git itself locks it (`index.lock` beside it): every other
 * git that wants to write it waits or gives up. The index then becomes what `work` made of the copy
 * `next`; when `work` throws, or the process is killed, it is as it was.
 *
 * @param index absolute path of the index, which a new repository does not have yet
 * @returns `undefined` when another program keeps the lock for three seconds
 */
export async function withLockedIndex<Result>(
  index: string,
  work: (copies: IndexCopies) => Promise<Result>,
): Promise<Result | undefined> {
  const lock = `${index}.lock`;
  if (!(await takeLock(lock))) return undefined;
  const stem = join(dirname(index), `archive-annotator-${randomUUID()}`);
  const copies = { commit: `${stem}.commit`, next: `${stem}.next` };
  try {
    for (const copy of Object.values(copies)) await ifThere(copyWithTime(index, copy));
    const result = await work(copies);
    await ifThere(rename(copies.next, index));
    return result;
  } finally {
    for (const path of [copies.commit, copies.next, lock]) await rm(path, { force: true });
  }
}

async function takeLock(lock: string): Promise<boolean> {
  for (const until = Date.now() + longestWait; ; await pause(50)) {
    try {
      await (await open(lock, 'wx')).close();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (Date.now() > until) return false;
    }
  }
}

/**
 * A copy that is as old as the index: of files changed since then git reads the content, also where size
 * and time are the same ("racy git"). In a copy made now such a change would pass for none.
 */
async function copyWithTime(index: string, copy: string): Promise<void> {
  const { atime, mtimeMs } = await stat(index);
  await copyFile(index, copy);
  // Whole milliseconds, rounded down: an index that looks older only has git read more.
  await utimes(copy, atime, Math.floor(mtimeMs) / 1000);
}

async function ifThere(work: Promise<void>): Promise<void> {
  await work.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
