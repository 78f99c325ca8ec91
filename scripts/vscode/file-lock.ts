import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const deadlineMilliseconds = 10 * 60_000;

/**
 * Runs `action` while no other process runs one under the same lock file. The file holds the owner's process id,
 * so that the lock of a process that was killed is taken over.
 */
export async function withFileLock<T>(path: string, action: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + deadlineMilliseconds;
  while (!(await take(path))) {
    if (Date.now() > deadline) throw new Error(`still locked after ten minutes: ${path}`);
    await delay(250);
  }
  try {
    return await action();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (!file) {
    const owner = Number(await readFile(path, 'utf8').catch(() => ''));
    if (owner > 0 && !isAlive(owner)) await rm(path, { force: true });
    return false;
  }
  await file.writeFile(String(process.pid));
  await file.close();
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
