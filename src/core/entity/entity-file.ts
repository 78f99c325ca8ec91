import { atOnce } from '../in-slices';
import { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import type { Entity } from './entity';
import { readCanonicalRecord } from './file/canonical-record';
import { ignoredKey, readIgnoredNames, type IgnoredName } from './file/ignored-names';
import { readEntity } from './file/read-entity';
import type { RecordEntry, RecordValue } from './file/record-value';
import { splitRecords, type RecordLayout } from './file/split-records';
import { readYaml } from './file/yaml-record';
import type { Problem } from '../problem';

export const entityFileFormat = 'archive-entities/1';

/** Largest entity file that is read, in UTF-16 units. */
export const largestEntityFile = 40_000_000;

/** An entity and where its parts stand; ranges in UTF-16 units over the file's canonical text. */
export interface EntityRecord {
  readonly entity: Entity;
  /** From the key to the record's end. */
  readonly range: TextRange;
  readonly keyRange: TextRange;
  readonly nameRange: TextRange;
  readonly typeRange: TextRange;
  /** One for each of `entity.aliases`, in its order. */
  readonly aliasRanges: readonly TextRange[];
}

/** What an entity file says, and everything wrong with it, in the order of the file. */
export interface EntityFile {
  readonly entities: readonly EntityRecord[];
  /** Names that are taken for none. */
  readonly ignored: readonly IgnoredName[];
  readonly problems: readonly Problem[];
}

/** How many problems of one file are reported; the last one then says that there are more. */
const mostProblems = 1000;

/**
 * Reads an entity file. A bad record is a problem with its place and the others work; nothing throws.
 * Linear: a record in the usual layout is read line by line, any other by the YAML parser, which
 * never gets more than a bounded text.
 *
 * @param text the file's text; ranges count UTF-16 units of its canonical form
 */
export function parseEntityFile(text: string): EntityFile {
  return atOnce(parseEntityFileInSteps(text));
}

/** `parseEntityFile` in steps of some records, so that a large file holds nothing up. */
export function parseEntityFileInSteps(text: string): Generator<void, EntityFile> {
  return new EntityFileReader(new SourceText(text).text).read();
}

/** So many records one step reads. */
const stepSize = 100;

class EntityFileReader {
  readonly #records: EntityRecord[] = [];
  readonly #problems: Problem[] = [];
  readonly #ids = new Set<string>();
  #ignored: readonly IgnoredName[] = [];

  constructor(private readonly text: string) {}

  *read(): Generator<void, EntityFile> {
    const { text } = this;
    if (text.length > largestEntityFile) {
      const size = `${Math.round(text.length / 1e6)} MB`;
      const most = `${largestEntityFile / 1e6} MB`;
      this.#error(
        this.#start(),
        'too-large',
        `The file has ${size}; at most ${most} are read. Divide it into several *.entities.yaml files.`,
      );
      return this.#result();
    }
    const layout = splitRecords(text);
    yield;
    if (layout) yield* this.#readByRecord(layout);
    else if (text.trim() !== '') this.#readWhole();
    yield* this.#reportSharedAliases();
    return this.#result();
  }

  *#readByRecord({ head, records, tail }: RecordLayout): Generator<void, void> {
    const start = this.text.slice(head.start, head.end);
    this.#checkFormat(/^format:[ ]+(['"]?)(.*?)\1[ ]*(?:#.*)?$/m.exec(start)?.[2]);
    if (start.includes(`\n${ignoredKey}:`) || start.startsWith(`${ignoredKey}:`)) {
      const field = readYaml(this.text, head.start, head.end).map?.entries.find(
        ({ key }) => key.text === ignoredKey,
      );
      if (field) this.#ignored = readIgnoredNames(field.value);
    }
    for (const [index, record] of records.entries()) {
      if (index % stepSize === 0) yield;
      const canonical = readCanonicalRecord(this.text, record.start, record.end);
      if (canonical) {
        this.#add(canonical, canonical.value);
        continue;
      }
      const reading = readYaml(this.text, record.start, record.end);
      for (const problem of reading.problems) this.#report(problem);
      for (const entry of reading.map?.entries ?? []) this.#add(entry, entry.value);
    }
    // What follows the records at the left margin is other keys of the file.
    const rest = this.text.slice(tail.start, tail.end);
    if (rest.trim() !== '') {
      const reading = readYaml(this.text, tail.start, tail.end);
      for (const problem of reading.problems) this.#report(problem);
      const entries = reading.map?.entries ?? [];
      this.#checkTopLevel(entries);
      const format = entries.find(({ key }) => key.text === 'format')?.value;
      if (format?.kind === 'scalar') this.#checkFormat(format.text);
    }
  }

  #readWhole() {
    const reading = readYaml(this.text, 0, this.text.length);
    for (const problem of reading.problems) this.#report(problem);
    if (!reading.map) return;
    const { entries } = reading.map;
    const field = (name: string) => entries.find(({ key }) => key.text === name)?.value;
    const format = field('format');
    this.#checkFormat(format?.kind === 'scalar' ? format.text : undefined);
    this.#checkTopLevel(entries);
    const entities = field('entities');
    if (entities?.kind === 'map') {
      for (const entry of entities.entries) this.#add(entry, entry.value);
    } else if (entities?.kind !== 'scalar' || entities.text !== '') {
      this.#error(
        entities ?? this.#start(),
        'no-entities',
        'An entity file has a map "entities:" with one id for each entity.',
      );
    }
  }

  #checkTopLevel(entries: readonly RecordEntry[]) {
    const seen = new Set<string>();
    for (const { key, value } of entries) {
      if (key.text === ignoredKey && !seen.has(key.text)) this.#ignored = readIgnoredNames(value);
      const known = key.text === 'format' || key.text === 'entities';
      if (known && seen.has(key.text))
        this.#error(key, 'duplicate-field', `"${key.text}" stands here twice; the first is used.`);
      seen.add(key.text);
      if (known || key.text.startsWith('x-')) continue;
      this.#report({
        range: { start: key.start, end: key.end },
        severity: 'warning',
        code: 'unknown-field',
        message: 'An entity file has the fields "format" and "entities".',
      });
    }
  }

  #add(entry: RecordEntry, value: RecordValue) {
    const range = { start: entry.key.start, end: value.end };
    const record = readEntity(entry, range, (problem) => this.#report(problem));
    if (!record) return;
    const { id } = record.entity;
    if (this.#ids.has(id)) {
      this.#error(
        entry.key,
        'duplicate-id',
        `The id "${id}" stands here twice; the first entry is used.`,
      );
      return;
    }
    this.#ids.add(id);
    this.#records.push(record);
  }

  /** Two entities may share an alias on purpose: both are offered. So this is information only. */
  *#reportSharedAliases(): Generator<void, void> {
    const owners = new Map<string, EntityRecord>();
    for (const [at, record] of this.#records.entries()) {
      if (at % stepSize === 0) yield;
      const { name, aliases, id } = record.entity;
      for (let index = -1; index < aliases.length; index++) {
        const alias = index === -1 ? name : aliases[index]!;
        const owner = owners.get(alias);
        if (!owner) owners.set(alias, record);
        else if (owner !== record) {
          const range = index === -1 ? record.nameRange : record.aliasRanges[index]!;
          const message = `"${alias}" names both ${owner.entity.id} and ${id}; an annotation decides where it matters.`;
          this.#report({ range, severity: 'information', code: 'shared-alias', message });
        }
      }
    }
  }

  #checkFormat(format: string | undefined) {
    if (format === entityFileFormat || this.#formatChecked) return;
    this.#formatChecked = true;
    const message =
      format === undefined
        ? `The line "format: ${entityFileFormat}" is missing.`
        : `The format is "${format.slice(0, 80)}"; this version reads ${entityFileFormat}.`;
    const at = this.text.indexOf('format:');
    const start = format === undefined || at === -1 ? 0 : at;
    this.#report({ range: this.#lineAt(start), severity: 'warning', code: 'format', message });
  }
  #formatChecked = false;

  #start(): TextRange {
    return this.#lineAt(0);
  }

  #lineAt(start: number): TextRange {
    const end = this.text.indexOf('\n', start);
    return { start, end: Math.min(end === -1 ? this.text.length : end, start + 200) };
  }

  #error({ start, end }: TextRange, code: string, message: string) {
    this.#report({ range: { start, end }, severity: 'error', code, message });
  }

  #report(problem: Problem) {
    if (this.#problems.length < mostProblems) this.#problems.push(problem);
    else if (this.#problems.length === mostProblems)
      this.#problems.push({
        ...problem,
        severity: 'warning',
        code: 'more-problems',
        message: `Only the first ${mostProblems} problems are shown.`,
      });
  }

  #result(): EntityFile {
    const problems = this.#problems.sort((a, b) => a.range.start - b.range.start);
    return { entities: this.#records, ignored: this.#ignored, problems };
  }
}
