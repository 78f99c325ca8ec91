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

/** What is decided about one passage. */
export interface Choice {
  readonly verdict: 'placed' | 'ambiguous' | 'orphaned';
  /** The candidate chosen, or the ones a person has to choose from, best first. */
  readonly candidates: readonly Candidate[];
  /** For people. */
  readonly reason: string;
}

/** What is known of the passage itself; lengths in telling units. */
export interface Passage {
  readonly quoteLength: number;
  readonly contextLength: number;
  /** Where its two contexts stand, with what is between them now. */
  readonly slot?: Slot | undefined;
}

interface Doubt {
  readonly verdict: 'ambiguous' | 'orphaned';
  readonly reason: string;
}

/**
 * Shorter quotes are placed only unchanged and beside some of their context; half as long ones after a
 * slip, when all of their context stands around them where they are expected.
 */
const shortQuote = 12;
/** A quote of this length does not stand where it is expected by accident. */
const tellingQuote = 20;
/** An unchanged stretch of this length is not the same by accident, even in other surroundings. */
const tellingLength = 48;
/** Quote and context of this length, unchanged, speak for a place anywhere in the text. */
const tellingWhole = 90;
/** Less alike than this it is not the same passage edited, whatever stands around it. */
const leastSimilarity = 0.62;
/** So many units of context tell two places apart. */
const contextMargin = 8;
const scoreMargin = 0.08;
/** A smaller share of the nearest context says that it is another one. */
const leastNear = 0.6;
/** Context that is found for so many units without a break speaks for a place. */
const strongLength = 14;

/**
 * Decides where a passage belongs. The best place is taken only when quote and context speak for it
 * *and* no other place is about as good; a wrong place is worse than none.
 */
export function choosePlace(passage: Passage, found: readonly Candidate[]): Choice {
  const candidates = distinct(found);
  const best = candidates[0];
  if (!best) return { verdict: 'orphaned', candidates: [], reason: 'The passage was not found.' };
  const rivals = candidates.slice(1).filter((rival) => isRival(passage, best, rival));
  const possible = [best, ...rivals];
  if (isReplaced(passage, candidates)) {
    const reason = 'The passage was deleted or replaced.';
    return { verdict: 'orphaned', candidates: possible, reason };
  }
  const hasCopies = candidates.slice(1).some(({ placement }) => isCopy(best.placement, placement));
  const doubts = possible.map((one) => doubtAbout(passage, one, hasCopies));
  const [doubt] = doubts;
  if (doubt && doubts.every((one) => one?.verdict === 'orphaned'))
    return { ...doubt, candidates: possible };
  if (rivals.length > 0) {
    const copies = rivals.every(({ placement }) => placement.similarity === 1);
    return {
      verdict: 'ambiguous',
      candidates: possible,
      reason: copies
        ? `The passage stands at ${possible.length} places, and its context does not tell which is meant.`
        : 'Another place reads nearly the same.',
    };
  }
  if (doubt) return { ...doubt, candidates: possible };
  return { verdict: 'placed', candidates: possible, reason: '' };
}

/** Whether another place may hold a copy, and its context does not tell that it is another sentence. */
function isCopy(best: Placement, other: Placement): boolean {
  return other.similarity >= 0.8 && matchedContext(best) - matchedContext(other) < strongLength;
}

function isRival({ quoteLength }: Passage, best: Candidate, rival: Candidate): boolean {
  const [a, b] = [best.placement, rival.placement];
  if (best.fit === 'certain' && rival.fit !== 'certain' && a.similarity === 1) return false;
  const contextLead = matchedContext(a) - matchedContext(b);
  // The text around kept its place: a copy with no more of the context is where it does not belong.
  if (best.isHeld && !rival.isHeld && a.similarity === 1 && contextLead >= 0) return false;
  const context = b.before.length + b.after.length;
  // Where copies were put in, the order of the neighbours does not tell the old one.
  const isTelling = quoteLength >= tellingQuote || matchedContext(b) >= context * 0.3;
  if (rival.fit === 'aligned' && b.similarity === 1 && isTelling) return true;
  if (isInPlace(rival) && b.similarity >= 0.5) {
    // What stands where the passage is expected may be the passage, however well another place reads.
    if (!isInPlace(best) && matchedContext(b) >= context * 0.6) return true;
    // A copy put between the passage and the rest of its context takes that context over.
    if (b.similarity >= 0.8 && [b.before, b.after].some(isStrong)) return true;
  }
  if (b.similarity === 1) return contextLead < contextMargin;
  if (a.similarity < 1) return contextLead < contextMargin && a.score - b.score < scoreMargin;
  // A changed copy in the same surroundings may be the original, and the unchanged one its copy.
  const sameSurroundings = matchedContext(b) >= context * 0.95;
  return (
    b.similarity >= 0.7 && contextLead < contextMargin && (!b.statementChanged || sameSurroundings)
  );
}

