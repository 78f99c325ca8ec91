import type { Annotation } from './annotation';

/** How many annotations there are of what; every map is sorted by count, then name. */
export interface AnnotationStats {
  readonly annotations: number;
  readonly replies: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly entities: Readonly<Record<string, number>>;
  readonly types: Readonly<Record<string, number>>;
  readonly tags: Readonly<Record<string, number>>;
  readonly annotators: Readonly<Record<string, number>>;
  /** By `YYYY-MM` of creation (UTC), in order of time. */
  readonly months: Readonly<Record<string, number>>;
  readonly states: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
}

/** Counts annotations; what an annotation does not say is counted under nothing. */
export function countAnnotations(annotations: readonly Annotation[]): AnnotationStats {
  const count = (values: (annotation: Annotation) => readonly (string | undefined)[]) =>
    tally(annotations.flatMap(values));
  return {
    annotations: annotations.length,
    replies: annotations.reduce((sum, { replies }) => sum + (replies?.length ?? 0), 0),
    kinds: byCount(count(({ kind }) => [kind])),
    entities: byCount(count(({ entity }) => [entity])),
    types: byCount(count(({ type }) => [type])),
    tags: byCount(count(({ tags }) => tags ?? [])),
    annotators: byCount(count(({ by }) => [by])),
    months: byName(count(({ created }) => [created && month(created)])),
    states: byCount(count(({ state }) => [state ?? 'exact'])),
    statuses: byCount(count(({ status }) => [status ?? 'confirmed'])),
  };
}

function month(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time.slice(0, 7) : date.toISOString().slice(0, 7);
}

function tally(values: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function byCount(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function byName(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
