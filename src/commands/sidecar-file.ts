import { randomUUID } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sidecarSuffix } from '../core/annotation/annotation';
import { editSidecar, type SidecarChange } from '../core/annotation/edit-sidecar';

/** The sidecar that belongs to a source. */
export function sidecarPathOf(sourcePath: string): string {
  return `${sourcePath}${sidecarSuffix}`;
}

/** A sidecar's text, byte order mark included; `undefined` when there is no such file. */
export async function readSidecarFile(path: string): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(`${basename(path)} is not valid UTF-8 and is left as it is`);
  }
}

/**
 * Changes a sidecar on disk: reads its newest bytes, applies the changes, and puts the new file in
 * its place in one step, so that there is the old or the new file at any time, never half of one.
 * Other programs of ours wait for each other.
 *
 * @param change what to do to the text that is there (empty when there is no file)
 */
export async function changeSidecarFile(
  path: string,
  change: (text: string) => readonly SidecarChange[],
): Promise<void> {
  // A link stays a link: what it points to is replaced.
  const target = await realpath(path).catch(() => path);
  await whileLocked(target, async () => {
    const text = (await readSidecarFile(target)) ?? '';
    await replaceFile(target, editSidecar(text, change(text)).text);
  });
}

/** Writes a file beside the old one and renames it; the old file's permissions are kept. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const mode = await stat(path).then(
    (info) => info.mode & 0o777,
    () => 0o666,
  );
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes the rename last through a loss of power, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows cannot open folders; the file itself is safe.
  }
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