/** Whether the place of the passage is known and holds nothing like it, and it was not moved away. */
function isReplaced({ quoteLength, slot }: Passage, candidates: readonly Candidate[]): boolean {
  if (!slot) return false;
  const isThere = candidates.some(({ placement: { start, end, similarity } }) => {
    const shared = Math.min(end, slot.end) - Math.max(start, slot.start);
    return similarity >= 0.5 && shared > 0;
  });
  if (isThere) return false;
  const { placement } = candidates[0]!;
  const paragraphEdges = candidates[0]!.paragraphEdges();
  const { before, after, similarity } = placement;
  const isMoved =
    isStrong(before) &&
    isStrong(after) &&
    quoteLength + before.adjacent + after.adjacent >= tellingWhole;
  const isParagraph =
    paragraphEdges.before && paragraphEdges.after && quoteLength >= 1.5 * tellingLength;
  return similarity < 1 || !(isMoved || isParagraph);
}

/** Why the best place may not be taken silently; `undefined` when it may. */
function doubtAbout(passage: Passage, best: Candidate, hasCopies: boolean): Doubt | undefined {
  const found =
    best.placement.similarity === 1
      ? doubtAboutUnchanged(passage, best, hasCopies)
      : doubtAboutChanged(passage, best);
  if (!found && best.isSaidTwice()) return doubt('ambiguous', 'It stands there twice.');
  if (found || best.fit === 'certain') return found;
  if (!best.hasCopyBeside()) return undefined;
  return doubt('ambiguous', 'Its paragraph was repeated, and nothing tells which is the old one.');
}

function doubtAboutUnchanged(
  passage: Passage,
  best: Candidate,
  hasCopies: boolean,
): Doubt | undefined {
  const { before, after } = best.placement;
  const sides = [before, after];
  const strong = sides.filter(isStrong).length;
  const fair = sides.filter(isFairSide).length;
  if (passage.contextLength === 0) {
    if (passage.quoteLength >= shortQuote && !hasCopies) return undefined;
    return doubt('ambiguous', 'No context was kept that tells where the passage belongs.');
  }
  if (best.fit === 'certain' && (strong > 0 || matchedContext(best.placement) >= contextMargin))
    return undefined;
  const isWhole = strong > 0 && sides.every((side) => isStrong(side) || side.near >= 0.75);
  const evidence = passage.quoteLength + before.adjacent + after.adjacent;
  if (isWhole && (isInPlace(best) || best.fit === 'together' || evidence >= tellingWhole))
    return undefined;
  const isNear = before.near + after.near >= 1.2;
  if (best.fit === 'in place' && passage.quoteLength < tellingLength && isLookAlike(passage, sides))
    return doubt('ambiguous', 'The words occur about there, but in other surroundings.');
  if (isInPlace(best) && (strong > 0 || fair === 2 || isNear)) {
    // Surroundings that read the same but for a name are those of a look-alike.
    if (passage.quoteLength >= shortQuote || fair === 2 || !sides.some(resembles)) return undefined;
    return doubt('ambiguous', 'Beside the passage a name or number is another one.');
  }
  if (hasCopies) return doubt('orphaned', 'The words occur, but in other surroundings.');
  if (isMovedParagraph(passage, best)) return undefined;
  if ((best.fit === 'aligned' || best.isHeld) && passage.quoteLength >= tellingLength)
    return undefined;
  return strong > 0 && isInPlace(best)
    ? doubt('ambiguous', 'The words occur, but in other surroundings.')
    : doubt('orphaned', 'The words occur, but nowhere in their context.');
}

