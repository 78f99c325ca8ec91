import { entityTypes, type Entity, type PlaceFacts } from '../entity';
import type { AliasContext, EntitySource } from '../registry';
import {
  cellNames,
  isGazetteerData,
  simpleId,
  tableRows,
  type CityColumns,
  type GazetteerData,
} from './gazetteer-data';
import { freeId } from './gazetteer-ids';

/** Entities that come with the program: countries, states, cities, organizations, treaties … */
export interface Gazetteer extends EntitySource {
  readonly entities: readonly Entity[];
}

/**
 * Makes entities of the parsed `gazetteer.json`; about 10 ms, so call it when the first text needs it.
 *
 * @throws TypeError when `json` is no gazetteer
 */
export function loadGazetteer(json: unknown): Gazetteer {
  if (!isGazetteerData(json)) throw new TypeError('this is no gazetteer of format 2');
  return new Loader(json).load();
}

class Loader {
  readonly #entities = new Map<string, Entity>();
  readonly #contexts = new Map<Entity, (alias: string) => AliasContext | undefined>();
  readonly #demonyms = new Map<Entity, readonly string[]>();
  readonly #countryNames = new Map<string, string>();
  readonly #stateNames = new Map<string, string>();

  constructor(private readonly data: GazetteerData) {}

  load(): Gazetteer {
    for (const row of tableRows(this.data.countries)) this.#country(row);
    for (const row of tableRows(this.data.things)) this.#thing(row);
    for (const row of tableRows(this.data.states)) this.#state(row);
    this.#cities(this.data.cities);
    const contexts = this.#contexts;
    const demonyms = this.#demonyms;
    return {
      entities: [...this.#entities.values()],
      contextOf: (entity, alias) => contexts.get(entity)?.(alias),
      demonymsOf: (entity) => demonyms.get(entity) ?? [],
    };
  }

  #country([code = '', name = '', kind = '', region = '', capital, demonyms, others]: string[]) {
    this.#countryNames.set(code, name);
    const [demonym] = cellNames(demonyms);
    const entity = this.#add([name], {
      type: 'place',
      name,
      aliases: cellNames(others),
      description: countryDescription(kind, region),
      facts: {
        countryCode: code,
        region,
        ...(capital ? { capital } : {}),
        ...(demonym ? { demonym } : {}),
      },
    });
    this.#setDemonyms(entity, demonyms);
  }

  #thing([type, name = '', others, description = '', demonyms]: string[]) {
    const known = entityTypes.find((each) => each === type) ?? 'other';
    const entity = this.#add([name], {
      type: known,
      name,
      aliases: cellNames(others),
      description,
    });
    this.#setDemonyms(entity, demonyms);
  }

  #state([countryCode = '', code, name = '', short, others, demonyms]: string[]) {
    if (code) this.#stateNames.set(`${countryCode}-${code}`, name);
    const country = this.#countryNames.get(countryCode) ?? countryCode;
    const abbreviations = cellNames(short);
    const entity = this.#add([name, countryCode], {
      type: 'place',
      name,
      aliases: [...cellNames(others), ...abbreviations],
      description:
        countryCode === 'US' ? 'State of the United States.' : `Part of ${withArticle(country)}.`,
      facts: { countryCode, country },
    });
    this.#setDemonyms(entity, demonyms);
    if (abbreviations.length > 0) {
      const set = new Set(abbreviations);
      this.#contexts.set(entity, (alias) => (set.has(alias) ? 'after-comma' : undefined));
    }
  }

  #cities(cities: CityColumns) {
    const doubtful = new Set(cities.doubtful);
    const capitals = new Set(cities.capitals);
    const parents = tableRows(cities.parents).map(([code = '', state]) => ({
      countryCode: code,
      country: this.#countryNames.get(code) ?? code,
      region: state ? this.#stateNames.get(`${code}-${state}`) : undefined,
    }));
    cities.names.split('\n').forEach((name, index) => {
      const { countryCode, country, region } = parents[cities.parent[index]!]!;
      const population = Math.round(cities.thousands[index]! * 1000);
      const place: PlaceFacts =
        region === undefined ? { countryCode, country } : { countryCode, country, region };
      const isCapital = capitals.has(index);
      const id = cities.ids[index] ?? simpleId(name);
      const entity: Entity = {
        id,
        type: 'place',
        name,
        aliases: cellNames(cities.others[index]),
        description: cityDescription(name, countryCode, country, isCapital, region),
        coordinates: [cities.latitude[index]!, cities.longitude[index]!],
        facts: population > 0 ? { ...place, population } : place,
      };
      this.#entities.set(id, entity);
      if (doubtful.has(index)) this.#contexts.set(entity, beforeParent);
    });
  }

  #setDemonyms(entity: Entity, cell: string | undefined) {
    if (cell) this.#demonyms.set(entity, cellNames(cell));
  }

  #add(parts: readonly string[], fields: Omit<Entity, 'id'>): Entity {
    const entity = { id: freeId(this.#entities, parts), ...fields };
    this.#entities.set(entity.id, entity);
    return entity;
  }
}

const beforeParent = (): AliasContext => 'before-parent';

function countryDescription(kind: string, region: string): string {
  // Where statehood is disputed a card takes no side.
  if (kind === 'continent') return 'Continent around the South Pole.';
  const what =
    kind === 'disputed' ? 'Country or territory' : kind === 'territory' ? 'Territory' : 'Country';
  return `${what} in ${region === 'Caribbean' ? 'the Caribbean' : region}.`;
}

function cityDescription(
  name: string,
  countryCode: string,
  country: string,
  capital: boolean,
  state: string | undefined,
): string {
  // Both claim it: a card takes no side.
  if (name === 'Jerusalem') return 'City that Israel and the Palestinians claim as their capital.';
  if (capital && countryCode !== 'PS') return `Capital of ${withArticle(country)}.`;
  return `City in ${state ? `${state}, ${country}` : withArticle(country)}.`;
}

function withArticle(country: string): string {
  return takesArticle.test(country) ? `the ${country}` : country;
}

const takesArticle =
  /^(?:United |Philippines|Netherlands|Bahamas|Maldives|Comoros|Seychelles|Marshall|Solomon|Cook|Faroe|Falkland|Cayman|Northern Mariana|Turks|British Virgin|Democratic Republic|Republic of|Czech Republic|Dominican Republic|Central African)/;
