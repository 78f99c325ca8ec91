import type { PlaceFit } from './expected-place';
import type { ContextMatch, Placement } from './placement';

/** A place where a passage may stand, and what the annotations around say about it. */
export interface Candidate {
  readonly placement: Placement;
  readonly fit: PlaceFit;
  /** Quote and place are whole paragraphs. */
  readonly wholeParagraph: boolean;
}

/** What is decided about one passage. */
export interface Choice {
  readonly verdict: 'placed' | 'ambiguous' | 'orphaned';
  /** The candidate chosen, or the ones a person has to choose from, best first. */
  readonly candidates: readonly Candidate[];
  /** For people. */
  readonly reason: string;
}

/** What is known of the passage itself; lengths without white space. */
export interface Passage {
  readonly quoteLength: number;
  readonly contextLength: number;
}

/** Shorter quotes are placed only unchanged and beside some of their context. */
const shortQuote = 12;
/** An unchanged passage of this length is not the same by accident, even in other surroundings. */
const tellingQuote = 60;
/** Less alike than this it is not the same passage edited, whatever stands around it. */
export const leastSimilarity = 0.62;
/** So many units of context tell two places apart. */
const contextMargin = 8;
const scoreMargin = 0.08;

/**
 * Decides where a passage belongs. The best place is taken only when quote and context speak for it
 * *and* no other place is about as good; a wrong place is worse than none.
 */
export function choosePlace(passage: Passage, found: readonly Candidate[]): Choice {
  const candidates = distinct(found);
  const best = candidates[0];
  if (!best) return { verdict: 'orphaned', candidates: [], reason: 'The passage was not found.' };
  const rivals = candidates.slice(1).filter((rival) => isRival(best, rival));
  const doubt = doubtAbout(passage, best, candidates.length > 1);
  if (doubt?.verdict === 'orphaned') return { ...doubt, candidates: [] };
  if (rivals.length > 0) {
    const copies = rivals.every(({ placement }) => placement.similarity === 1);
    return {
      verdict: 'ambiguous',
      candidates: [best, ...rivals],
      reason: copies
        ? `The passage stands at ${rivals.length + 1} places, and its context does not tell which is meant.`
        : 'Another place reads nearly the same.',
    };
  }
  if (doubt) return { ...doubt, candidates: [best] };
  return { verdict: 'placed', candidates: [best], reason: '' };
}

function isRival(best: Candidate, rival: Candidate): boolean {
  const [a, b] = [best.placement, rival.placement];
  if (best.fit === 'certain' && rival.fit !== 'certain' && a.similarity === 1) return false;
  const placed = best.fit === 'certain' || best.fit === 'in place';
  if (placed && rival.fit === 'elsewhere' && a.similarity === 1) return false;
  const contextLead = matchedContext(a) - matchedContext(b);
  if (b.similarity === 1 || a.similarity < 1)
    return contextLead < contextMargin && a.score - b.score < scoreMargin;
  // A changed copy in the same surroundings may be the original, and the unchanged one its copy.
  const sameSurroundings =
    matchedContext(b) >= (b.before.length + b.after.length) * 0.95 && contextLead < contextMargin;
  return (
    b.similarity >= 0.7 && contextLead < contextMargin && (!b.statementChanged || sameSurroundings)
  );
}

/** Why the best place may not be taken silently; `undefined` when it may. */
function doubtAbout(
  passage: Passage,
  { placement, fit, wholeParagraph }: Candidate,
  hasOthers: boolean,
): { verdict: 'ambiguous' | 'orphaned'; reason: string } | undefined {
  const { before, after, similarity, statementChanged } = placement;
  const inPlace = fit === 'certain' || fit === 'in place';
  const sound = [before, after].filter(isSound).length;
  const fair = [before, after].filter((side) => side.near >= 0.5 && !side.statementChanged).length;
  if (similarity === 1) {
    if (sound > 0 || fair === 2) {
      // Surroundings that read the same but for a name are those of a look-alike.
      const resembling = [before, after].some((side) => side.statementChanged && side.near >= 0.5);
      if (!resembling || inPlace || passage.quoteLength >= tellingQuote) return undefined;
      return doubt('ambiguous', 'Beside the passage a name or number is another one.');
    }
    if (passage.contextLength === 0) {
      if (passage.quoteLength >= shortQuote && !hasOthers) return undefined;
      return doubt('ambiguous', 'No context was kept that tells where the passage belongs.');
    }
    if (fit === 'certain' && matchedContext(placement) >= contextMargin) return undefined;
    if (passage.quoteLength < shortQuote)
      return doubt('orphaned', 'The words occur, but nowhere in their context.');
    if (wholeParagraph && passage.quoteLength >= tellingQuote && !hasOthers) return undefined;
    return doubt('ambiguous', 'The words occur, but in other surroundings.');
  }
  const anchored = sound > 0 || fair === 2 || (inPlace && fair > 0);
  if (!anchored) return doubt('orphaned', 'Only a passage that resembles it occurs, elsewhere.');
  if (similarity < 0.5) return doubt('orphaned', 'The passage was replaced by another one.');
  if (passage.quoteLength < shortQuote)
    return doubt('ambiguous', 'The passage is too short to be recognised after a change.');
  if (statementChanged)
    return doubt('ambiguous', 'A name, a number or a negation was exchanged: another statement.');
  if (similarity < leastSimilarity) return doubt('ambiguous', 'Little is left of the passage.');
  return undefined;
}

function doubt(
  verdict: 'ambiguous' | 'orphaned',
  reason: string,
): { verdict: 'ambiguous' | 'orphaned'; reason: string } {
  return { verdict, reason };
}

/** Whether a side of the context speaks for the place. */
function isSound(side: ContextMatch): boolean {
  return side.near >= 0.75 && !side.statementChanged;
}

function matchedContext(placement: Placement): number {
  return placement.before.matched + placement.after.matched;
}

/** Best first, and of places that overlap only the better one. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  const order = [...candidates].sort((a, b) => b.placement.score - a.placement.score);
  for (const candidate of order) {
    const { start, end } = candidate.placement;
    if (kept.every(({ placement }) => placement.end <= start || placement.start >= end))
      kept.push(candidate);
  }
  return kept;
}
