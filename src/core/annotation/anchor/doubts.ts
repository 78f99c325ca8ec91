import {
  contextMargin,
  isInPlace,
  isStrong,
  matchedContext,
  tellingLength,
  tellingWhole,
  type Candidate,
  type Passage,
} from './candidate';
import type { ContextMatch } from './context-match';

/** Why a place is not taken. */
export interface Doubt {
  readonly verdict: 'ambiguous' | 'orphaned';
  readonly reason: string;
}

/**
 * Shorter quotes are placed only unchanged and beside some of their context; half as long ones after a
 * slip, when all of their context stands around them where they are expected.
 */
const shortQuote = 12;
/** Less alike than this it is not the same passage edited, whatever stands around it. */
const leastSimilarity = 0.62;
/** The same where on one side something else stands beside it: what was said there may be gone altogether. */
const leastBesideOthers = 0.75;
/** With a smaller share of the nearest context found a side is another one. */
const leastOfSide = 0.4;
/** Where one side of the context is there in such a share, another sentence begins or ends the same way. */
const partly = { least: 0.1, most: 0.7 } as const;
/** A smaller share of the nearest context says that it is another one. */
const leastNear = 0.6;

/** Why the best place may not be taken silently; `undefined` when it may. */
export function doubtAbout(
  passage: Passage,
  best: Candidate,
  hasCopies: boolean,
): Doubt | undefined {
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
  if (best.fit === 'in place' && passage.quoteLength < tellingLength && isLookAlike(passage, sides))
    return doubt('ambiguous', 'The words occur about there, but in other surroundings.');
  const isOther = passage.quoteLength < shortQuote && sides.some(resembles);
  const isWhole =
    strong > 0 &&
    !(isOther && best.fit === 'in place') &&
    sides.every((side) => isStrong(side) || side.near >= 0.75);
  const evidence = passage.quoteLength + before.adjacent + after.adjacent;
  if (isWhole && (isInPlace(best) || best.fit === 'together' || evidence >= tellingWhole))
    return undefined;
  const isNear = before.near + after.near >= 1.2;
  if (isInPlace(best) && (strong > 0 || fair === 2 || isNear)) {
    // Surroundings that read the same but for a name are those of a look-alike.
    if (!isOther || fair === 2) return undefined;
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
  const isOneSided = sides.some((side) => side.near < leastOfSide && !side.atTextEdge);
  if (similarity < (isOneSided ? leastBesideOthers : leastSimilarity))
    return doubt('ambiguous', 'Little is left of the passage.');
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

function isFairSide(side: ContextMatch): boolean {
  return (side.near >= leastNear && !side.statementChanged) || isStrong(side);
}

/**
 * Whether the surroundings are those of a sentence of the same make: alike on either side as far as to
 * another name, and then no more. A passage whose neighbour was deleted has one side in full and nothing
 * of the other.
 */
function isLookAlike({ quoteLength }: Passage, sides: readonly ContextMatch[]): boolean {
  const [less, more] = [...sides].sort((a, b) => a.near - b.near) as [ContextMatch, ContextMatch];
  if (less.near >= partly.most || less.atTextEdge) return false;
  if (less.near >= partly.least || more.near < 0.95) return true;
  return less.adjacent >= 3 && less.statementChanged && quoteLength < tellingLength / 2;
}

function resembles(side: ContextMatch): boolean {
  return side.statementChanged && side.near >= 0.3 && side.adjacent < 6;
}
