import type { ReadableMessage } from '../../message/readable-message';
import type { ContentIdentity } from '../../text/hash';
import type { TextRange } from '../../text/text-range';
import type { Annotation, AnchorState, SidecarSource } from '../annotation';

/** One place an annotation may belong to. */
export interface AnchorCandidate {
  /** One range per selector, UTF-16, in the order of the target. */
  readonly ranges: readonly TextRange[];
  /** 0 to 1: how much of quote and context reads the same there. */
  readonly score: number;
}

/** An annotation with its place in the present text (design section 5). */
export interface AnchoredAnnotation {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  /** One per selector, UTF-16 over the canonical text; empty when the annotation is not placed. */
  readonly ranges: readonly TextRange[];
  /** The message whose readable text the ranges count; absent where they count the file's. */
  readonly message?: ReadableMessage;
  /** 0 to 1, absent where nothing had to be judged (trusted offsets). */
  readonly score?: number;
  /** Why, in one sentence for people. */
  readonly reason: string;
  /**
   * Where it may belong, best first, when a person has to decide; for an orphan what resembles it, if
   * anything does.
   */
  readonly candidates?: readonly AnchorCandidate[];
}

/** What is known about the text the annotations were made on. */
export interface AnchorContext {
  /** The sidecar's record of the source it was written against. */
  readonly recorded?: SidecarSource | undefined;
  /** Identity of the present text, when it is known already; computed otherwise. */
  readonly identity?: ContentIdentity | undefined;
  /** The canonical text that `recorded.sha256` is the hash of, from git. */
  readonly oldText?: string | undefined;
  /** Set `cancelled` to make the work stop with `AnchoringCancelled`. */
  readonly cancellation?: { readonly cancelled: boolean } | undefined;
}

/** Thrown out of an anchoring whose cancellation was asked for. */
export class AnchoringCancelled extends Error {
  constructor() {
    super('Anchoring was cancelled.');
  }
}
