import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseEntityFile } from '../core/entity/entity-file';
import { loadGazetteer } from '../core/entity/gazetteer/gazetteer';
import { loadRecogniser, type RecogniserModel } from '../core/entity/recogniser/recogniser-data';
import { EntityRegistry, type LocatedEntityFile } from '../core/entity/registry';
import { isEntityFileName } from '../core/file-names';
import { decodeText } from '../core/text/decode';
import { SourceText } from '../core/text/source-text';
import type { CommandHost } from './command';
import { fileProblem, problemLine } from './file-problem';
import { listFiles } from './source-files';

/** Where a data file stands: beside the bundle, or in the source tree when that runs unbundled. */
async function readData(name: string): Promise<unknown> {
  const folders = ['.', '../../dist', '../core/entity/recogniser'];
  for (const folder of folders) {
    const text = await readFile(join(__dirname, folder, name), 'utf8').catch(() => undefined);
    if (text !== undefined) return JSON.parse(text);
  }
  throw new Error(`${name} is missing: build the program first`);
}

/**
 * The entities of the given files and folders and of the gazetteer. Problems of a file are printed as
 * `file:line:column: severity: message (code)`; what can be read is used.
 */
export async function readRegistry(
  paths: readonly string[],
  host: CommandHost,
): Promise<EntityRegistry> {
  const files: LocatedEntityFile[] = [];
  for (const path of new Set(await listFiles(paths, host.directory, isEntityFileName))) {
    const source = new SourceText(decodeText(await readFile(path)).text);
    const file = parseEntityFile(source.text);
    const name = relative(host.directory, path).replaceAll('\\', '/');
    for (const problem of file.problems) {
      if (problem.severity === 'information') continue;
      host.error(`${problemLine(fileProblem(name, source, problem))}\n`);
    }
    files.push({ uri: name, file });
  }
  return new EntityRegistry(files, loadGazetteer(await readData('gazetteer.json')));
}

/**
 * The entity files of an archive: those below the folders among `paths`, and those beside its files; absolute.
 *
 * @throws UsageError when there is no such file or folder
 */
export async function entityFilesOf(
  paths: readonly string[],
  directory: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const absolute = resolve(directory, path);
    const info = await stat(absolute).catch(() => undefined);
    if (!info || info.isDirectory()) {
      found.push(...(await listFiles([path], directory, isEntityFileName)));
      continue;
    }
    const folder = dirname(absolute);
    const names = (await readdir(folder)).filter(isEntityFileName).sort();
    found.push(...names.map((name) => join(folder, name)));
  }
  return found;
}

/** The model of the name recogniser. */
export async function readRecogniser(): Promise<RecogniserModel> {
  return loadRecogniser(
    (await readData('recogniser.json')) as Parameters<typeof loadRecogniser>[0],
  );
}
