import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sidecarSuffix } from '../core/annotation/annotation';
import { editSidecar, type SidecarChange } from '../core/annotation/edit-sidecar';
import { replaceFile } from '../node/replace-file';
import { readUtf8File } from './sidecar-files';

/** The sidecar that belongs to a source. */
export function sidecarPathOf(sourcePath: string): string {
  return `${sourcePath}${sidecarSuffix}`;
}

/**
 * Changes a sidecar on disk: reads its newest bytes, applies the changes, and puts the new file in
 * its place in one step, so that there is the old or the new file at any time, never half of one.
 * Other programs of ours wait for each other.
 *
 * @param change what to do to the text that is there (empty when there is no file)
 * @throws SidecarRefusal, or what `change` throws: nothing is written then
 */
export async function changeSidecarFile(
  path: string,
  change: (text: string) => readonly SidecarChange[],
): Promise<void> {
  await whileLocked(path, async () => {
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const text = (await readUtf8File(path)) ?? '';
      const edited = editSidecar(text, change(text)).text;
      if (edited === text) return;
      // An editor or another tool does not know the lock: what it wrote meanwhile comes first.
      if (((await readUtf8File(path)) ?? '') !== text) continue;
      await replaceFile(path, edited);
      return;
    }
    throw new Error(`${basename(path)} is being changed all the time by another program`);
  });
}

const mostAttempts = 10;
const longestWait = 10_000;

async function whileLocked(path: string, work: () => Promise<void>): Promise<void> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const until = Date.now() + longestWait;
  while (!(await takeLock(lock))) {
    if (await isAbandoned(lock)) await dropAbandoned(lock);
    else if (Date.now() > until) throw new Error(`another program is writing ${basename(path)}`);
    else await pause(20 + Math.random() * 30);
  }
  try {
    await work();
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
