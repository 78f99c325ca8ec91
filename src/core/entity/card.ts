import type { AnnotationKind } from '../annotation/annotation';
import type { Entity, EntityType, Mention } from './entity';
import { displayText } from './file/unsafe-text';

/** What is said of a name, as plain data: at most twelve lines with the title, no Markdown, no HTML. */
export interface Card {
  readonly type: EntityType | 'unknown';
  /** Flag of a place's country, or nothing. */
  readonly flag?: string;
  readonly name: string;
  /** "recognised" must be shown: what stands in no file is a guess. */
  readonly source: Mention['source'];
  readonly lines: readonly CardLine[];
}

export interface CardLine {
  readonly kind:
    | 'description'
    | 'role'
    | 'evidence'
    | 'place'
    | 'coordinates'
    | 'aliases'
    | 'counts'
    | 'annotation'
    | 'notes'
    | 'links'
    | 'also';
  /** One line, without control characters, at most `longestLine` long. */
  readonly text: string;
  /** https: or http: only. */
  readonly links?: readonly CardLink[];
}

export interface CardLink {
  readonly text: string;
  readonly url: string;
}

/** How often an entity is mentioned. */
export interface MentionCounts {
  /** In this message. */
  readonly here: number;
  /** In the whole workspace, this message included; absent while it is not indexed. */
  readonly total?: number;
  readonly messages?: number;
}

/** An annotation that concerns the entity. */
export interface CardAnnotation {
  readonly kind: AnnotationKind;
  readonly note?: string;
  readonly by?: string;
  /** RFC 3339. */
  readonly created?: string;
}

export interface CardInput {
  readonly mention: Mention;
  readonly counts?: MentionCounts;
  /** In any order; the newest are shown. */
  readonly annotations?: readonly CardAnnotation[];
  /** For numbers; a BCP 47 tag. */
  readonly locale?: string;
}

/** Most lines of a card, with its title and the line of what can be done. */
export const mostCardLines = 12;
export const longestLine = 300;
const newestAnnotations = 2;
const mostAliases = 8;
const mostLinks = 4;

/** What is known of a mention. Only what a file, the gazetteer or the text itself says; nothing is inferred. */
export function entityCard({ mention, counts, annotations = [], locale = 'en' }: CardInput): Card {
  const [entity, ...others] = mention.entities;
  const lines = [
    ...(entity ? entityLines(entity, locale) : recognisedLines(mention)),
    ...countLines(counts, locale),
    ...annotationLines(annotations),
    ...(entity ? notesAndLinks(entity) : []),
    ...alsoLines(others),
  ];
  const flag = entity?.type === 'place' ? flagOf(entity.facts?.countryCode) : undefined;
  return {
    type: entity?.type ?? mention.type,
    ...(flag ? { flag } : {}),
    name: oneLine(entity?.name ?? mention.text),
    source: mention.source,
    lines: lines.slice(0, mostCardLines - 2),
  };
}

function entityLines(entity: Entity, locale: string): CardLine[] {
  const { description, facts, coordinates, aliases, name } = entity;
  const lines: CardLine[] = [];
  if (description) lines.push({ kind: 'description', text: oneLine(description) });
  if (facts) {
    const said = description ?? '';
    const parts = [
      facts.country && !said.includes(facts.country) ? facts.country : undefined,
      facts.region && !said.includes(facts.region) ? facts.region : undefined,
      facts.capital ? `capital: ${facts.capital}` : undefined,
      facts.demonym ? `adjective: ${facts.demonym}` : undefined,
      facts.population ? `about ${facts.population.toLocaleString(locale)} inhabitants` : undefined,
    ].filter((part) => part !== undefined);
    if (parts.length > 0) lines.push({ kind: 'place', text: oneLine(parts.join(' · ')) });
  }
  if (coordinates) lines.push(coordinatesLine(coordinates));
  const other = aliases.filter((alias) => alias !== name);
  if (other.length > 0) {
    const shown = other.slice(0, mostAliases).join(', ');
    const more = other.length > mostAliases ? `, and ${other.length - mostAliases} more` : '';
    lines.push({ kind: 'aliases', text: oneLine(`also called ${shown}${more}`) });
  }
  return lines;
}

