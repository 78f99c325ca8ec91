import type { Annotation } from './annotation';

/** A relation as it is seen from one of the two annotations that it relates. */
export interface RelationSeen<Found> {
  readonly relation: Found;
  /** Whether it leads away from the annotation it is seen from. */
  readonly outwards: boolean;
  /** What stands at its other end; absent when that is gone. */
  readonly other: Found | undefined;
}

/**
 * The relations of every annotation that has any, by its id, in the order in which they are given. One
 * that relates an annotation to itself is seen once. Rejected relations are not seen. O(annotations).
 */
export function relationsByEnd<Found extends { readonly annotation: Annotation }>(
  all: readonly Found[],
): ReadonlyMap<string, readonly RelationSeen<Found>[]> {
  const byId = new Map(all.map((found) => [found.annotation.id, found]));
  const seen = new Map<string, RelationSeen<Found>[]>();
  const add = (end: string, one: RelationSeen<Found>) => {
    if (byId.has(end)) seen.set(end, [...(seen.get(end) ?? []), one]);
  };
  for (const relation of all) {
    const { kind, status, from, to } = relation.annotation;
    if (kind !== 'relation' || status === 'rejected' || !from || !to) continue;
    add(from, { relation, outwards: true, other: byId.get(to) });
    if (to !== from) add(to, { relation, outwards: false, other: byId.get(from) });
  }
  return seen;
}

/** An annotation and the relations that it is an end of: what goes when it is deleted. */
export function withItsRelations(
  annotation: Annotation,
  all: readonly { readonly annotation: Annotation }[],
): Annotation[] {
  const { id } = annotation;
  const relations = all
    .map((found) => found.annotation)
    .filter(({ kind, from, to }) => kind === 'relation' && (from === id || to === id));
  return [annotation, ...relations];
}

/** The relation that says the same of the same two annotations, if there is one. */
export function sameRelation(
  { from, to, type }: Pick<Annotation, 'from' | 'to' | 'type'>,
  all: readonly { readonly annotation: Annotation }[],
): Annotation | undefined {
  return all.find(
    ({ annotation }) =>
      annotation.kind === 'relation' &&
      annotation.from === from &&
      annotation.to === to &&
      annotation.type === type,
  )?.annotation;
}
