import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { annotatedFile } from '../core/annotation/anchor/anchor-in-messages';
import { checkAnchors } from '../core/annotation/check-anchors';
import { readSidecar, type Sidecar, type SidecarRecord } from '../core/annotation/read-sidecar';
import { danglingEntities, danglingRelations } from '../core/annotation/validate-references';
import { parseVocabulary, unknownTerms, type Vocabulary } from '../core/annotation/vocabulary';
import { parseEntityFile } from '../core/entity/entity-file';
import { problemsBetweenFiles } from '../core/entity/file/between-files';
import type { LocatedEntityFile } from '../core/entity/registry';
import { isEntityFileName, sidecarSuffix, vocabularyFileName } from '../core/file-names';
import { atOnce } from '../core/in-slices';
import type { Problem } from '../core/problem';
import { contentIdentity } from '../core/text/hash';
import { SourceText } from '../core/text/source-text';
import { exitCode, UsageError, type Command } from './command';
import { fileProblem, problemLine, type FileProblem } from './file-problem';
import { sarifLog } from './sarif';
import { textFromGit } from '../node/text-from-git';
import { printedPath, readUtf8File, sidecarsBeside } from './sidecar-files';
import { listFiles, readSource } from './source-files';

const formats = ['text', 'json', 'sarif'];

/** Checks sidecars against their sources, the format and the entity files; for CI and pre-commit. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'Check sidecars against their sources, and entity files',
  usage: `[PATH…] [--format ${formats.join('|')}]`,
  async run(args, host) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { format: { type: 'string', default: 'text' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const format = values.json ? 'json' : values.format;
    if (!formats.includes(format)) throw new UsageError(`--format must be ${formats.join(', ')}`);
    const paths = positionals.length > 0 ? positionals : ['.'];
    const problems = await checkPaths(paths, host.directory);
    if (format === 'json') host.out(`${JSON.stringify(problems.map(toJson), null, 2)}\n`);
    else if (format === 'sarif') host.out(`${JSON.stringify(sarifLog(problems), null, 2)}\n`);
    else for (const problem of problems) host.out(`${problemLine(problem)}\n`);
    const serious = problems.filter(({ severity }) => severity !== 'information').length;
    host.error(
      serious === 0 ? 'No problems.\n' : `${serious} ${serious === 1 ? 'problem' : 'problems'}.\n`,
    );
    return serious === 0 ? exitCode.well : exitCode.problems;
  },
};

function toJson({ file, line, column, severity, code, message }: FileProblem): object {
  return { file, line, column, severity, code, message };
}

async function checkPaths(paths: readonly string[], directory: string): Promise<FileProblem[]> {
  const files = await listFiles(paths, directory, isChecked);
  const problems: FileProblem[] = [];
  const report: Report = (path, text, found) => {
    const name = printedPath(path, directory);
    for (const problem of found) problems.push(fileProblem(name, text, problem));
  };
  const entityIds = new Set<string>();
  const entityFiles: LocatedEntityFile[] = [];
  const entityTexts = new Map<string, SourceText>();
  // Entities may be defined outside of the paths that are checked.
  const known = await listFiles(['.'], directory, isEntityFileName);
  const checked = new Set(files);
  for (const path of new Set([...known, ...files.filter(isEntityFileName)])) {
    const text = await readText(path, report);
    const file = parseEntityFile(text.text);
    for (const { entity } of file.entities) entityIds.add(entity.id);
    entityFiles.push({ uri: path, file });
    entityTexts.set(path, text);
    if (checked.has(path)) report(path, text, file.problems);
  }
  const nameOf = (path: string) => printedPath(path, directory);
  for (const [path, found] of atOnce(problemsBetweenFiles(entityFiles, nameOf)))
    if (checked.has(path)) report(path, entityTexts.get(path)!, found);
  const vocabularies = new Map<string, Vocabulary>();
  for (const path of await listFiles(['.'], directory, isVocabularyName)) {
    const text = await readText(path, report);
    const vocabulary = parseVocabulary(text.text);
    vocabularies.set(dirname(path), vocabulary);
    if (checked.has(path)) report(path, text, vocabulary.problems);
  }
  for (const path of await sidecarsAmong(files)) {
    const text = await readText(path, report);
    const sidecar = readSidecar(text.text);
    report(path, text, sidecar.problems);
    report(path, text, danglingRelations(sidecar.records, await recordsBeside(path, sidecar)));
    if (entityIds.size > 0) {
      const isKnown = (id: string) => entityIds.has(id);
      report(path, text, danglingEntities(text.text, sidecar.records, isKnown));
    }
    const vocabulary = nearest(vocabularies, dirname(path));
    if (vocabulary) report(path, text, unknownTerms(sidecar.records, vocabulary));
    report(path, text, await checkSource(path, sidecar));
  }
  return problems;
}

/** The records of every sidecar of the source that a sidecar names, its own among them. */
async function recordsBeside(
  path: string,
  sidecar: Sidecar,
): Promise<(readonly SidecarRecord[])[]> {
  const name = sidecar.source?.name;
  // Only relations ask for what stands in other files.
  const hasRelations = sidecar.records.some(({ annotation }) => annotation?.kind === 'relation');
  if (name === undefined || !hasRelations) return [sidecar.records];
  const all = [sidecar.records];
  for (const other of await sidecarsBeside(join(dirname(path), name))) {
    if (other === path) continue;
    const read = readSidecar((await readUtf8File(other).catch(() => undefined)) ?? '');
    if (read.source?.name === name) all.push(read.records);
  }
  return all;
}

