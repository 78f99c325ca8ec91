import type { EntityAnnotation } from './find-mentions';

/** Annotations in the order of their starts, as `annotationsWithin` needs them. */
export function byStart(annotations: readonly EntityAnnotation[]): readonly EntityAnnotation[] {
  return annotations.toSorted((a, b) => a.start - b.start);
}

/**
 * The annotations that lie within a range. A binary search and the annotations found: a file of many
 * messages asks once for each of them.
 *
 * @param annotations in the order of their starts
 */
export function annotationsWithin(
  annotations: readonly EntityAnnotation[],
  { start, end }: { readonly start: number; readonly end: number },
): EntityAnnotation[] {
  let low = 0;
  let high = annotations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (annotations[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: EntityAnnotation[] = [];
  for (let index = low; index < annotations.length; index++) {
    const annotation = annotations[index]!;
    if (annotation.start > end) break;
    if (annotation.end <= end) found.push(annotation);
  }
  return found;
}
