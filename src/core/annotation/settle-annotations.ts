import type { SourceText } from '../text/source-text';
import type { AnchoredAnnotation } from './anchor/anchored-annotation';
import type { Annotation, Selector } from './annotation';
import { createSelector } from './selector';

/**
 * Annotations as their sidecar shall hold them once it is written against the present text: those
 * that were placed get their new offsets and context, and what now stands there as `current` where
 * it is not the quote; the others keep quote, context and old offsets and get their state. The quote
 * is never changed. Annotations that stay as they are are left out.
 *
 * @param source the file's text, which the ranges of annotations that name no message count
 */
export function settleAnnotations(
  anchored: readonly AnchoredAnnotation[],
  source: SourceText,
): Annotation[] {
  return anchored.flatMap((found) => {
    const settled = settle(found, found.message?.text ?? source);
    return JSON.stringify(settled) === JSON.stringify(found.annotation) ? [] : [settled];
  });
}

function settle({ annotation, state, ranges }: AnchoredAnnotation, source: SourceText): Annotation {
  if (annotation.target.length === 0) return annotation;
  const { state: old, ...stated } = annotation;
  void old;
  if (ranges.length === 0) return { ...stated, state };
  const target = annotation.target.map((selector, index): Selector => {
    const { quote: now, ...place } = createSelector(source, ranges[index]!);
    const { quote } = selector;
    return { quote, ...(now === quote ? {} : { current: now }), ...place };
  });
  return state === 'edited' ? { ...stated, target, state } : { ...stated, target };
}
