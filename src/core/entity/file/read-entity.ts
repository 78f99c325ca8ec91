import { entityTypes, type Entity, type EntityType } from '../entity';
import { isEntityId } from '../entity-id';
import type { TextRange } from '../../text/text-range';
import type { EntityRecord } from '../entity-file';
import type { Problem, ProblemSeverity } from '../../problem';
import { entityFields } from './entity-fields';
import { isNull, type MapValue, type RecordEntry, type RecordValue } from './record-value';
import { displayText, unsafeCharacter } from './unsafe-text';

/** Longest texts that are kept, in UTF-16 units; a card shows far less. */
const limits = { name: 300, alias: 300, description: 4000, notes: 100_000, link: 2000 };
const wordCharacter = /[\p{L}\p{N}]/u;

/** Reads one entity from its values; everything wrong is reported and the rest is used. */
export function readEntity(
  { key, value }: RecordEntry,
  range: TextRange,
  report: (problem: Problem) => void,
): EntityRecord | undefined {
  return new EntityReader(key.text, key, report).read(value, range);
}

class EntityReader {
  #fields = new Map<string, RecordEntry>();

  constructor(
    private readonly id: string,
    private readonly key: TextRange,
    private readonly report: (problem: Problem) => void,
  ) {}

  read(value: RecordValue, range: TextRange): EntityRecord | undefined {
    if (!isEntityId(this.id)) {
      const wanted =
        'lower-case letters a–z, digits and single hyphens, such as "jens-stoltenberg"';
      this.#say(this.key, 'error', 'bad-id', `An entity's id must be ${wanted}.`);
      return undefined;
    }
    if (value.kind !== 'map') {
      this.#say(this.key, 'error', 'not-a-map', `"${this.id}" needs fields: type, name, …`);
      return undefined;
    }
    this.#collectFields(value);
    const name = this.#text('name', limits.name);
    if (!name) {
      if (!this.#fields.has('name'))
        this.#say(this.key, 'error', 'no-name', `"${this.id}" has no name.`);
      return undefined;
    }
    const type = this.#type();
    const aliases = this.#aliases(name.value);
    const entity: Entity = {
      id: this.id,
      type: type.value,
      name: name.value,
      aliases: aliases.map((alias) => alias.value),
      ...this.#optional(),
    };
    return {
      entity,
      range,
      keyRange: plainRange(this.key),
      nameRange: name.range,
      typeRange: type.range,
      aliasRanges: aliases.map((alias) => alias.range),
    };
  }

  #collectFields(value: MapValue) {
    for (const entry of value.entries) {
      const field = entry.key.text;
      if (this.#fields.has(field)) {
        this.#say(
          entry.key,
          'warning',
          'duplicate-field',
          `"${field}" stands here twice; the first is used.`,
        );
      } else if (knownFields.has(field)) {
        this.#fields.set(field, entry);
      } else if (!field.startsWith('x-')) {
        this.#say(
          entry.key,
          'warning',
          'unknown-field',
          `"${displayText(field).slice(0, 80)}" is no field of an entity.`,
        );
      }
    }
  }

  #type(): { value: EntityType; range: TextRange } {
    const entry = this.#fields.get('type');
    const stated = entry?.value.kind === 'scalar' ? entry.value.text : '';
    const value = entityTypes.find((type) => type === stated);
    const range = plainRange(entry ? entry.value : this.key);
    if (value) return { value, range };
    const message = `${entry ? `"${displayText(stated).slice(0, 80)}" is no type` : 'The type is missing'}: use ${entityTypes.join(', ')}.`;
    this.#say(range, 'error', 'unknown-type', message);
    return { value: 'other', range };
  }

  #aliases(name: string): { value: string; range: TextRange }[] {
    const seen = new Set([name]);
    const aliases: { value: string; range: TextRange }[] = [];
    for (const item of this.#list('aliases')) {
      if (isNull(item) || (item.kind === 'scalar' && item.text.trim() === '')) {
        this.#say(item, 'warning', 'empty-alias', 'An alias is empty.');
        continue;
      }
      const value = this.#scalar(item, 'alias', limits.alias);
      if (value === undefined || seen.has(value)) continue;
      seen.add(value);
      if (!wordCharacter.test(value)) {
        this.#say(
          item,
          'warning',
          'alias-without-word',
          'An alias without a letter or digit is not looked for in texts.',
        );
      }
      aliases.push({ value, range: plainRange(item) });
    }
    return aliases;
  }

  #optional(): Partial<Entity> {
    const description = this.#text('description', limits.description)?.value;
    const notes = this.#text('notes', limits.notes)?.value;
    const wikidata = this.#wikidata();
    const links = this.#list('links').flatMap((item) => this.#link(item) ?? []);
    const coordinates = this.#coordinates();
    const caseSensitive = this.#caseSensitive();
    return {
      ...(description ? { description } : {}),
      ...(wikidata ? { wikidata } : {}),
      ...(links.length > 0 ? { links } : {}),
      ...(coordinates ? { coordinates } : {}),
      ...(notes ? { notes } : {}),
      ...(caseSensitive === undefined ? {} : { match: { caseSensitive } }),
    };
  }

  #wikidata(): string | undefined {
    const field = this.#text('wikidata', 40);
    if (!field || /^Q[1-9]\d{0,11}$/.test(field.value)) return field?.value;
    this.#say(
      field.range,
      'warning',
      'bad-wikidata',
      'A Wikidata item is written as Q and a number, such as Q7184.',
    );
    return undefined;
  }

  #link(item: RecordValue): string | undefined {
    const link = this.#scalar(item, 'link', limits.link);
    if (link === undefined) return undefined;
    if (/^https?:\/\/[^\s/]/i.test(link) && isAddress(link)) return link;
    this.#say(item, 'warning', 'bad-link', 'A link must begin with https:// or http://.');
    return undefined;
  }

  #coordinates(): readonly [number, number] | undefined {
    const entry = this.#fields.get('coordinates');
    if (!entry || isNull(entry.value)) return undefined;
    const items = entry.value.kind === 'list' ? entry.value.items : [];
    const numbers = items.map((item) =>
      item.kind === 'scalar' && item.plain && /^[-+]?\d{1,3}(?:\.\d{0,15})?$/.test(item.text)
        ? Number(item.text)
        : NaN,
    );
    const [latitude = NaN, longitude = NaN] = numbers;
    if (numbers.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
      return [latitude, longitude];
    this.#say(
      entry.value,
      'warning',
      'bad-coordinates',
      'Coordinates are [latitude, longitude] in degrees: -90 to 90 and -180 to 180.',
    );
    return undefined;
  }

  #caseSensitive(): boolean | undefined {
    const entry = this.#fields.get('match');
    if (!entry || isNull(entry.value)) return undefined;
    const entries = entry.value.kind === 'map' ? entry.value.entries : [];
    const setting = entries.find(({ key }) => key.text === 'caseSensitive')?.value;
    if (setting?.kind === 'scalar' && setting.plain && /^(?:true|false)$/i.test(setting.text))
      return setting.text.toLowerCase() === 'true';
    this.#say(
      entry.value,
      'warning',
      'bad-match',
      '"match" is written { caseSensitive: true } or { caseSensitive: false }.',
    );
    return undefined;
  }

  #text(field: string, limit: number): { value: string; range: TextRange } | undefined {
    const entry = this.#fields.get(field);
    if (!entry || (isNull(entry.value) && field !== 'name')) return undefined;
    const value = isNull(entry.value) ? '' : this.#scalar(entry.value, field, limit);
    if (value === undefined) return undefined;
    if (value === '') {
      this.#say(entry.key, 'error', 'empty-text', `"${field}" is empty.`);
      return undefined;
    }
    return { value, range: plainRange(entry.value) };
  }

  /** A text without its outer white space and deceptive characters, cut to the limit; both reported. */
  #scalar(value: RecordValue, what: string, limit: number): string | undefined {
    if (value.kind !== 'scalar') {
      this.#say(value, 'error', 'not-a-text', `"${what}" must be a text.`);
      return undefined;
    }
    const unsafe = unsafeCharacter(value.text);
    if (unsafe) {
      this.#say(
        value,
        'warning',
        'unsafe-character',
        `"${what}" contains a ${unsafe}; it is left out where the text is shown and looked for.`,
      );
    }
    const text = displayText(value.text).trim();
    if (text.length <= limit) return text;
    this.#say(
      value,
      'warning',
      'too-long',
      `"${what}" has ${text.length} characters; only the first ${limit} are used.`,
    );
    return text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  }

  #list(field: string): readonly RecordValue[] {
    const entry = this.#fields.get(field);
    if (!entry || isNull(entry.value)) return [];
    if (entry.value.kind === 'list') return entry.value.items;
    this.#say(
      entry.value,
      'warning',
      'not-a-list',
      `"${field}" is a list: [a, b], or "- a" lines.`,
    );
    return entry.value.kind === 'scalar' ? [entry.value] : [];
  }

  #say(range: TextRange, severity: ProblemSeverity, code: string, message: string) {
    this.report({ range: plainRange(range), severity, code, message });
  }
}

const knownFields: ReadonlySet<string> = new Set(entityFields);

function plainRange({ start, end }: TextRange): TextRange {
  return { start, end };
}

function isAddress(link: string): boolean {
  try {
    return /^https?:$/.test(new URL(link).protocol);
  } catch {
    return false;
  }
}
