import { isMap, isScalar, parseDocument, stringify, type Pair } from 'yaml';
import type { Entity } from './entity';
import { entityFileFormat } from './entity-file';
import { isEntityId } from './entity-id';

/** What an entity file holds before its first entity. */
export const emptyEntityFile = `format: ${entityFileFormat}\nentities:\n`;

/**
 * The text of an entity file with one more entity at the end of its map; every other byte stays.
 *
 * @throws Error with a sentence for the user when the file is broken, holds the id already, or is
 *   laid out in a way (flow style) in which nothing can be added safely.
 */
export function addEntity(text: string, entity: Entity): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  const [problem] = document.errors;
  if (problem) throw new Error(`The entity file is broken: ${problem.message.split('\n')[0]}`);
  const pairs = isMap(document.contents) ? (document.contents.items as Pair[]) : [];
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === 'entities');
  if (!pair) throw new Error('The entity file has no map "entities:".');

  const entities = pair.value;
  if (entities === null || (isScalar(entities) && entities.value === null)) {
    const after = (pair.key as { range: [number, number, number] }).range[1];
    const lineEnd = text.indexOf('\n', after);
    const at = lineEnd === -1 ? text.length : lineEnd + 1;
    return insert(text, at, recordText(entity, '  '));
  }
  if (!isMap(entities) || entities.flow || entities.items.length === 0) {
    throw new Error('The entity file is not laid out as a block: add the entity by hand.');
  }
  if (entities.has(entity.id)) throw new Error(`The entity "${entity.id}" exists already.`);
  const first = (entities.items[0] as Pair).key as { range: [number, number, number] };
  const indent = text.slice(text.lastIndexOf('\n', first.range[0] - 1) + 1, first.range[0]);
  const at = entities.range![1];
  return insert(text, at, recordText(entity, indent));
}

function insert(text: string, at: number, record: string): string {
  const before = text.slice(0, at);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || before.endsWith('\n') ? '' : lineEnd;
  return before + gap + record.replaceAll('\n', lineEnd) + text.slice(at);
}

/** One record in the canonical layout, with its line end. */
function recordText(entity: Entity, indent: string): string {
  const { id, type, name, aliases, description, wikidata, links, coordinates, notes } = entity;
  const record = {
    type,
    name,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(description ? { description } : {}),
    ...(wikidata ? { wikidata } : {}),
    ...(links ? { links } : {}),
    ...(coordinates ? { coordinates } : {}),
    ...(notes ? { notes } : {}),
  };
  const yaml = stringify({ [id]: record }, { lineWidth: 0, indent: 2, collectionStyle: 'any' });
  return yaml.replaceAll(/^(?=.)/gm, indent);
}

/** So much of a name makes an id. */
const longestBase = 150;

/** An id for a name: lower-case ASCII words joined by hyphens, made unique by a number. */
export function entityIdFor(name: string, isTaken: (id: string) => boolean): string {
  const ascii = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = ascii.slice(0, longestBase).replaceAll(/[^a-z0-9]+/g, '-');
  const base = words.replaceAll(/^-+|-+$/g, '') || 'entity';
  let id = base;
  for (let number = 2; isTaken(id) || !isEntityId(id); number++) id = `${base}-${number}`;
  return id;
}
