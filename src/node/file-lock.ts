import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const longestWait = 10_000;

/**
 * Works on a file while other programs of ours that want to wait: command line and editor windows. A
 * lock that its program left behind is taken over.
 *
 * @throws Error when another program holds the lock for longer than ten seconds, or when no file can
 *   be made in the folder
 */
export async function whileLocked<Result>(
  path: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const until = Date.now() + longestWait;
  while (!(await takeLock(lock))) {
    if (await isAbandoned(lock)) await dropAbandoned(lock);
    else if (Date.now() > until) throw new Error(`another program is writing ${basename(path)}`);
    else await pause(20 + Math.random() * 30);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(String(process.pid)).finally(() => file.close());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Of several programs that wait, one renames the lock and removes it; the others find it gone. */
async function dropAbandoned(lock: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  // Taken by somebody else between the look and the renaming: given back.
  if (!(await isAbandoned(aside))) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Whether the program that took the lock has ended without giving it back. */
async function isAbandoned(lock: string): Promise<boolean> {
  const [content, info] = await Promise.all([
    readFile(lock, 'utf8').catch(() => undefined),
    stat(lock).catch(() => undefined),
  ]);
  if (content === undefined || info === undefined) return false;
  // Longer than anybody waits: also a lock of another machine on a shared folder.
  if (Date.now() - info.mtimeMs > 2 * longestWait) return true;
  const owner = Number(content);
  if (!Number.isInteger(owner) || owner <= 0) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
