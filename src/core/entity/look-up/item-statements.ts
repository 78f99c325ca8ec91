import { fieldAt, fieldOf, listOf } from './answer-value';

/**
 * The values of a property that hold: those of preferred rank, else of normal rank; never deprecated
 * ones, and none that are unknown (Wikibase data model, "best rank").
 */
export function statementValues(claims: unknown, property: string): unknown[] {
  const statements = listOf(fieldOf(claims, property));
  const ofRank = (rank: string) => statements.filter((it) => fieldOf(it, 'rank') === rank);
  const preferred = ofRank('preferred');
  const best = preferred.length > 0 ? preferred : ofRank('normal');
  return best
    .filter((it) => fieldAt(it, 'mainsnak', 'snaktype') === 'value')
    .map((it) => fieldAt(it, 'mainsnak', 'datavalue', 'value'))
    .filter((value) => value !== undefined);
}

const earth = /\/Q2$/;

/** P625 in degrees, as exact as it is given; undefined when sources disagree or it is not on Earth. */
export function coordinatesOf(claims: unknown): readonly [number, number] | undefined {
  const places = new Map<string, readonly [number, number]>();
  for (const value of statementValues(claims, 'P625')) {
    const latitude = fieldOf(value, 'latitude');
    const longitude = fieldOf(value, 'longitude');
    const globe = fieldOf(value, 'globe');
    const isOnEarth = typeof globe === 'string' && earth.test(globe);
    if (typeof latitude !== 'number' || typeof longitude !== 'number' || !isOnEarth) continue;
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) continue;
    const digits = decimals(fieldOf(value, 'precision'));
    const rounded = [round(latitude, digits), round(longitude, digits)] as const;
    places.set(rounded.join(), rounded);
  }
  return places.size === 1 ? [...places.values()][0] : undefined;
}

/** Decimals worth keeping for a precision in degrees; five are about a metre. */
function decimals(precision: unknown): number {
  if (typeof precision !== 'number' || !(precision > 0)) return 4;
  return Math.min(5, Math.max(0, Math.ceil(-Math.log10(precision))));
}

function round(degrees: number, digits: number): number {
  // No negative zero: it would be written "-0".
  return Number(degrees.toFixed(digits)) + 0;
}

export type ItemDateKind =
  'born' | 'died' | 'founded' | 'dissolved' | 'began' | 'ended' | 'on' | 'published';

/** A date of an item. */
export interface ItemDate {
  readonly kind: ItemDateKind;
  /** ISO 8601, as exact as it is known: `1949`, `1949-04` or `1949-04-04`; a minus before Christ. */
  readonly date: string;
}

const dateProperties: readonly (readonly [property: string, kind: ItemDateKind])[] = [
  ['P569', 'born'],
  ['P570', 'died'],
  ['P571', 'founded'],
  ['P576', 'dissolved'],
  ['P580', 'began'],
  ['P582', 'ended'],
  ['P585', 'on'],
  ['P577', 'published'],
];

/** The dates of an item; one on which sources disagree is as exact as they agree, or is left out. */
export function datesOf(claims: unknown): ItemDate[] {
  return dateProperties.flatMap(([property, kind]) => {
    const dates = statementValues(claims, property).map(dateOf);
    const [first, ...others] = dates;
    if (first === undefined || others.includes(undefined)) return [];
    const date = others.reduce((agreed, other) => agreed && inCommon(agreed, other!), first);
    return date ? [{ kind, date }] : [];
  });
}

const gregorian = /\/Q1985727$/;
const pattern = /^([+-])(\d{4,6})-(\d\d)-(\d\d)T00:00:00Z$/;
/** Wikibase's precisions: 9 the year, 10 the month, 11 the day. */
const parts: Readonly<Record<number, number>> = { 9: 1, 10: 2, 11: 3 };

/** A time value as an ISO date; undefined when it is vaguer than a year. */
function dateOf(value: unknown): string | undefined {
  const [, sign, year, month, day] = pattern.exec(String(fieldOf(value, 'time'))) ?? [];
  const precision = fieldOf(value, 'precision');
  const model = fieldOf(value, 'calendarmodel');
  let count = typeof precision === 'number' ? parts[precision] : undefined;
  if (!count || !year || !month || !day) return undefined;
  // A day of the Julian calendar is another one of ours; its year is the same but for some days.
  if (typeof model !== 'string' || !gregorian.test(model)) count = 1;
  const known = [year, month, day].slice(0, count);
  if (known.slice(1).some((part) => part === '00')) return undefined;
  return `${sign === '-' ? '-' : ''}${known.join('-')}`;
}

/** The parts from the year on that two dates share. */
function inCommon(one: string, other: string): string | undefined {
  const [a, b] = [one, other].map((date) => date.split(/(?<=\d)-/)) as [string[], string[]];
  let count = 0;
  while (count < a.length && a[count] === b[count]) count++;
  return count === 0 ? undefined : a.slice(0, count).join('-');
}
