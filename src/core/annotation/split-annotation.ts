import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import type { AnchoredAnnotation } from './anchor/anchored-annotation';
import type { Annotation } from './annotation';
import { newAnnotation } from './new-annotation';
import { retarget } from './retarget';

/** The two annotations that one was split into. */
export interface SplitAnnotation {
  /** The old one, about what stands before the cut; it keeps id, replies and history. */
  readonly first: Annotation;
  /** A new one that says the same about what stands behind the cut. */
  readonly second: Annotation;
}

/**
 * Splits an annotation at an offset (UTF-16, canonical text) inside its target; blanks at the cut
 * belong to neither.
 *
 * @returns undefined when one side would be empty
 */
export function splitAnnotation(
  found: AnchoredAnnotation,
  offset: number,
  source: SourceText,
): SplitAnnotation | undefined {
  const { annotation, ranges } = found;
  const before = ranges.flatMap(({ start, end }) =>
    filled(source, { start, end: Math.min(end, offset) }),
  );
  const after = ranges.flatMap(({ start, end }) =>
    filled(source, { start: Math.max(start, offset), end }),
  );
  if (before.length === 0 || after.length === 0) return undefined;
  const { id, target, created, modified, replies, state, ...said } = annotation;
  void [id, target, created, modified, replies, state];
  const second = newAnnotation({ ...said, source, ranges: after });
  return { first: retarget(found, before, source), second };
}

/** The range without blanks at its ends; none when nothing is left. */
function filled(source: SourceText, range: TextRange): TextRange[] {
  if (range.end <= range.start) return [];
  const text = source.slice(range);
  const start = range.start + text.length - text.trimStart().length;
  const end = range.start + text.trimEnd().length;
  return end > start ? [{ start, end }] : [];
}
