import type { AnnotationKind } from '../../core/annotation/annotation';
import { vocabularyColors, type Vocabulary } from '../../core/annotation/vocabulary';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';

/** What the look of annotated text says first. */
export type Look = Exclude<AnnotationKind, 'relation' | 'document'> | 'suggested' | 'edited';

/** How one annotation appears in the text. */
export interface Appearance {
  readonly look: Look;
  /** Instead of the look's own colour: a name of the vocabulary's colours, or `#rrggbb`. */
  readonly color?: string;
}

/** What colours mean: the kind (and the vocabulary's colours of types), or who wrote. */
export type ColorBy = 'kind' | 'author';

/** How an annotation appears; undefined when it is not shown in the text. */
export function appearanceOf(
  { annotation, state }: AnchoredDocumentAnnotation,
  colorOf: (annotation: AnchoredDocumentAnnotation['annotation']) => string | undefined,
): Appearance | undefined {
  const { kind, status } = annotation;
  if (status === 'rejected') return undefined;
  if (status === 'suggested') return { look: 'suggested' };
  if (state === 'edited') return { look: 'edited' };
  if (kind === 'relation' || kind === 'document') return undefined;
  const color = colorOf(annotation);
  return { look: kind, ...(color ? { color } : {}) };
}

/** The colour that a vocabulary gives to an annotation's type, else to the first of its tags with one. */
export function vocabularyColorOf(
  { type, tags = [] }: AnchoredDocumentAnnotation['annotation'],
  vocabulary: Vocabulary | undefined,
): string | undefined {
  if (!vocabulary) return undefined;
  const own = type === undefined ? undefined : vocabulary.types.get(type)?.color;
  return own ?? tags.map((tag) => vocabulary.tags.get(tag)?.color).find(Boolean);
}

/** A colour for each author, in the order of their names: the same in every document with the same people. */
export function authorColors(
  annotations: readonly AnchoredDocumentAnnotation[],
): ReadonlyMap<string, string> {
  const names = [...new Set(annotations.flatMap(({ annotation: { by } }) => by ?? []))].sort();
  return new Map(
    names.map((name, index) => [name, vocabularyColors[index % vocabularyColors.length]!]),
  );
}
