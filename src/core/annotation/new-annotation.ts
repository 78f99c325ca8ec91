import { monotonicFactory } from 'ulid';
import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import type { Annotation } from './annotation';
import { createSelector } from './selector';

/** What the user said; everything else is made. */
export interface NewAnnotation extends Pick<
  Annotation,
  | 'kind'
  | 'entity'
  | 'type'
  | 'note'
  | 'tags'
  | 'attributes'
  | 'status'
  | 'confidence'
  | 'from'
  | 'to'
  | 'by'
> {
  readonly source: SourceText;
  /** The passages, UTF-16 over the canonical text; none for `document` and `relation`. */
  readonly ranges: readonly TextRange[];
}

/** Ids made in one millisecond still rise, so annotations keep the order in which they were made. */
const nextUlid = monotonicFactory();

/** @param now in milliseconds since 1970 */
export function newAnnotationId(now = Date.now()): string {
  return nextUlid(now);
}

/**
 * A new annotation with its own id and the present time (UTC, whole seconds).
 *
 * @throws RangeError when a range is empty
 */
export function newAnnotation(
  { source, ranges, ...said }: NewAnnotation,
  clock: () => number = Date.now,
): Annotation {
  const now = clock();
  return {
    id: newAnnotationId(now),
    ...said,
    target: ranges.map((range) => createSelector(source, range)),
    created: toTimestamp(now),
  };
}

/** RFC 3339, UTC, whole seconds. */
export function toTimestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
