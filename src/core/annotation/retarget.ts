import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import type { AnchoredAnnotation } from './anchor/anchored-annotation';
import type { Annotation, Selector } from './annotation';
import { createSelector } from './selector';

/**
 * The annotation made to be about other passages, as its author wants it: what is quoted is what
 * stands there. A quote whose passage was edited since is evidence of the older text and stays; the
 * new passage is then its `current`.
 *
 * @param ranges UTF-16 over the canonical text, one for each selector of the target
 * @throws RangeError when a range is empty
 */
export function retarget(
  { annotation, ranges: present }: Pick<AnchoredAnnotation, 'annotation' | 'ranges'>,
  ranges: readonly TextRange[],
  source: SourceText,
): Annotation {
  const { state, ...said } = annotation;
  void state;
  const target = ranges.map((range, index): Selector => {
    const { quote: now, ...place } = createSelector(source, range);
    const old = annotation.target[index];
    const stood = present[index] && source.slice(present[index]);
    return old === undefined || (old.current === undefined && old.quote === stood)
      ? { quote: now, ...place }
      : { quote: old.quote, current: now, ...place };
  });
  return { ...said, target };
}
