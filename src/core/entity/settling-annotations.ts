import type { AnchoredAnnotation } from '../annotation/anchor/anchored-annotation';
import type { EntityAnnotation } from './find-mentions';

/** The places where annotations that somebody stands by say which entity is meant. */
export function settlingAnnotations(
  annotations: readonly AnchoredAnnotation[],
): EntityAnnotation[] {
  return annotations.flatMap(({ annotation, ranges }) => {
    const { kind, entity, status } = annotation;
    const settles = kind === 'entity' && (status === undefined || status === 'confirmed');
    return entity && settles ? ranges.map(({ start, end }) => ({ start, end, entity })) : [];
  });
}
