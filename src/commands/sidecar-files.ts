import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { readSidecar, type Sidecar } from '../core/annotation/read-sidecar';
import { sidecarSuffix } from '../core/file-names';
import { UsageError, type CommandHost } from './command';
import { listFiles } from './source-files';

export interface SidecarFile {
  /** Absolute path. */
  readonly path: string;
  /** Path as printed: relative to the working directory, with `/`. */
  readonly name: string;
  readonly text: string;
  readonly sidecar: Sidecar;
  /** Absolute path of the source that it belongs to; the file need not exist. */
  readonly sourcePath: string;
}

/**
 * Sidecars named by `paths`: themselves, by the source they stand beside, or by a folder above
 * them. Without paths the working directory is taken. Sorted by path, each once.
 */
export async function listSidecars(paths: readonly string[], directory: string): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths.length > 0 ? paths : ['.']) {
    const absolute = resolve(directory, path);
    const info = await stat(absolute).catch(() => undefined);
    if (info?.isDirectory()) {
      const sources = await listFiles([absolute], directory, () => true);
      const folders = new Set([absolute, ...sources.map((source) => dirname(source))]);
      for (const folder of [...folders].sort())
        for (const file of await sidecarsIn(folder, () => true)) found.add(file);
    } else if (absolute.endsWith(sidecarSuffix)) {
      if (!info) throw new UsageError(`no such file: ${path}`);
      found.add(absolute);
    } else {
      const beside = await sidecarsBeside(absolute);
      if (beside.length === 0) throw new UsageError(`no sidecar beside ${path}`);
      for (const file of beside) found.add(file);
    }
  }
  return [...found];
}

/** The sidecars of one source: the common one, and those of single annotators. */
export function sidecarsBeside(sourcePath: string): Promise<string[]> {
  return sidecarsIn(dirname(sourcePath), (name) => name.startsWith(`${basename(sourcePath)}.`));
}

async function sidecarsIn(folder: string, accept: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(sidecarSuffix) && accept(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** Reads the sidecars named by `paths` (see `listSidecars`); one that cannot be read is reported. */
export async function* readSidecars(
  paths: readonly string[],
  host: CommandHost,
): AsyncGenerator<SidecarFile> {
  for (const path of await listSidecars(paths, host.directory)) {
    try {
      yield await readSidecarFile(path, host.directory);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      host.error(`${printedPath(path, host.directory)}: ${reason}\n`);
    }
  }
}

export async function readSidecarFile(path: string, directory: string): Promise<SidecarFile> {
  const text = (await readUtf8File(path)) ?? '';
  const sidecar = readSidecar(text);
  const recorded = sidecar.source?.name;
  const ownName = basename(path).slice(0, -sidecarSuffix.length);
  // A name with a folder in it would lead out of the sidecar's folder.
  const isPlain = recorded !== undefined && recorded !== '' && basename(recorded) === recorded;
  return {
    path,
    name: printedPath(path, directory),
    text,
    sidecar,
    sourcePath: join(dirname(path), isPlain ? recorded : ownName),
  };
}

/**
 * A file's text, byte order mark included; `undefined` when there is no such file.
 *
 * @throws Error when it is not UTF-8: writing back what was read would change other bytes
 */
export async function readUtf8File(path: string): Promise<string | undefined> {
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

export function printedPath(path: string, directory: string): string {
  return relative(directory, path).replaceAll('\\', '/') || path;
}
