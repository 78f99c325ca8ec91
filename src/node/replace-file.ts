import { randomUUID } from 'node:crypto';
import { lstat, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Names of new contents before they take the file's name. */
export const temporaryPrefix = (path: string): string => `.${basename(path)}.`;
export const temporarySuffix = '.tmp';

/**
 * Writes a file so that at every moment either the old or the new content is there: a new file
 * beside it, flushed to the disk, takes its name.
 *
 * @throws Error when `path` is a link: what it points to may be anywhere
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const info = await lstat(path).catch(() => undefined);
  if (info?.isSymbolicLink()) throw new Error(`${path} is a link and was not written.`);
  const name = `${temporaryPrefix(path)}${randomUUID()}${temporarySuffix}`;
  const temporary = join(dirname(path), name);
  try {
    const file = await open(temporary, 'wx', info?.mode ?? 0o666);
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

/** Makes the new name last through a loss of power, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows cannot open folders; the file itself is safe.
  }
}
