import type { SourceText } from '../../text/source-text';
import type { TextRange } from '../../text/text-range';
import type { Annotation, Selector } from '../annotation';
import type { AnchoredAnnotation } from './anchored-annotation';
import { foldText } from './folded-text';

/**
 * Places an annotation at its stored offsets, when the text is the one they were counted in and
 * they do hold the quote; `undefined` otherwise. O(1) in the length of the text.
 */
export function atStoredPosition(
  annotation: Annotation,
  source: SourceText,
): AnchoredAnnotation | undefined {
  // An annotation that was not found kept the offsets of an older text.
  if (annotation.state === 'ambiguous' || annotation.state === 'orphaned') return undefined;
  const ranges = annotation.target.map((selector) => storedRange(selector, source));
  if (!ranges.every((range) => range !== undefined)) return undefined;
  // A person who accepted an edited passage took the state away; `current` then speaks for it.
  const isEdited =
    annotation.state === 'edited' ||
    annotation.target.some(
      ({ quote, current }, index) =>
        source.slice(ranges[index]!) !== current &&
        !readsTheSame(source.slice(ranges[index]!), quote),
    );
  return {
    annotation,
    state: isEdited ? 'edited' : 'exact',
    ranges: ranges.map((range) => source.widenToGraphemes(range)),
    reason: isEdited
      ? 'The passage was edited after it was annotated.'
      : 'The text is the one that was annotated.',
  };
}

/** The stored range, if quote or present text of the selector stand there. */
export function storedRange(selector: Selector, source: SourceText): TextRange | undefined {
  const range = source.toTextRange(selector);
  if (range.end <= range.start) return undefined;
  const text = source.slice(range);
  return text === selector.quote || text === selector.current || readsTheSame(text, selector.quote)
    ? range
    : undefined;
}

/** Whether two texts differ at most in typography (see `foldText`). */
export function readsTheSame(one: string, other: string): boolean {
  if (one === other) return true;
  const a = foldText(one).codes;
  const b = foldText(other).codes;
  return a.length === b.length && a.every((unit, index) => unit === b[index]);
}
