import type { TextRange } from '../../text/text-range';

/** A place in the present text, UTF-16, and how well the passage fits there (0 to 1). */
export interface Place {
  readonly range: TextRange;
  readonly score: number;
}

/** What became of one selector. */
export interface Finding {
  /** Only `placed` places an annotation; `ambiguous` leaves the choice to a person. */
  readonly verdict: 'placed' | 'ambiguous' | 'orphaned';
  /** The place, or the ones to choose from, best first; for an orphan what resembles it. */
  readonly places: readonly Place[];
  /** It stands out of the order that the text around it kept. */
  readonly moved: boolean;
  /** Why it is not placed, for people. */
  readonly reason: string;
}