function doubtAboutChanged(passage: Passage, best: Candidate): Doubt | undefined {
  const { before, after, similarity, statementChanged } = best.placement;
  const sides = [before, after];
  const strong = sides.filter(isStrong).length;
  const fair = sides.filter(isFairSide).length;
  // A passage that was both moved and edited is another one as easily.
  const isPartly =
    Math.max(before.near, after.near) < 0.95 && Math.min(before.near, after.near) < leastNear;
  const anchored = isInPlace(best) ? (strong > 0 || fair === 2) && !isPartly : false;
  if (similarity < 0.5) return doubt('orphaned', 'The passage was replaced by another one.');
  if (!anchored) return doubt('orphaned', 'Only a passage that resembles it occurs, elsewhere.');
  const isEmbedded = isInPlace(best) && Math.min(before.near, after.near) >= 0.85;
  if (passage.quoteLength < (isEmbedded ? shortQuote / 2 : shortQuote))
    return doubt('ambiguous', 'The passage is too short to be recognised after a change.');
  if (statementChanged)
    return doubt(
      isInPlace(best) ? 'ambiguous' : 'orphaned',
      'A name, a number or a negation was exchanged: another statement.',
    );
  if (similarity < leastSimilarity) return doubt('ambiguous', 'Little is left of the passage.');
  return undefined;
}

/**
 * Whether quote and context stand unchanged up to the edges of a paragraph, long enough not to be the
 * same by accident. Beyond the edges a moved paragraph has other neighbours.
 */
function isMovedParagraph({ quoteLength }: Passage, best: Candidate): boolean {
  const { placement } = best;
  const paragraphEdges = best.paragraphEdges();
  const { before, after } = placement;
  const isWhole = (side: ContextMatch, atEdge: boolean): boolean =>
    atEdge || side.adjacent === side.length;
  return (
    quoteLength + before.adjacent + after.adjacent >= tellingLength &&
    isWhole(before, paragraphEdges.before) &&
    isWhole(after, paragraphEdges.after)
  );
}

function doubt(verdict: Doubt['verdict'], reason: string): Doubt {
  return { verdict, reason };
}

/** Whether the annotations around agree with this place. */
function isInPlace({ fit }: Candidate): boolean {
  return fit === 'certain' || fit === 'aligned' || fit === 'in place';
}

/** The nearest words of this side stand there unchanged, or it is the edge of the text. */
function isStrong(side: ContextMatch): boolean {
  return side.adjacent >= strongLength || side.atTextEdge;
}

function isFairSide(side: ContextMatch): boolean {
  return (side.near >= leastNear && !side.statementChanged) || isStrong(side);
}

/**
 * Whether the surroundings are those of a sentence of the same make: alike on either side as far as to
 * another name, and then no more. A passage whose neighbour was deleted has one side in full.
 */
function isLookAlike({ quoteLength }: Passage, sides: readonly ContextMatch[]): boolean {
  const [less, more] = [...sides].sort((a, b) => a.near - b.near) as [ContextMatch, ContextMatch];
  if (less.near >= leastNear || less.atTextEdge) return false;
  if (more.near < 0.95) return true;
  return less.adjacent >= 3 && less.statementChanged && quoteLength < tellingLength / 2;
}

function resembles(side: ContextMatch): boolean {
  return side.statementChanged && side.near >= 0.3 && side.adjacent < 6;
}

function matchedContext(placement: Placement): number {
  return placement.before.matched + placement.after.matched;
}

/** Whether so much speaks for a place that nothing else has to be looked at. */
export function isBeyondDoubt(candidate: Candidate): boolean {
  const { before, after } = candidate.placement;
  return isInPlace(candidate) && Math.min(before.near, after.near) >= 0.3;
}

/** Best first, and of places that overlap only the better one. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  const order = [...candidates].sort(
    (a, b) => b.placement.score - a.placement.score || Number(b.isHeld) - Number(a.isHeld),
  );
  for (const candidate of order) {
    const { start, end } = candidate.placement;
    if (kept.every(({ placement }) => placement.end <= start || placement.start >= end))
      kept.push(candidate);
  }
  return kept;
}
