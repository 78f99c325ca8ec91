import { atOnce } from '../in-slices';
import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import type { Entity, Mention } from './entity';
import { addressRanges } from './mentions/address-ranges';
import { knownMentions, outside } from './mentions/known-mentions';
import { personsBySurname, placeOrPerson } from './mentions/place-or-person';
import { PlaceEvidence } from './mentions/place-names';
import { registryIndexInSteps, type RegistryIndex } from './mentions/registry-index';
import { surnameMentions } from './mentions/surnames';
import { recogniseNamesInSteps, type RecognisedName } from './recogniser/recognise-names';
import type { RecogniserModel } from './recogniser/recogniser-data';
import type { EntityRegistry } from './registry';

/** An `entity` annotation where it stands now; UTF-16 units. */
export interface EntityAnnotation extends TextRange {
  /** Entity id. */
  readonly entity: string;
}

export interface FindMentionsOptions {
  /** Only mentions within; one message, for surnames are remembered throughout it. Default: all. */
  readonly range?: TextRange;
  /** Recognise names that are in no file; without it only the registry's names are found. */
  readonly recogniser?: RecogniserModel;
  /** `entity` annotations settle what the name at their place means. */
  readonly annotations?: readonly EntityAnnotation[];
  /** Names, white space folded, that are taken for none; what an annotation says holds all the same. */
  readonly ignored?: ReadonlySet<string>;
}

/**
 * The mentions of entities and recognised names in a text: ordered, without overlap. Entity files come
 * before the gazetteer and the gazetteer before recognised names; only a longer recognised name
 * ("Bank of England", "Charlotte Smith") outranks a gazetteer name inside it. Linear.
 */
export function findMentions(
  source: SourceText,
  registry: EntityRegistry,
  options: FindMentionsOptions = {},
): Mention[] {
  return atOnce(findMentionsInSteps(source, registry, options));
}

/** `findMentions` in steps, so that a long text holds nothing up. */
export function* findMentionsInSteps(
  source: SourceText,
  registry: EntityRegistry,
  options: FindMentionsOptions = {},
): Generator<void, Mention[]> {
  const { text } = source;
  const range = options.range ?? { start: 0, end: text.length };
  const index = yield* registryIndexInSteps(registry);
  const annotated = annotationMentions(text, registry, range, options.annotations ?? []);
  const { ignored } = options;
  const isMeant = ({ text: name }: Mention) => !ignored?.has(name.replace(/\s+/g, ' '));
  const found = (yield* registryMentions(text, registry, index, range)).filter(isMeant);
  const known = withoutOverlap(found, annotated);
  yield;
  const names = options.recogniser
    ? (yield* recognised(text, index, range, options.recogniser)).filter(isMeant)
    : [];
  yield;
  const settled = [...annotated, ...known.filter(({ source: from }) => from === 'file')];
  const open = withoutOverlap(names, settled);
  const surnames = personsBySurname(open);
  const gazetteer = known
    .filter(({ source: from }) => from === 'gazetteer')
    .flatMap((place) => placeOrPerson(text, place, surnames, options.recogniser));
  const longer = open.filter((name) => outranks(name, gazetteer));
  const mentions = [...settled, ...longer];
  mentions.push(...withoutOverlap(gazetteer, longer));
  mentions.push(...withoutOverlap(open, mentions));
  return mentions.sort((a, b) => a.start - b.start);
}

function* registryMentions(
  text: string,
  registry: EntityRegistry,
  index: RegistryIndex,
  range: TextRange,
): Generator<void, Mention[]> {
  yield;
  const known = yield* knownMentions(index, text, range);
  yield;
  const evidence = new PlaceEvidence(text, known);
  const mentions = known.map(({ start, end, isDemonym }, each) => ({
    ...mention(text, { start, end }, evidence.rank(each), registry),
    ...(isDemonym ? { demonym: true as const } : {}),
  }));
  yield;
  const persons = mentions.flatMap(({ start, end, entities: [entity] }) =>
    entity?.type === 'person' ? [{ start, end, entity }] : [],
  );
  const surnames = surnameMentions(text, range, persons).map(({ start, end, entities }) =>
    mention(text, { start, end }, entities, registry),
  );
  return [...mentions, ...withoutOverlap(surnames, mentions)].sort((a, b) => a.start - b.start);
}

