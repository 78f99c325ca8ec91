import type { Annotation } from './annotation';

/** What decides an annotation's place in its file. */
export type SortKey = Pick<Annotation, 'id' | 'target'>;

/**
 * Canonical order: by start, end (of the first selector), id. Annotations without a target
 * (documents, relations) come first.
 */
export function compareAnnotations(a: SortKey, b: SortKey): number {
  const first = a.target[0];
  const second = b.target[0];
  return (
    (first?.start ?? -1) - (second?.start ?? -1) ||
    (first?.end ?? -1) - (second?.end ?? -1) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
