import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import type { AnchoredAnnotation } from './anchor/anchored-annotation';
import type { Annotation } from './annotation';
import { keepCurrent } from './settle-conflict';
import { createSelector } from './selector';

/** Why an annotation waits for a person. */
export type ReviewReason = 'conflict' | 'suggested' | 'edited' | 'ambiguous' | 'orphaned';

/**
 * Why a person should look at an annotation, or undefined. One that was looked at says so: an
 * accepted passage has no state, and one that was kept without a place is expressly confirmed.
 */
export function reviewReason({ annotation, state }: AnchoredAnnotation): ReviewReason | undefined {
  if (annotation.conflicts?.length) return 'conflict';
  if (annotation.status === 'rejected') return undefined;
  if (annotation.status === 'suggested') return 'suggested';
  if (state === 'edited' || state === 'ambiguous') return state;
  return state === 'orphaned' && annotation.status !== 'confirmed' ? state : undefined;
}

/**
 * The annotation as the reviewer accepts it: a suggestion confirmed, an edited passage taken; of what a
 * merge left open, first of all, the values that it has now.
 */
export function acceptAnnotation(
  { annotation, state, ranges }: AnchoredAnnotation,
  source: SourceText,
): Annotation {
  if (annotation.conflicts?.length) return keepCurrent(annotation);
  const { state: old, ...said } = annotation;
  void old;
  const confirmed: Annotation =
    annotation.status === 'suggested' ? { ...said, status: 'confirmed' } : said;
  return state === 'edited' ? pointAt(confirmed, ranges, source) : confirmed;
}

/** The annotation attached to other passages. Its quotes stay; what stands there is `current`. */
export function pointAt(
  annotation: Annotation,
  ranges: readonly TextRange[],
  source: SourceText,
): Annotation {
  const { state, ...said } = annotation;
  void state;
  const target = ranges.map((range, index) => {
    const selector = createSelector(source, range);
    const quote = annotation.target[index]?.quote ?? selector.quote;
    const { quote: now, ...place } = selector;
    return { quote, ...(now === quote ? {} : { current: now }), ...place };
  });
  return { ...said, target };
}

/** The annotation kept without a place, for good. */
export function keepAsOrphan(annotation: Annotation): Annotation {
  return { ...annotation, status: 'confirmed', state: 'orphaned' };
}
