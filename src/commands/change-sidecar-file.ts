import { basename } from 'node:path';
import { editSidecar, type SidecarChange } from '../core/annotation/edit-sidecar';
import { sidecarSuffix } from '../core/file-names';
import { whileLocked } from '../node/file-lock';
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