function coordinatesLine([latitude, longitude]: readonly [number, number]): CardLine {
  const degrees = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;
  const url = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=8/${latitude}/${longitude}`;
  return {
    kind: 'coordinates',
    text: `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}`,
    links: [{ text: 'Map', url }],
  };
}

function recognisedLines({ text, role, evidence }: Mention): CardLine[] {
  const lines: CardLine[] = [];
  if (role) lines.push({ kind: 'role', text: oneLine(role) });
  // A name that speaks for itself ("Coastal Press Agency") is not said twice.
  if (evidence && oneLine(evidence) !== oneLine(text)) {
    lines.push({ kind: 'evidence', text: oneLine(`recognised from “${evidence}”`) });
  }
  return lines;
}

function countLines(counts: MentionCounts | undefined, locale: string): CardLine[] {
  if (!counts) return [];
  const number = (value: number, one: string) =>
    `${value.toLocaleString(locale)} ${one}${value === 1 ? '' : 's'}`;
  const { here, total, messages } = counts;
  const isKnown = total !== undefined && messages !== undefined;
  const elsewhere = !isKnown
    ? ''
    : total <= here && messages <= 1
      ? ', none elsewhere'
      : `, ${total.toLocaleString(locale)} in ${number(messages, 'message')}`;
  return [{ kind: 'counts', text: `${number(here, 'mention')} here${elsewhere}` }];
}

function annotationLines(annotations: readonly CardAnnotation[]): CardLine[] {
  return annotations
    .toSorted((a, b) => (b.created ?? '').localeCompare(a.created ?? ''))
    .slice(0, newestAnnotations)
    .map(({ kind, note, by, created }) => {
      const who = [by, created?.slice(0, 10)].filter((part) => part !== undefined).join(', ');
      return {
        kind: 'annotation',
        text: oneLine(`${note ?? (kind === 'entity' ? 'annotated' : kind)}${who && ` — ${who}`}`),
      };
    });
}

function notesAndLinks({ notes, wikidata, links = [] }: Entity): CardLine[] {
  const all: CardLink[] = [];
  if (wikidata && /^Q\d+$/.test(wikidata)) {
    const wiki = 'https://www.wikidata.org/wiki/';
    all.push({ text: 'Wikidata', url: `${wiki}${wikidata}` });
    // Wikidata leads on to the article; its address is not invented from the name.
    all.push({ text: 'Wikipedia', url: `${wiki}Special:GoToLinkedPage/enwiki/${wikidata}` });
  }
  for (const link of links) {
    const url = webAddress(link);
    if (url) all.push({ text: url.hostname, url: url.href });
  }
  const lines: CardLine[] = [];
  if (notes) lines.push({ kind: 'notes', text: oneLine(withoutMarkup(notes)) });
  if (all.length > 0) {
    const shown = all.slice(0, mostLinks);
    lines.push({ kind: 'links', text: shown.map(({ text }) => text).join(' · '), links: shown });
  }
  return lines;
}

/** "also: Georgia (State of the United States)". */
function alsoLines(others: readonly Entity[]): CardLine[] {
  if (others.length === 0) return [];
  const shown = others.slice(0, 3).map(({ name, description, type }) => {
    const what = description ? description.replace(/\.$/, '') : type;
    return `${name} (${what.length > 80 ? `${what.slice(0, 79)}…` : what})`;
  });
  const more = others.length > 3 ? `, and ${others.length - 3} more` : '';
  return [{ kind: 'also', text: oneLine(`also: ${shown.join(', ')}${more}`) }];
}

/** The flag of an ISO 3166-1 code, as regional indicator symbols. */
function flagOf(code: string | undefined): string | undefined {
  if (!code || !/^[A-Z]{2}$/.test(code)) return undefined;
  return String.fromCodePoint(...[...code].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 0x41));
}

function webAddress(link: string): URL | undefined {
  try {
    const url = new URL(link);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The words of Markdown: of links their text, without emphasis, headings and marks of lists. */
function withoutMarkup(markdown: string): string {
  return markdown
    .slice(0, 4 * longestLine)
    .replace(/!?\[([^\][\n]{0,300})\]\([^()\n]{0,500}\)/g, '$1')
    .replace(/^[ \t]{0,8}(?:#{1,6}|>|[-*+])[ \t]{1,8}/gm, '')
    .replace(/(\*{1,3}|_{1,3}|`{1,3})(?=\S)([^*_`\n]{1,300})\1/g, '$2');
}

/** Text as one line that can be shown: white space folded, deceptive characters gone, cut. */
function oneLine(text: string): string {
  // A megabyte of notes is not folded for three hundred letters of them.
  const line = displayText(text.slice(0, 4 * longestLine))
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longestLine && text.length <= 4 * longestLine) return line;
  return `${line.slice(0, longestLine - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
