import { isEntityId } from './entity-id';
import type { EntityCount } from './mention-counts';
import type { CountedFile } from './mention-table';

/**
 * How counts are kept between windows: a line of JSON that says what they were made with, a line of
 * entity ids, then a line for each file: its URI, time, size, and three numbers for each of its
 * entities (index of the id, mentions, messages).
 */

/** Counts of an older program are worth nothing: change this when others would be found. */
const version = 'archive-mentions/2';
const stepLength = 200;

export type StoredMentions = ReadonlyMap<string, CountedFile>;

/** @param names what tells apart the names that were looked for */
export function* writeStoredMentions(
  names: string,
  files: StoredMentions,
): Generator<void, string> {
  const ids = new Map<string, number>();
  const lines: string[] = [];
  for (const [uri, { changed, size, counts }] of files) {
    const numbers: number[] = [];
    for (const [id, { mentions, messages }] of counts) {
      const index = ids.get(id) ?? ids.size;
      ids.set(id, index);
      numbers.push(index, mentions, messages);
    }
    lines.push(JSON.stringify([uri, changed, size, ...numbers]));
    if (lines.length % stepLength === 0) yield;
  }
  const head = [JSON.stringify([version, names, files.size]), JSON.stringify([...ids.keys()])];
  return [...head, ...lines, ''].join('\n');
}

/**
 * Reads what `writeStoredMentions` wrote, in steps. Undefined when it was made by another version or
 * with other names, or is not whole; nothing of it is then used.
 */
export function* readStoredMentions(
  text: string,
  names: string,
): Generator<void, StoredMentions | undefined> {
  if (!text.endsWith('\n')) return undefined;
  const [head = '', idLine = '', ...lines] = text.slice(0, -1).split('\n');
  const [storedVersion, storedNames, count] = list(head) ?? [];
  if (storedVersion !== version || storedNames !== names) return undefined;
  if (count !== lines.length) return undefined;
  const ids = list(idLine);
  if (!ids?.every((id) => typeof id === 'string' && isEntityId(id))) return undefined;
  const files = new Map<string, CountedFile>();
  for (const [index, line] of lines.entries()) {
    const file = storedFile(line, ids as string[]);
    if (!file) return undefined;
    files.set(...file);
    if (index % stepLength === 0) yield;
  }
  return files;
}

function storedFile(line: string, ids: readonly string[]): [string, CountedFile] | undefined {
  const [uri, changed, size, ...numbers] = list(line) ?? [];
  const isCount = (value: unknown): value is number =>
    Number.isSafeInteger(value) && Number(value) >= 0;
  if (typeof uri !== 'string' || typeof changed !== 'number' || !isCount(size)) return undefined;
  if (numbers.length % 3 !== 0 || !numbers.every(isCount)) return undefined;
  const counts = new Map<string, EntityCount>();
  for (let at = 0; at < numbers.length; at += 3) {
    const [index, mentions, messages] = numbers.slice(at, at + 3) as [number, number, number];
    const id = ids[index];
    if (id === undefined || mentions < messages || messages === 0) return undefined;
    counts.set(id, { mentions, messages });
  }
  return [uri, { changed, size, counts }];
}

function list(line: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
