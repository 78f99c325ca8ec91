import { isMap, isSeq, parseDocument, type Document, type YAMLMap } from 'yaml';
import { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import type { Entity } from './entity';
import { parseEntityFile, type EntityFile, type EntityRecord } from './entity-file';
import { ignoredKey, type IgnoredName } from './file/ignored-names';

/** Fields that a change can give; an empty list or `undefined` takes the field away. */
export type EntityChange = Partial<
  Pick<
    Entity,
    'type' | 'name' | 'aliases' | 'description' | 'wikidata' | 'links' | 'coordinates' | 'notes'
  >
>;

/**
 * The text of an entity file without one entity; every other byte stays.
 *
 * @throws Error with a sentence for the user when that cannot be done safely.
 */
export function removeEntity(text: string, id: string): string {
  return edited(text, (canonical, file) => {
    const lines = recordLines(canonical, recordOf(file, id));
    const changed = canonical.slice(0, lines.start) + canonical.slice(lines.end);
    const rest = file.entities.filter(({ entity }) => entity.id !== id);
    return { changed, entities: rest.map(({ entity }) => entity), ignored: file.ignored };
  });
}

/**
 * The text with one entity changed: its record is written anew, with its comments and unknown keys;
 * every other byte stays.
 *
 * @param newId another id for it
 * @throws Error with a sentence for the user when that cannot be done safely.
 */
export function changeEntity(text: string, id: string, change: EntityChange, newId = id): string {
  return edited(text, (canonical, file) => {
    const record = recordOf(file, id);
    const lines = recordLines(canonical, record);
    const indent = record.keyRange.start - lines.start;
    const written = rewritten(canonical.slice(lines.start, lines.end), indent, (document) => {
      const pair = (document.contents as YAMLMap).items[0]!;
      if (newId !== id) pair.key = document.createNode(newId);
      const fields = pair.value as YAMLMap;
      for (const [field, value] of Object.entries(change)) setField(document, fields, field, value);
    });
    const changed = canonical.slice(0, lines.start) + written + canonical.slice(lines.end);
    const entities = file.entities.map(({ entity }) =>
      entity.id === id ? changedEntity(entity, change, newId) : entity,
    );
    return { changed, entities, ignored: file.ignored };
  });
}

/**
 * The text with one more name under `x-ignore`.
 *
 * @throws Error with a sentence for the user when that cannot be done safely.
 */
export function ignoreName(text: string, ignored: IgnoredName): string {
  return edited(text, (canonical, file) => {
    const entities = file.entities.map(({ entity }) => entity);
    const all = [...file.ignored, ignored];
    const isSimple = ignored.in === undefined && ignored.message === undefined;
    const item = isSimple ? ignored.name : ignored;
    const start = topLevelLine(canonical, ignoredKey);
    if (start === -1) {
      const gap = canonical === '' || canonical.endsWith('\n') ? '' : '\n';
      const list = appended(`${ignoredKey}: []\n`, item);
      return { changed: canonical + gap + list, entities, ignored: all };
    }
    const next = /\n(?=[^\s#-])/.exec(canonical.slice(start));
    const end = next ? start + next.index + 1 : canonical.length;
    const list = appended(canonical.slice(start, end), item);
    return {
      changed: canonical.slice(0, start) + list + canonical.slice(end),
      entities,
      ignored: all,
    };
  });
}

interface Edited {
  readonly changed: string;
  /** What the new text must say. */
  readonly entities: readonly Entity[];
  readonly ignored: readonly IgnoredName[];
}

/** Edits the canonical text and reads the result back; line ends and a byte order mark stay. */
function edited(text: string, edit: (canonical: string, file: EntityFile) => Edited): string {
  const canonical = new SourceText(text).text;
  const { changed, entities, ignored } = edit(canonical, parseEntityFile(canonical));
  const again = parseEntityFile(changed);
  const said = again.entities.map(({ entity }) => entity);
  if (!isEqual(said, entities) || !isEqual(again.ignored, ignored)) {
    throw new Error(
      'The entity file is laid out in a way that cannot be edited safely: edit it by hand.',
    );
  }
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  return mark + (text.includes('\r\n') ? changed.replaceAll('\n', '\r\n') : changed);
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** Plain data with its keys in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, field]) => [key, sorted(field)]));
}

function recordOf(file: EntityFile, id: string): EntityRecord {
  const record = file.entities.find(({ entity }) => entity.id === id);
  if (!record) throw new Error(`There is no entity "${id}" in this file.`);
  return record;
}

/** The whole lines of a record, which must be alone on them. */
function recordLines(canonical: string, { range }: EntityRecord): TextRange {
  const start = canonical.lastIndexOf('\n', range.start - 1) + 1;
  if (canonical.slice(start, range.start).trim() !== '') {
    throw new Error('The entity file is not laid out as a block: edit it by hand.');
  }
  // The value of a block ends behind its line break.
  const last = canonical.charAt(range.end - 1) === '\n' ? range.end - 1 : range.end;
  const lineEnd = canonical.indexOf('\n', last);
  return { start, end: lineEnd === -1 ? canonical.length : lineEnd + 1 };
}

function rewritten(lines: string, indent: number, change: (document: Document) => void): string {
  const margin = new RegExp(`^ {0,${indent}}`, 'gm');
  const document = parseDocument(lines.replace(margin, ''), { version: '1.2' });
  const [problem] = document.errors;
  if (problem || !isMap(document.contents) || document.contents.items.length !== 1) {
    throw new Error('The entry is broken: edit it by hand.');
  }
  change(document as unknown as Document);
  return document.toString({ lineWidth: 0 }).replaceAll(/^(?=.)/gm, ' '.repeat(indent));
}

function setField(document: Document, fields: YAMLMap, field: string, value: unknown): void {
  const isNothing = value === undefined || (Array.isArray(value) && value.length === 0);
  if (isNothing) {
    fields.delete(field);
    return;
  }
  const before = fields.get(field, true);
  const node = document.createNode(value);
  // A list of a few names stays on its line when it was on one, or is new.
  if (isSeq(node)) node.flow = isSeq(before) ? before.flow === true : true;
  fields.set(field, node);
}

function changedEntity(entity: Entity, change: EntityChange, id: string): Entity {
  const merged = { ...entity, ...change, id };
  const name = change.name ?? entity.name;
  const aliases = (change.aliases ?? entity.aliases).filter((alias) => alias !== name);
  const { links, ...others } = merged;
  return { ...others, aliases, ...(links && links.length > 0 ? { links } : {}) } as Entity;
}

/** Where the line of a key at the left margin begins, or -1. */
function topLevelLine(canonical: string, key: string): number {
  if (canonical.startsWith(`${key}:`)) return 0;
  const before = canonical.indexOf(`\n${key}:`);
  return before === -1 ? -1 : before + 1;
}

/** The text of a key and its list, with one more item. */
function appended(text: string, item: unknown): string {
  const document = parseDocument(text, { version: '1.2' }) as unknown as Document;
  const list = isMap(document.contents) ? document.contents.items[0]?.value : undefined;
  if (document.errors.length > 0 || !isSeq(list)) {
    throw new Error(`"${ignoredKey}" is no list of names: edit it by hand.`);
  }
  list.add(document.createNode(item));
  if (list.items.length === 1) list.flow = false;
  return document.toString({ lineWidth: 0 });
}
