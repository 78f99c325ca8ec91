/** The sidecar's records (design section 4). Field order here is the canonical key order. */

export const annotationKinds = [
  'entity',
  'note',
  'highlight',
  'question',
  'correction',
  'relation',
  'document',
] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

export const annotationStatuses = ['suggested', 'confirmed', 'rejected'] as const;
export type AnnotationStatus = (typeof annotationStatuses)[number];

/** How an annotation's target was found in the present text (design section 5). */
export const anchorStates = ['exact', 'moved', 'edited', 'ambiguous', 'orphaned'] as const;
export type AnchorState = (typeof anchorStates)[number];

/**
 * Where an annotation points: a W3C TextQuoteSelector and TextPositionSelector in one.
 * `start`/`end` are **code points** over the canonical text, end exclusive.
 */
export interface Selector {
  /** What was annotated; line breaks as LF; never overwritten. */
  readonly quote: string;
  /** The passage as it reads now, when it was edited after the annotation was made. */
  readonly current?: string;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  readonly end: number;
  /** In an mbox: the Message-ID (without angle brackets) of the message whose decoded text is meant. */
  readonly message?: string;
}

export interface Reply {
  readonly by: string;
  readonly created: string;
  readonly note: string;
}

export type AttributeValue = string | number | boolean | null;

/** A value that lost its field when two versions were merged that had both changed it. */
export interface FieldConflict {
  /** A key of the record, or `attributes.<name>`. */
  readonly field: string;
  /** As it would stand in the file. */
  readonly value: unknown;
}

/** One record of a sidecar. */
export interface Annotation {
  /** ULID. */
  readonly id: string;
  readonly kind: AnnotationKind;
  /** One selector, or several for a discontinuous target; none for `document` and `relation`. */
  readonly target: readonly Selector[];
  readonly entity?: string;
  readonly type?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly status?: AnnotationStatus;
  readonly confidence?: number;
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
  /** RFC 3339, UTC. */
  readonly created?: string;
  readonly modified?: string;
  readonly replies?: readonly Reply[];
  /** Written only when not `exact`. */
  readonly state?: AnchorState;
  /** What a merge has left for a person to decide: `x-conflict` in the file, where it can be read. */
  readonly conflicts?: readonly FieldConflict[];
}

export interface SidecarSource {
  readonly name: string;
  readonly sha256: string;
  readonly blob: string;
}

export const sidecarFormat = 'archive-annotations/1';
