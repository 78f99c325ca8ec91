import { randomUUID } from 'node:crypto';
import { link, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryPrefix, temporarySuffix } from './replace-file';

const longestWait = 10_000;
/** A program writes its number right after taking the lock: one without was killed between. */
const longestWithoutOwner = 1_000;

/**
 * Runs `work` while no other program of ours changes the file at `path`: each waits for the other. What
 * a program that was killed left behind is cleared away.
 *
 * @throws Error when another program keeps the lock for ten seconds
 */
export async function whileLocked<Result>(
  path: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const until = Date.now() + longestWait;
  let wasAbandoned = false;
  while (!(await takeLock(lock))) {
    if (await isAbandoned(lock)) {
      await dropAbandoned(lock);
      wasAbandoned = true;
    } else if (Date.now() > until) throw new Error(`another program is writing ${basename(path)}`);
    else await pause(20 + Math.random() * 30);
  }
  try {
    if (wasAbandoned) await removeLeftovers(path);
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<boolean> {
  let file;
  try {
    file = await open(lock, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    await file.writeFile(String(process.pid)).finally(() => file.close());
    return true;
  } catch (error) {
    // On a full disk there is a name, but no room for a number.
    await rm(lock, { force: true });
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
  const age = Date.now() - info.mtimeMs;
  // Longer than anybody waits: also a lock of another machine on a shared folder.
  if (age > 2 * longestWait) return true;
  const owner = Number(content);
  if (!Number.isInteger(owner) || owner <= 0) return age > longestWithoutOwner;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** New contents that never took the file's name: whoever holds the lock is the only one to write. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder))
    if (name.startsWith(temporaryPrefix(path)) && name.endsWith(temporarySuffix))
      await rm(join(folder, name), { force: true });
}