/** What annotations say stands where they stand, whether or not it is found there. */
function annotationMentions(
  text: string,
  registry: EntityRegistry,
  range: TextRange,
  annotations: readonly EntityAnnotation[],
): Mention[] {
  const mentions = annotations.flatMap(({ start, end, entity: id }) => {
    const entity = registry.get(id);
    const inside = start >= range.start && end <= range.end && end > start;
    return entity && inside ? [mention(text, { start, end }, [entity], registry)] : [];
  });
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return mentions.filter((each) => each.start >= end && ((end = each.end), true));
}

function mention(
  text: string,
  { start, end }: TextRange,
  entities: readonly Entity[],
  registry: EntityRegistry,
): Mention {
  const [first] = entities;
  return {
    start,
    end,
    text: text.slice(start, end),
    type: first!.type,
    source: registry.source(first!.id) ?? 'gazetteer',
    entities,
  };
}

function* recognised(
  text: string,
  { matcher, aliases }: RegistryIndex,
  range: TextRange,
  model: RecogniserModel,
): Generator<void, Mention[]> {
  const stretch = text.slice(range.start, range.end);
  const typeOf = (name: string) => {
    const [match] = matcher.find(name);
    if (match?.start !== 0 || match.end !== name.length) return undefined;
    const alias = match.payloads
      .map((payload) => aliases[payload]!)
      .find(({ context }) => !context);
    return alias?.entity.entity.type;
  };
  const names = yield* recogniseNamesInSteps(stretch, { typeOf }, model);
  yield;
  const mentions = names.map((name) => recognisedMention(text, name, range.start));
  return outside(mentions, addressRanges(text, range));
}

function recognisedMention(text: string, name: RecognisedName, offset: number): Mention {
  const { type, evidence, role } = name;
  const start = name.start + offset;
  const end = name.end + offset;
  const fields = { start, end, text: text.slice(start, end), type, entities: [], evidence };
  return { ...fields, source: 'recognised', ...(role === undefined ? {} : { role }) };
}

/**
 * Whether a recognised name is meant rather than the gazetteer's: it holds that and more, or it is a
 * person with a title and the name of a place ("Mr. Lincoln"). Of what kind a name is must be sure,
 * unless it only begins like "British Airways".
 */
function outranks(name: Mention, gazetteer: readonly Mention[]): boolean {
  const touched = touching(gazetteer, name);
  if (name.type === 'unknown' && !touched.every(({ demonym }) => demonym)) return false;
  const [first] = touched;
  if (!first) return false;
  if (first.start === name.start && first.end === name.end)
    return name.type === 'person' && first.type === 'place' && isPersonalTitle(name, first);
  return touched.every(({ start, end }) => start >= name.start && end <= name.end);
}

/** Hardly anybody is called like a country: "Captain America" is none, "Mr. England" is. */
function isPersonalTitle({ role }: Mention, { entities: [place] }: Mention): boolean {
  if (role === undefined) return false;
  return (
    place?.coordinates !== undefined || /(?:^|\s)(?:Mr|Mrs|Ms|Dr|Prof|Sir|Sen|Rep)\.?$/.test(role)
  );
}

/** Those of the ordered ranges, which do not overlap, that touch a range. */
function touching<Range extends TextRange>(ranges: readonly Range[], range: TextRange): Range[] {
  const found: Range[] = [];
  for (let at = firstEndingAfter(ranges, range.start); at < ranges.length; at++) {
    if (ranges[at]!.start >= range.end) break;
    found.push(ranges[at]!);
  }
  return found;
}

/** Those of `ranges` that touch none of `others`. */
function withoutOverlap<Range extends TextRange>(
  ranges: readonly Range[],
  others: readonly TextRange[],
): Range[] {
  const sorted = [...others].sort((a, b) => a.start - b.start);
  return ranges.filter((range) => {
    const next = sorted[firstEndingAfter(sorted, range.start)];
    return next === undefined || next.start >= range.end;
  });
}

/** Binary search: the first of ordered ranges that ends after an offset. */
function firstEndingAfter(ranges: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
