import type { CandidateRun } from './candidate-runs';
import { type FeatureContext, otherNumber } from './features';
import type { Label } from './labels';
import type { RecogniserModel } from './recogniser-data';
import { Gap, Shape } from './tokenize';
import { hashWord } from './word-hash';
import { WordClass } from './word-classes';

/** Probability that a name in another language than English needs. */
const surelyForeign = 0.9;
/** The same in a line of capitals, where every word looks like a name. */
const surelyInCapitals = 0.85;
/** What stands behind "Mr." is a person, when it is a name at all. */
const behindHonorific = 0.4;
/** What names of one word need: they have little to tell them by. */
const oneWord = { person: 0.7, place: 0.8, acronym: 0.85 };
/**
 * In texts about programs capitals, and what stands behind "in", are mostly no bodies and no places; and what a
 * list knows as a work, a product or an abbreviation is mostly that.
 */
const nearlyCertain = 0.95;

/**
 * How sure a name must be to be shown as what it looks like, beyond the threshold of its type. It holds
 * for names that are in no list.
 *
 * @param isForeign whether the paragraph is in another language than English
 * @param isTechnical see `isTechnical`
 */
export function certaintyFor(
  model: RecogniserModel,
  context: FeatureContext,
  { from, to }: CandidateRun,
  label: Label,
  isForeign: boolean,
  isTechnical: boolean,
): number {
  const known = context.knownType(from, to);
  const isKnown = known !== 0 && known !== otherNumber;
  const inCapitals = known === 0 && context.lineStyles[from] === 1;
  const threshold = Math.max(
    model.threshold[label],
    isForeign ? surelyForeign : 0,
    inCapitals ? surelyInCapitals : 0,
  );
  const doubtful = isTechnical && label !== 'person' && !isKnown;
  if (known === otherNumber && (label === 'organization' || label === 'place'))
    return nearlyCertain;
  if (to - from > 1)
    return doubtful && !hasHead(context, from, to, label) ? nearlyCertain : threshold;
  if (label === 'place') return doubtful ? nearlyCertain : Math.max(threshold, oneWord.place);
  if (isKnown) return threshold;
  if (label === 'organization') {
    if (doubtful) return nearlyCertain;
    return isAcronym(context, from) ? Math.max(threshold, oneWord.acronym) : threshold;
  }
  if (label === 'person' && isBehindHonorific(context, from)) return behindHonorific;
  const isListed = (context.classes[from]! & (WordClass.firstName | WordClass.surname)) !== 0;
  return label === 'person' && !isListed ? Math.max(threshold, oneWord.person) : threshold;
}

/** "Mr. Quillfeather", not "Miss Texas" or "Lord of the Rings". */
function isBehindHonorific({ classes, tokens, knownType }: FeatureContext, from: number): boolean {
  if (from === 0 || tokens.gaps[from] === Gap.none || knownType(from, from + 1)) return false;
  return (
    (classes[from - 1]! & WordClass.honorific) !== 0 &&
    (tokens.shapes[from - 1]! & Shape.capital) !== 0
  );
}

/** Words for bodies that are parts of programs as well. */
const programHeads = new Set(
  'systems software group project service services engine system order network'
    .split(' ')
    .map(hashWord),
);

/**
 * Whether a name of several words has a word for a body or a place in it ("Harrow Boat Society"), and neither
 * an acronym nor a word with capitals inside ("GitHub PR").
 */
function hasHead(context: FeatureContext, from: number, to: number, label: Label): boolean {
  const { classes, tokens } = context;
  const heads =
    label === 'place' ? WordClass.placeHead | WordClass.placeStart : WordClass.organizationHead;
  let found = false;
  for (let index = from; index < to; index++) {
    if (tokens.shapes[index]! & Shape.mixed || isAcronym(context, index)) return false;
    found ||= (classes[index]! & heads) !== 0 && !programHeads.has(tokens.hashes[index]!);
  }
  return found;
}

/** Capitals without full stops, in a line that is not in capitals as a whole. */
export function isAcronym({ tokens, lineStyles }: FeatureContext, token: number): boolean {
  const shape = tokens.shapes[token]!;
  return (shape & Shape.allCapitals) !== 0 && !(shape & Shape.initial) && lineStyles[token] !== 1;
}
