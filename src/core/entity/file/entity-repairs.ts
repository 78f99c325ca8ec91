import { nearestWords } from '../../nearest-words';
import type { Problem } from '../../problem';
import type { TextRange } from '../../text/text-range';
import { entityIdFor } from '../add-entity';
import { entityTypes, type EntityType } from '../entity';
import { entityFileFormat } from '../entity-file';
import { entityFields } from './entity-fields';
import { fieldIndent, fieldLines, itemRange } from './entry-lines';
import { repairedCoordinates, repairedLink, repairedWikidata } from './field-repairs';
import { displayText } from './unsafe-text';

/** A change that mends a problem of an entity file. */
export interface EntityRepair {
  /** What it does, for people. */
  readonly title: string;
  /** UTF-16 offsets over the file's canonical text. */
  readonly range: TextRange;
  readonly newText: string;
  /** Whether it is what was most likely meant. */
  readonly isPreferred?: boolean;
}

/** Longest text that is looked at: what is longer is mended by hand. */
const longestText = 2000;

/**
 * The changes that would mend a problem which `parseEntityFile` reported of this text, best first.
 *
 * @param text the file's canonical text
 * @param isTaken whether an id is in use already
 */
export function repairsFor(
  { code, range }: Pick<Problem, 'code' | 'range'>,
  text: string,
  isTaken: (id: string) => boolean,
): readonly EntityRepair[] {
  if (range.end - range.start > longestText) return [];
  const written = text.slice(range.start, range.end);
  const said = written.replace(/^(["'])(.*)\1$/s, '$2').trim();
  const put = (newText: string, title: string, isPreferred = false): EntityRepair => ({
    title,
    range,
    newText,
    ...(isPreferred ? { isPreferred } : {}),
  });
  switch (code) {
    case 'unknown-type':
      return typesFor(said, text, range, put);
    case 'bad-id':
    case 'duplicate-id': {
      const id = entityIdFor(said, isTaken);
      return [put(id, `Change the id to “${id}”`, true)];
    }
    case 'no-name':
    case 'not-a-map':
      return missingFields(code, said, text, range);
    case 'unknown-field':
      return fieldsFor(said, put);
    case 'duplicate-field':
      return removal(`Remove the second “${shown(said)}”`, fieldLines(text, range.start));
    case 'empty-alias':
      return removal('Remove the empty alias', itemRange(text, range));
    case 'shared-alias':
      return removal(`Remove “${shown(said)}” here`, itemRange(text, range));
    case 'bad-wikidata':
      return mended(repairedWikidata(said), put);
    case 'bad-link':
      return mended(repairedLink(said), put);
    case 'bad-coordinates':
      return mended(repairedCoordinates(said), put);
    case 'bad-match':
      return ['true', 'false'].map((value) => {
        const match = `{ caseSensitive: ${value} }`;
        return put(match, `Write ${match}`);
      });
    case 'not-a-list':
      return written === '' || written.includes('\n')
        ? []
        : [put(`[${written}]`, 'Make it a list')];
    case 'unsafe-character': {
      const safe = displayText(written);
      return safe === written ? [] : [put(safe, 'Remove the invisible characters', true)];
    }
    case 'format':
      return formatLine(text);
    default:
      return [];
  }
}

type Put = (newText: string, title: string, isPreferred?: boolean) => EntityRepair;

/** Words that people write for the types. */
const synonyms: Readonly<Record<string, EntityType>> = {
  human: 'person',
  people: 'person',
  company: 'organization',
  org: 'organization',
  party: 'organization',
  location: 'place',
  city: 'place',
  country: 'place',
  conference: 'event',
  war: 'event',
  book: 'work',
  film: 'work',
  treaty: 'law',
  act: 'law',
  thing: 'other',
};

function typesFor(said: string, text: string, range: TextRange, put: Put): EntityRepair[] {
  if (isMissing(text, range)) {
    return entityTypes.flatMap((type) => insertedField(text, range.start, `type: ${type}`));
  }
  const synonym = Object.hasOwn(synonyms, said.toLowerCase())
    ? synonyms[said.toLowerCase()]
    : undefined;
  const nearest = nearestWords(said, entityTypes, 2);
  const types = [...new Set([...(synonym ? [synonym] : []), ...nearest])];
  const others = entityTypes.filter((type) => !types.includes(type));
  const all = types.length > 0 ? types : others;
  return all.map((type, index) =>
    put(type, `Change the type to “${type}”`, index === 0 && types.length > 0),
  );
}

/** Where a field is missing, its entry's key is the problem's place. */
function isMissing(text: string, { start, end }: TextRange): boolean {
  return fieldIndent(text, start) !== undefined && /^ *:(?:\s|$)/.test(text.slice(end, end + 80));
}

function missingFields(code: string, id: string, text: string, { start }: TextRange) {
  const name = id.replaceAll('-', ' ').replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
  if (code === 'no-name') return insertedField(text, start, `name: ${name}`);
  const indent = fieldIndent(text, start);
  return indent === undefined
    ? []
    : insertedField(text, start, `type: other\n${indent}name: ${name}`, 'Add type and name');
}

function insertedField(
  text: string,
  key: number,
  field: string,
  title = `Add “${field}”`,
): EntityRepair[] {
  const indent = fieldIndent(text, key);
  if (indent === undefined) return [];
  const lineEnd = text.indexOf('\n', key);
  const at = lineEnd === -1 ? text.length : lineEnd;
  return [{ title, range: { start: at, end: at }, newText: `\n${indent}${field}` }];
}

function fieldsFor(said: string, put: Put): EntityRepair[] {
  const nearest = nearestWords(said, entityFields, 1);
  const own = `x-${said}`;
  return [
    ...nearest.map((field) => put(field, `Change to “${field}”`, true)),
    ...(/^[\w-]{1,80}$/.test(said) ? [put(own, `Keep it as a field of your own, “${own}”`)] : []),
  ];
}

function removal(title: string, range: TextRange | undefined): EntityRepair[] {
  return range ? [{ title, range, newText: '' }] : [];
}

function mended(newText: string | undefined, put: Put): EntityRepair[] {
  return newText === undefined ? [] : [put(newText, `Change to ${newText}`, true)];
}

/** A file of another version is not made to look like one of this. */
function formatLine(text: string): EntityRepair[] {
  if (/^format:/m.test(text)) return [];
  const line = `format: ${entityFileFormat}`;
  const start = /^(?:---\n)?/.exec(text)![0].length;
  return [
    {
      title: `Add “${line}”`,
      range: { start, end: start },
      newText: `${line}\n`,
      isPreferred: true,
    },
  ];
}

/** A few words of a file's text, as they may be shown. */
function shown(said: string): string {
  const text = displayText(said).replaceAll(/\s+/g, ' ');
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
