import type { Entity } from './entity';

/**
 * One entity of two that are the same: the first keeps its id, type and name; the other's names
 * become aliases; descriptions and notes that say something else stand one after the other; of what
 * can be only once (Wikidata, coordinates) the first one's counts.
 */
export function mergedEntity(kept: Entity, other: Entity): Entity {
  const names = [...kept.aliases, other.name, ...other.aliases].filter((it) => it !== kept.name);
  const description = joined(kept.description, other.description, ' ');
  const notes = joined(kept.notes, other.notes, '\n');
  const links = [...new Set([...(kept.links ?? []), ...(other.links ?? [])])];
  const wikidata = kept.wikidata ?? other.wikidata;
  const coordinates = kept.coordinates ?? other.coordinates;
  return {
    id: kept.id,
    type: kept.type,
    name: kept.name,
    aliases: [...new Set(names)],
    ...(description ? { description } : {}),
    ...(wikidata ? { wikidata } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(coordinates ? { coordinates } : {}),
    ...(notes ? { notes } : {}),
    ...(kept.match ? { match: kept.match } : {}),
  };
}

function joined(one: string | undefined, other: string | undefined, between: string) {
  if (!one || !other) return one ?? other;
  return one.includes(other.trim()) ? one : `${one.trimEnd()}${between}${other}`;
}
