import type { CandidateRun } from './candidate-runs';
import type { FeatureContext } from './features';
import type { Label } from './labels';
import type { RecogniserModel } from './recogniser-data';
import { Shape } from './tokenize';
import { WordClass } from './word-classes';

/** Probability that a name in another language than English needs. */
const surelyForeign = 0.9;
/** What names of one word need: they have little to tell them by. */
const oneWord = { person: 0.7, place: 0.8, acronym: 0.85 };
/** In texts about programs an acronym and what stands behind "in" are mostly no bodies and no places. */
const amongCode = 0.95;
/** So many identifiers or lines of code make a text one about programs. */
const fewestIdentifiers = 3;

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
  const threshold = Math.max(model.threshold[label], isForeign ? surelyForeign : 0);
  if (to - from > 1)
    return isTechnical && label !== 'person' && hasJargon(context, from, to)
      ? Math.max(threshold, amongCode)
      : threshold;
  const isKnown = context.knownType(from, to) !== 0;
  if (label === 'place')
    return Math.max(threshold, isTechnical && !isKnown ? amongCode : oneWord.place);
  if (isKnown) return threshold;
  if (label === 'organization')
    return isAcronym(context, from)
      ? Math.max(threshold, isTechnical ? amongCode : oneWord.acronym)
      : threshold;
  const isListed = (context.classes[from]! & (WordClass.firstName | WordClass.surname)) !== 0;
  return label === 'person' && !isListed ? Math.max(threshold, oneWord.person) : threshold;
}

/** Whether a name of several words has an acronym or a word with capitals inside ("GitHub PR"). */
function hasJargon(context: FeatureContext, from: number, to: number): boolean {
  if (context.knownType(from, to)) return false;
  for (let index = from; index < to; index++)
    if (context.tokens.shapes[index]! & Shape.mixed || isAcronym(context, index)) return true;
  return false;
}

/** Capitals without full stops, in a line that is not in capitals as a whole. */
export function isAcronym({ tokens, lineStyles }: FeatureContext, token: number): boolean {
  const shape = tokens.shapes[token]!;
  return (shape & Shape.allCapitals) !== 0 && !(shape & Shape.initial) && lineStyles[token] !== 1;
}

/** Whether a text has lines of code or identifiers in it ("deferToThread"). Linear. */
export function isTechnical({ text, tokens }: FeatureContext): boolean {
  let identifiers = 0;
  for (let index = 0; index < tokens.count && identifiers < fewestIdentifiers; index++) {
    const shape = tokens.shapes[index]!;
    if (shape & Shape.code) identifiers++;
    else if (shape & Shape.mixed && !(shape & Shape.noise))
      if (
        /^\p{Ll}{3,}\p{Lu}|\p{Ll}\p{Lu}.*\p{Ll}\p{Lu}/u.test(
          text.slice(tokens.starts[index], tokens.ends[index]),
        )
      )
        identifiers++;
  }
  return identifiers >= fewestIdentifiers;
}
