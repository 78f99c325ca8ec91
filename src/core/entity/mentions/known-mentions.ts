import type { TextRange } from '../../text/text-range';
import type { RegisteredAlias } from '../registry';
import { addressRanges } from './address-ranges';
import { isMeantAsDemonym } from './demonyms';
import { isMeantCity } from './namesakes';
import { isWithin, type PlaceNames } from './place-names';
import type { RegistryIndex } from './registry-index';

/** A name of the registry at a place, with everything it may mean; not ranked yet. */
export type KnownMention = PlaceNames;

/** Abbreviations that are everyday words where a whole line is in capitals. */
const everydayWords = new Set(
  'US IT WHO AID CARE ARE AM AS OR ACT MAY IS BE ETA SEC QUAD ISO'.split(' '),
);

/** Names that one step looks at. */
const stepSize = 500;

/**
 * The names of the registry in a text: those in addresses are left out, and those that need something
 * beside them ("Nice, France", "Sacramento, Calif.") stay only where it stands.
 */
export function* knownMentions(
  { matcher, aliases }: RegistryIndex,
  text: string,
  range: TextRange,
): Generator<void, KnownMention[]> {
  const addresses = addressRanges(text, range);
  yield;
  const matches = outside(matcher.find(text, range), addresses);
  const names: PlaceNames[] = matches.map((match) => ({
    ...match,
    // A town that needs its country beside it is nothing in which another place lies.
    candidates: match.payloads
      .map((payload) => aliases[payload]!)
      .filter(({ context }) => context !== 'before-parent')
      .map(({ entity }) => entity),
    isDemonym: match.payloads.every((payload) => aliases[payload]!.context === 'demonym'),
  }));
  const demonyms = new Set(names.filter(({ isDemonym }) => isDemonym).map(({ start }) => start));
  const known: KnownMention[] = [];
  for (const [index, { start, end, payloads }] of matches.entries()) {
    if (index % stepSize === 0) yield;
    const meant = payloads
      .map((payload) => aliases[payload]!)
      .filter((alias) => isMeant(alias, text, names, index, demonyms));
    const candidates = [...new Set(meant.map(({ entity }) => entity))];
    if (candidates.length === 0) continue;
    const isDemonym = meant.every(({ context }) => context === 'demonym');
    known.push({ start, end, candidates, isDemonym });
  }
  return known;
}

function isMeant(
  { context, entity, alias }: RegisteredAlias,
  text: string,
  names: readonly PlaceNames[],
  index: number,
  demonyms: ReadonlySet<number>,
): boolean {
  const { start, end } = names[index]!;
  if (entity.source === 'gazetteer' && everydayWords.has(alias) && isInCapitals(text, start, end))
    return false;
  if (context === 'demonym') return isMeantAsDemonym(text, start, end, demonyms);
  if (context === 'after-comma') return isBehindTown(text, names, index);
  if (entity.source === 'gazetteer' && isOfTimeZone(text, end)) return false;
  if (context !== 'before-parent')
    return entity.source === 'file' || isMeantCity(entity.entity, text, names, index);
  const next = names[index + 1];
  return (
    next !== undefined &&
    !next.isDemonym &&
    /^,\s{1,4}$/.test(text.slice(end, next.start)) &&
    next.candidates.some(({ entity: parent }) => isWithin(entity.entity, parent))
  );
}

/**
 * Whether the code of a state ("Sacramento, Calif.") stands behind a town and its comma: "Well, MA users know" has
 * none. A town that is in no list shows by what follows the code, too.
 */
function isBehindTown(text: string, names: readonly PlaceNames[], index: number): boolean {
  const { start, end } = names[index]!;
  if (!/\p{Lu}[\p{L}.'’ -]{0,40},\s{0,4}$/u.test(text.slice(Math.max(0, start - 50), start)))
    return false;
  const before = names[index - 1];
  if (before && !before.isDemonym && /^,\s{0,4}$/.test(text.slice(before.end, start))) return true;
  return !/^[^\S\n]+(?!and\b|or\b|on\b|in\b|to\b|at\b|with\b|for\b)\p{Ll}{2}/u.test(
    text.slice(end, end + 20),
  );
}

/** "China Standard Time" is a time and no place. */
function isOfTimeZone(text: string, end: number): boolean {
  return /^\s(?:Standard|Daylight|Summer) Time\b/.test(text.slice(end, end + 16));
}

/** Whether the line around a name has no small letter and says more than the name. */
function isInCapitals(text: string, start: number, end: number): boolean {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 200);
  const next = text.indexOf('\n', end);
  const line = text.slice(lineStart, Math.min(next === -1 ? text.length : next, end + 200));
  return !/\p{Ll}/u.test(line) && /\p{Lu}{2,}.*\p{Lu}{2,}/u.test(line);
}

/** The ranges that touch none of others; both in order. */
export function outside<Range extends TextRange>(
  matches: readonly Range[],
  ranges: readonly TextRange[],
): Range[] {
  let at = 0;
  return matches.filter((match) => {
    while (at < ranges.length && ranges[at]!.end <= match.start) at++;
    return at === ranges.length || ranges[at]!.start >= match.end;
  });
}
