import { open, readFile, rm, stat } from 'node:fs/promises';
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
    const text = (await readUtf8File(path)) ?? '';
    const edited = editSidecar(text, change(text));
    if (edited.text !== text) await replaceFile(path, edited.text);
  });
}

const longestWait = 10_000;

async function whileLocked(path: string, work: () => Promise<void>): Promise<void> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const until = Date.now() + longestWait;
  while (!(await takeLock(lock))) {
    if (await isAbandoned(lock)) await rm(lock, { force: true });
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
