import {
  contextMargin,
  isInPlace,
  isStrong,
  matchedContext,
  strongLength,
  tellingLength,
  tellingWhole,
  type Candidate,
  type Passage,
} from './candidate';
import { doubtAbout } from './doubts';
import type { Placement } from './placement';

/** What is decided about one passage. */
export interface Choice {
  readonly verdict: 'placed' | 'ambiguous' | 'orphaned';
  /** The candidate chosen, or the ones a person has to choose from, best first. */
  readonly candidates: readonly Candidate[];
  /** For people. */
  readonly reason: string;
}

/** A quote of this length does not stand where it is expected by accident. */
const tellingQuote = 20;
const scoreMargin = 0.08;

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
