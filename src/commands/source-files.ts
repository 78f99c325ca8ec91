import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { decodeText } from '../core/text/decode';
import { SourceText } from '../core/text/source-text';
import { UsageError } from './command';

export interface SourceFile {
  /** Absolute path. */
  readonly path: string;
  /** Path as printed: relative to the working directory, with `/`. */
  readonly name: string;
  readonly source: SourceText;
  /** Set when the bytes were not plainly text. */
  readonly problem?: string;
}

const readable = /\.(txt|mbox|mbx|eml|html?|txt\.gz|md)$/i;

/** Files named by `paths`, and those below the folders among them, in a stable order. */
export async function listFiles(
  paths: readonly string[],
  directory: string,
  accept: (name: string) => boolean = (name) => readable.test(name),
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const absolute = resolve(directory, path);
    const info = await stat(absolute).catch(() => undefined);
    if (!info) throw new UsageError(`no such file or folder: ${path}`);
    if (info.isDirectory()) await collect(absolute, accept, found);
    else found.push(absolute);
  }
  return found;
}

async function collect(folder: string, accept: (name: string) => boolean, found: string[]) {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    // Links are not followed: a cloned repository must not lead outside its folder.
    if (entry.isDirectory()) {
      if (entry.name !== '.git' && entry.name !== 'node_modules')
        await collect(path, accept, found);
    } else if (entry.isFile() && accept(entry.name)) {
      found.push(path);
    }
  }
}

/** Reads one source; `.gz` is unpacked. */
export async function readSource(path: string, directory: string): Promise<SourceFile> {
  const bytes = await readFile(path);
  const plain = path.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes;
  const decoded = decodeText(plain);
  const name = relative(directory, path).replaceAll('\\', '/') || path;
  const source = new SourceText(decoded.text);
  return { path, name, source, ...(decoded.problem ? { problem: decoded.problem } : {}) };
}
