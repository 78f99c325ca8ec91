import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Broken, type Archive } from './archive';
import { perform } from './operation';
import { planOperation, type Step } from './steps';

const page = 4096;
const kilobytes = 256;

/** A file system of a few pages in memory. */
export interface SmallDisk {
  readonly folder: string;
  remove(): void;
}

/** @returns undefined where mounting is not allowed */
export function mountSmallDisk(folder: string): SmallDisk | undefined {
  mkdirSync(folder, { recursive: true });
  const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'ignore' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder);
  } catch {
    return undefined;
  }
  return { folder, remove: () => void execFileSync('umount', [folder], { stdio: 'ignore' }) };
}

/** A change that may fail: then the old file must be there, byte for byte, and nothing besides. */
async function attempt(archive: Archive, what: string): Promise<void> {
  const { operation, after } = planOperation(archive);
  const before = archive.sidecar;
  const files = readdirSync(archive.folder).sort().join('\n');
  const error = await perform(operation).then(
    () => undefined,
    (reason: unknown) => String(reason),
  );
  if (error === undefined && (archive.sidecar !== before || operation.kind === 'reanchor')) {
    archive.count(`${what}: written all the same`);
    if (archive.sidecar !== before) archive.expected = after(archive.sidecar);
    return;
  }
  if (error === undefined) throw new Broken('lost', `${what}: nothing written, nothing said`);
  archive.count(`${what}: refused`);
  if (archive.sidecar !== before) throw new Broken('half file', `${what}: the sidecar changed`);
  const left = readdirSync(archive.folder).sort().join('\n');
  if (left !== files) throw new Broken('half file', `${what}: left ${left}`);
}

/** All pages but a few are taken while somebody writes. */
export const fullDisk: Step = async (archive) => {
  const filler = join(archive.folder, 'filler');
  const free = archive.random.between(0, 3) * page;
  try {
    let size = 0;
    try {
      for (; size < kilobytes * 1024; size += page)
        writeFileSync(filler, Buffer.alloc(page), { flag: 'a' });
    } catch {
      truncateSync(filler, Math.max(0, size - free));
    }
    await attempt(archive, 'full disk');
  } finally {
    rmSync(filler, { force: true });
  }
};

/** The disk becomes read-only while somebody writes. */
export function readOnly(disk: SmallDisk): Step {
  const remount = (mode: string) =>
    execFileSync('mount', ['-o', `remount,${mode}`, disk.folder], { stdio: 'ignore' });
  return async (archive) => {
    remount('ro');
    try {
      await attempt(archive, 'read-only');
    } finally {
      remount('rw');
    }
  };
}

/** The same for those who may not mount: a folder without the right to write. */
export const readOnlyFolder: Step = async (archive) => {
  chmodSync(archive.folder, 0o555);
  try {
    await attempt(archive, 'read-only');
  } finally {
    chmodSync(archive.folder, 0o755);
  }
};
