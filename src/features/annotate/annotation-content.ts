import type { AnnotationKind } from '../../core/annotation/annotation';

/** What an annotation will say, complete. */
export interface AnnotationContent {
  readonly kind: AnnotationKind;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly entity?: string;
  readonly type?: string;
}
