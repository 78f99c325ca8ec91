import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from './file-lock';
import { cacheFolder, exists } from './project';

/** Fills `folder` once, also when several processes ask at the same time or one was interrupted. */
export async function installOnce(folder: string, install: () => Promise<void>): Promise<void> {
  const stamp = join(folder, 'complete');
  if (await exists(stamp)) return;
  await mkdir(cacheFolder, { recursive: true });
  await withFileLock(`${folder}.lock`, async () => {
    if (await exists(stamp)) return;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await install();
    await writeFile(stamp, '');
  });
}
