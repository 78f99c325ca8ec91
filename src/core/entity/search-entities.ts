import type { Entity } from './entity';
import type { EntityRegistry, RegisteredEntity } from './registry';

/** An entity that somebody may mean who typed something. */
export interface SearchedEntity {
  readonly entity: Entity;
  readonly source: RegisteredEntity['source'];
  /** The one of its names that fits best. */
  readonly name: string;
}

export interface SearchOptions {
  /** How many are wanted. */
  readonly most: number;
  /** Only those that stand in an entity file. */
  readonly onlyFiles?: boolean;
}

/** How a name fits, best first; what fits in no way is not found. */
const fits = ['whole', 'start', 'words', 'part', 'letters'] as const;
const stepLength = 500;

/**
 * Finds entities by id, name, alias or a country's ISO code: the whole name first, then its start, the
 * starts of its words, a part of it, its letters in order. Case and diacritics play no part; those of
 * the user's files come before the gazetteer's. In steps, linear in the names.
 */
export function* searchEntities(
  registry: EntityRegistry,
  query: string,
  { most, onlyFiles = false }: SearchOptions,
): Generator<void, SearchedEntity[]> {
  const wanted = fold(query.trim());
  const words = wanted.split(/[\s-]+/).filter(Boolean);
  const found = fits.map(() => ({
    file: [] as SearchedEntity[],
    gazetteer: [] as SearchedEntity[],
  }));
  let count = 0;
  for (const { entity, source } of registry.entities()) {
    if (onlyFiles && source !== 'file') continue;
    let best: number = fits.length;
    let name = entity.name;
    for (const candidate of namesOf(entity)) {
      if (++count % stepLength === 0) yield;
      const fit = fitOf(fold(candidate), wanted, words);
      if (fit >= best) continue;
      best = fit;
      // Nobody thinks of a thing by its id or code.
      name = entity.aliases.includes(candidate) ? candidate : entity.name;
    }
    const group = found[best]?.[source];
    if (group && group.length < most) group.push({ entity, source, name });
  }
  const ordered = found.flatMap(({ file, gazetteer }) => [
    ...byLength(file),
    ...byLength(gazetteer),
  ]);
  return ordered.slice(0, most);
}

function* namesOf({ id, name, aliases, facts }: Entity): Iterable<string> {
  yield name;
  yield* aliases;
  yield id;
  // A city has its country's code, too.
  if (facts?.countryCode && facts.country === undefined) yield facts.countryCode;
}

/** Index in `fits`, or their number where it does not fit. */
function fitOf(name: string, wanted: string, words: readonly string[]): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (words.length > 0 && words.every((word) => hasWordStart(name, word))) return 2;
  if (name.includes(wanted)) return 3;
  return wanted.length > 1 && hasLetters(name, wanted) ? 4 : fits.length;
}

function hasWordStart(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at !== -1; at = name.indexOf(word, at + 1)) {
    if (at === 0 || ' -.('.includes(name[at - 1]!)) return true;
  }
  return false;
}

function hasLetters(name: string, wanted: string): boolean {
  let at = -1;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    at = name.indexOf(letter, at + 1);
    if (at === -1) return false;
  }
  return true;
}

/** The shorter a name, the more of it was typed. Of one length they stay in their order. */
function byLength(found: readonly SearchedEntity[]): SearchedEntity[] {
  return found.toSorted((a, b) => a.name.length - b.name.length);
}

function fold(text: string): string {
  const lower = text.toLowerCase();
  return /[^\0-\x7f]/.test(lower) ? lower.normalize('NFD').replaceAll(/\p{M}/gu, '') : lower;
}
