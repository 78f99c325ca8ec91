import type { Entity } from '../entity';
import { isWithin, type PlaceNames } from './place-names';

const comma = /^,\s{1,4}$/;

/**
 * Whether a city of the gazetteer is meant by a name, or a namesake that the gazetteer does not have: "Paris,
 * Texas" is not the one in France. It looks at the state behind a comma, in which the city must lie.
 */
export function isMeantCity(
  city: Entity,
  text: string,
  names: readonly PlaceNames[],
  index: number,
): boolean {
  if (!city.coordinates || !city.facts) return true;
  const { end } = names[index]!;
  const next = names[index + 1];
  if (!next || next.isDemonym || !comma.test(text.slice(end, next.start))) return true;
  const places = next.candidates.map(({ entity }) => entity);
  if (!places.some(isState) || places.some(({ coordinates }) => coordinates)) return true;
  if (places.some((place) => isWithin(city, place))) return true;
  // "Baku, Georgia and Armenia" is a list of three, where Georgia may be the country.
  return !places.every(isState) && isList(text, names, index + 1);
}

function isState({ type, facts, coordinates }: Entity): boolean {
  return type === 'place' && facts?.country !== undefined && coordinates === undefined;
}

function isList(text: string, names: readonly PlaceNames[], index: number): boolean {
  const { end } = names[index]!;
  const next = names[index + 1];
  return (
    /^,?\s{1,4}(?:and|or|&)\s/.test(text.slice(end, end + 12)) ||
    (next !== undefined && comma.test(text.slice(end, next.start)))
  );
}
