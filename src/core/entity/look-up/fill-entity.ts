import { changeEntity, type EntityChange } from '../edit-entity-file';
import { addEntity } from '../add-entity';
import type { Entity } from '../entity';
import { parseEntityFile } from '../entity-file';
import type { WikidataItem } from './item-answer';

/** The fields that a look-up fills; `aliases` by one name each. */
export type FilledField = 'wikidata' | 'description' | 'aliases' | 'coordinates' | 'notes';

/** Something that an item says and an entity file does not yet. */
export interface Proposal {
  readonly field: FilledField;
  /** As it is shown; of an alias the name itself. */
  readonly text: string;
  /** Whether it can be taken over without a second look. */
  readonly isSafe: boolean;
}

/** What an item offers an entity. */
export interface Proposals {
  readonly missing: readonly Proposal[];
  /** Fields in which the entity says something else, which stays. */
  readonly differing: readonly FilledField[];
}

/**
 * Compares an item with an entity: what the entity lacks is proposed, what it says stays.
 *
 * @param dates the item's dates as a sentence for the notes, empty when it has none
 * @param isTaken whether a name belongs to another entity already
 */
export function proposalsFor(
  entity: Entity,
  item: WikidataItem,
  dates: string,
  isTaken: (alias: string) => boolean,
): Proposals {
  const offered: Record<Exclude<FilledField, 'aliases'>, string | undefined> = {
    wikidata: item.id,
    description: item.description,
    coordinates: item.coordinates?.join(', '),
    notes: dates === '' ? undefined : dates,
  };
  const missing: Proposal[] = [];
  const differing: FilledField[] = [];
  for (const [name, text] of Object.entries(offered)) {
    const field = name as keyof typeof offered;
    if (text === undefined) continue;
    const said = field === 'coordinates' ? entity.coordinates?.join(', ') : entity[field];
    if (said === undefined) missing.push({ field, text, isSafe: true });
    else if (said !== text && !(field === 'notes' && said.includes(text))) differing.push(field);
  }
  const known = new Set([entity.name, ...entity.aliases]);
  const names = [...(item.label ? [item.label] : []), ...item.aliases];
  for (const text of new Set(names)) {
    if (known.has(text)) continue;
    missing.push({ field: 'aliases', text, isSafe: isDistinctive(text) && !isTaken(text) });
  }
  return { missing, differing };
}

/**
 * Whether a name can be looked for in texts without a second look: short names in small letters, and
 * those that begin with one, are words of the language too often.
 */
function isDistinctive(name: string): boolean {
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2 || /^\p{Ll}/u.test(name)) return false;
  return letters > 3 || !/\p{Ll}/u.test(name);
}

/**
 * The text of an entity file in which an entity has what was chosen, where it still lacks it.
 *
 * @throws Error with a sentence for the user when that cannot be done safely.
 */
export function fillEntity(
  text: string,
  id: string,
  item: WikidataItem,
  chosen: readonly Proposal[],
): string {
  const file = parseEntityFile(text);
  const entity = file.entities.find((record) => record.entity.id === id)?.entity;
  if (!entity) throw new Error(`There is no entity "${id}" in this file.`);
  const change = missingFields(entity, item, chosen);
  return Object.keys(change).length === 0 ? text : changeEntity(text, id, change);
}

/**
 * The text of an entity file with a new entity that has what was chosen.
 *
 * @throws Error with a sentence for the user when that cannot be done safely.
 */
export function addFilledEntity(
  text: string,
  entity: Entity,
  item: WikidataItem,
  chosen: readonly Proposal[],
): string {
  return addEntity(text, { ...entity, ...missingFields(entity, item, chosen) } as Entity);
}

function missingFields(
  entity: Entity,
  item: WikidataItem,
  chosen: readonly Proposal[],
): EntityChange {
  const takes = (field: FilledField) =>
    chosen.find((proposal) => proposal.field === field && entity[field] === undefined);
  const names = chosen.filter(({ field }) => field === 'aliases').map(({ text }) => text);
  const aliases = [...new Set([...entity.aliases, ...names])].filter((it) => it !== entity.name);
  const description = takes('description');
  const notes = takes('notes');
  return {
    ...(aliases.length > entity.aliases.length ? { aliases } : {}),
    ...(description ? { description: description.text } : {}),
    ...(takes('wikidata') ? { wikidata: item.id } : {}),
    ...(takes('coordinates') && item.coordinates ? { coordinates: item.coordinates } : {}),
    ...(notes ? { notes: notes.text } : {}),
  };
}
