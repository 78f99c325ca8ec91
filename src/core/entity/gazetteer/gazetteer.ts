import { entityTypes, type Entity, type PlaceFacts } from '../entity';
import type { AliasContext, EntitySource } from '../registry';
import { cellNames, isGazetteerData, tableRows, type GazetteerData } from './gazetteer-data';

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
  if (!isGazetteerData(json)) throw new TypeError('this is no gazetteer of format 1');
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
    for (const row of tableRows(this.data.cities)) this.#city(row);
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

  #city(row: string[]) {
    const [name = '', countryCode = '', stateCode, thousands, latitude, longitude] = row;
    const marks = row[6] ?? '';
    const aliases = cellNames(row[7]);
    const country = this.#countryNames.get(countryCode) ?? countryCode;
    const state = stateCode ? this.#stateNames.get(`${countryCode}-${stateCode}`) : undefined;
    const population = Math.round(Number(thousands) * 1000);
    const facts: PlaceFacts = {
      countryCode,
      country,
      ...(state ? { region: state } : {}),
      ...(population > 0 ? { population } : {}),
    };
    const entity = this.#add([name, countryCode, ...(stateCode ? [stateCode] : [])], {
      type: 'place',
      name,
      aliases,
      description: cityDescription(name, countryCode, country, marks.includes('c'), state),
      coordinates: [Number(latitude), Number(longitude)],
      facts,
    });
    if (marks.includes('d')) this.#contexts.set(entity, beforeParent);
  }

  #setDemonyms(entity: Entity, cell: string | undefined) {
    if (cell) this.#demonyms.set(entity, cellNames(cell));
  }

  /** Adds an entity under the first id that is free: its name, its name and country, … a number. */
  #add(parts: readonly string[], fields: Omit<Entity, 'id'>): Entity {
    let id = slug(parts[0]!);
    for (let index = 1; this.#entities.has(id) && index < parts.length; index++)
      id = `${id}-${slug(parts[index]!)}`;
    for (let number = 2; this.#entities.has(id); number++)
      id = `${id.replace(/-\d+$/, '')}-${number}`;
    const entity = { id, ...fields };
    this.#entities.set(id, entity);
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

/** A name as an id: letters and digits of ASCII, joined by hyphens. */
function slug(name: string): string {
  const lower = name.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  if (/^[a-z]+(?:[ -][a-z]+)+$/.test(lower)) return lower.replaceAll(' ', '-');
  const plain = lower
    .normalize('NFD')
    .replace(/[\p{M}’'.]+/gu, '')
    .replaceAll('+', '-plus')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain || 'place';
}