type Report = (path: string, text: SourceText, found: readonly Problem[]) => void;

/** A file that cannot be read is reported, and empty for the rest. */
async function readText(path: string, report: Report): Promise<SourceText> {
  try {
    return new SourceText((await readUtf8File(path)) ?? '');
  } catch (error) {
    const text = new SourceText('');
    const message = error instanceof Error ? error.message : String(error);
    const range = { start: 0, end: 0 };
    report(path, text, [{ range, severity: 'error', code: 'unreadable-file', message }]);
    return text;
  }
}

function isChecked(name: string): boolean {
  return name.endsWith(sidecarSuffix) || isEntityFileName(name) || isVocabularyName(name);
}

function isVocabularyName(name: string): boolean {
  return basename(name) === vocabularyFileName;
}

/** The vocabulary of the folder itself or of the nearest one above it. */
function nearest(
  vocabularies: ReadonlyMap<string, Vocabulary>,
  folder: string,
): Vocabulary | undefined {
  const own = vocabularies.get(folder);
  const above = dirname(folder);
  return own ?? (above === folder ? undefined : nearest(vocabularies, above));
}

/** Sidecars, and those of sources that were named themselves. */
async function sidecarsAmong(files: readonly string[]): Promise<Set<string>> {
  const sidecars = new Set<string>();
  for (const path of files) {
    if (path.endsWith(sidecarSuffix)) sidecars.add(path);
    else if (!isChecked(path))
      for (const sidecar of await sidecarsBeside(path)) sidecars.add(sidecar);
  }
  return sidecars;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

async function checkSource(path: string, sidecar: Sidecar): Promise<Problem[]> {
  const { source: recorded } = sidecar;
  if (!recorded) return [];
  const sourcePath = join(dirname(path), recorded.name);
  if (!(await isFile(sourcePath))) {
    const range = { start: 0, end: 0 };
    const message = `The source ${recorded.name} is not beside its sidecar.`;
    return [{ range, severity: 'error', code: 'missing-source-file', message }];
  }
  const { source } = await readSource(sourcePath, dirname(path));
  const isOld = contentIdentity(source).sha256 !== recorded.sha256;
  const file = annotatedFile(source, recorded.name);
  return checkAnchors(sidecar, file, isOld ? await textFromGit(sourcePath, recorded) : undefined);
}
