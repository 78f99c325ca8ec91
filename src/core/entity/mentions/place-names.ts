import type { TextRange } from '../../text/text-range';
import type { Entity } from '../entity';
import type { RegisteredEntity } from '../registry';

/** A name in a text and what it may mean. */
export interface PlaceNames extends TextRange {
  readonly candidates: readonly RegisteredEntity[];
  /** "Russian": no place that another lies in ("in Reading, British officials said"). */
  readonly isDemonym: boolean;
}

/** Whether `place` lies in `parent`, a country or a state, by the gazetteer's facts. */
export function isWithin(place: Entity, parent: Entity): boolean {
  const { facts } = place;
  if (!facts || !parent.facts || place === parent) return false;
  if (facts.countryCode !== parent.facts.countryCode) return false;
  return isCountry(parent) ? facts.country === parent.name : facts.region === parent.name;
}

function isCountry({ facts }: Entity): boolean {
  return facts?.countryCode !== undefined && facts.country === undefined;
}

function isCapital({ description }: Entity): boolean {
  return description?.startsWith('Capital of ') ?? false;
}

/**
 * Ranks what an ambiguous name may mean ("Georgia": the country or the state) by the other places of
 * the text: what stands right beside it ("Atlanta, Georgia"), then how many places of the same
 * country are named, and for a country how many other countries are. Everything stays in the list;
 * entities of the user's files come first, whatever the evidence.
 */
export class PlaceEvidence {
  readonly #countries = new Set<string>();
  /** How many places are named within each country. */
  readonly #placesWithin = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly names: readonly PlaceNames[],
  ) {
    const seen = new Set<Entity>();
    for (const { candidates } of names) {
      const { entity } = candidates[0]!;
      if (candidates.length > 1 || seen.has(entity)) continue;
      seen.add(entity);
      const code = entity.facts?.countryCode;
      if (!code) continue;
      if (isCountry(entity)) this.#countries.add(code);
      else this.#placesWithin.set(code, (this.#placesWithin.get(code) ?? 0) + 1);
    }
  }

  /** The candidates of a name, likeliest first. */
  rank(index: number): Entity[] {
    const { candidates } = this.names[index]!;
    if (candidates.length === 1) return [candidates[0]!.entity];
    return candidates
      .map(({ entity, source }, order) => ({
        entity,
        order,
        score: source === 'file' ? Infinity : this.#score(entity, index),
      }))
      .sort((a, b) => (a.score === b.score ? a.order - b.order : b.score - a.score))
      .map(({ entity }) => entity);
  }

  #score(entity: Entity, index: number): number {
    const code = entity.facts?.countryCode;
    if (!code) return 3;
    const beside = this.#isBeside(entity, index) ? 100 : 0;
    const within = Math.min(5, this.#placesWithin.get(code) ?? 0);
    if (isCountry(entity)) {
      const others = this.#countries.size - (this.#countries.has('US') ? 1 : 0);
      return beside + 3 + within + Math.min(5, others);
    }
    const prior = isCapital(entity) ? 2.5 : entity.coordinates ? 1 : 1.5;
    const country = this.#countries.has(code) ? 1 : 0;
    // Of several towns of one name the text has to speak for the smaller one.
    return beside + prior + 2 * within + country;
  }

  /** "Atlanta, Georgia" speaks for the state, "Georgia, United States" as well. */
  #isBeside(entity: Entity, index: number): boolean {
    const { start, end } = this.names[index]!;
    const before = this.names[index - 1];
    const after = this.names[index + 1];
    const comma = /^,\s{1,4}$/;
    return (
      (before !== undefined &&
        !before.isDemonym &&
        comma.test(this.text.slice(before.end, start)) &&
        before.candidates.some((other) => isWithin(other.entity, entity))) ||
      (after !== undefined &&
        !after.isDemonym &&
        comma.test(this.text.slice(end, after.start)) &&
        after.candidates.some((other) => isWithin(entity, other.entity)))
    );
  }
}
