import type { ContextMatch } from './context-match';
import type { PlaceFit } from './expected-place';
import type { Placement } from './placement';
import type { Slot } from './vacant-slot';

/** A place where a passage may stand, and what the annotations around say about it. */
export interface Candidate {
  readonly placement: Placement;
  readonly fit: PlaceFit;
  /** The annotations around leave it no other place. */
  readonly isHeld: boolean;
  /** The passage reaches the edge of a paragraph, in the old text and at this place. */
  readonly paragraphEdges: () => { readonly before: boolean; readonly after: boolean };
  /** Its paragraph and the next or the last are copies of one another. */
  readonly hasCopyBeside: () => boolean;
  /** The passage stands again right beside this place, as it did not before. */
  readonly isSaidTwice: () => boolean;
}

/** What is known of the passage itself; lengths in telling units. */
export interface Passage {
  readonly quoteLength: number;
  readonly contextLength: number;
  /** Where its two contexts stand, with what is between them now. */
  readonly slot?: Slot | undefined;
}

/** An unchanged stretch of this length is not the same by accident, even in other surroundings. */
export const tellingLength = 48;
/** Quote and context of this length, unchanged, speak for a place anywhere in the text. */
export const tellingWhole = 90;
/** So many units of context tell two places apart. */
export const contextMargin = 8;
/** Context that is found for so many units without a break speaks for a place. */
export const strongLength = 14;

/** Whether the annotations around agree with this place. */
export function isInPlace({ fit }: Candidate): boolean {
  return fit === 'certain' || fit === 'aligned' || fit === 'in place';
}

/** The nearest words of this side stand there unchanged, or it is the edge of the text. */
export function isStrong(side: ContextMatch): boolean {
  return side.adjacent >= strongLength || side.atTextEdge;
}

export function matchedContext(placement: Placement): number {
  return placement.before.matched + placement.after.matched;
}

/** Whether so much speaks for a place that nothing else has to be looked at. */
export function isBeyondDoubt(candidate: Candidate): boolean {
  const { before, after } = candidate.placement;
  return isInPlace(candidate) && Math.min(before.near, after.near) >= 0.3;
}
