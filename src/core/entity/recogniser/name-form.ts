import type { FeatureContext } from './features';
import type { Label } from './labels';
import type { CandidateRun } from './candidate-runs';
import { isAcronym } from './certainty';
import { CaseEvidence } from './text-evidence';
import { Shape } from './tokenize';
import { WordClass } from './word-classes';

/** What a surname may have before the capital inside it. */
const namePrefix = /^(?:Ma?c|De|Di|Del|Des|Du|La|Le|Lo|Van|Von|Fitz|Ó|Ni|San|St)\p{Lu}/u;
/** "iPhone", "eBay", "d'Alembert": so many small letters may stand before the first capital. */
const smallStart = /^\p{Ll}{1,2}(?:['’]?\p{Lu})/u;
const inWords = WordClass.firstName | WordClass.surname;
/** Places that are called so anywhere. */
const commonCodes = new Set(['US', 'UK', 'EU', 'UN', 'NY', 'DC', 'LA', 'NZ']);
/** Acronyms of these lengths, of unknown meaning, say nothing: "PR", "UI". */
const shortAcronym = 2;

/**
 * The type that a name of one word can have by the way it is written, given the one that its context
 * speaks for; undefined when it is no name: an identifier ("deferToThread", "IWalkTargets"), an ordinary
 * word at a sentence's start or shouted, a direction. What a list knows, and names of several words, may
 * be anything.
 */
export function typeByForm(
  context: FeatureContext,
  { from, to }: CandidateRun,
  type: Label | 'unknown',
): Label | 'unknown' | undefined {
  const { text, tokens, classes } = context;
  const kind = classes[from]!;
  if (to - from === 1 && kind & WordClass.direction && type === 'unknown') return undefined;
  if (to - from === 1 && type === 'place' && isStateCode(context, from)) return undefined;
  if (to - from > 1 || context.knownType(from, to)) return type;
  const shape = tokens.shapes[from]!;
  const written = text.slice(tokens.starts[from], tokens.ends[from]);
  if (isOrdinary(context, from)) return undefined;
  if (shape & Shape.mixed && !namePrefix.test(written)) return typeOfMixed(written, type);
  if (/\p{N}/u.test(written)) return type === 'organization' ? type : 'unknown';
  // "R-devel", "HTML-capable": the first part is a name, or neither is.
  if (/-\p{Ll}/u.test(written) && !(kind & inWords)) return undefined;
  if (isAcronym(context, from)) {
    if (type === 'organization') return type;
    return written.length > shortAcronym ? 'unknown' : undefined;
  }
  return type;
}

/** "MA" is Massachusetts behind a town and its comma, and anything elsewhere. */
function isStateCode({ text, tokens }: FeatureContext, token: number): boolean {
  const written = text.slice(tokens.starts[token], tokens.ends[token]);
  if (!/^\p{Lu}{2}$/u.test(written) || commonCodes.has(written)) return false;
  return token === 0 || !(tokens.shapes[token - 1]! & Shape.comma);
}

/** A common word that has its capital from its place in the sentence, or is written in capitals for weight. */
function isOrdinary(context: FeatureContext, token: number): boolean {
  const { tokens, classes } = context;
  const kind = classes[token]!;
  if (!(kind & WordClass.ordinary) || kind & inWords) return false;
  const evidence = context.caseEvidence(token);
  if (tokens.shapes[token]! & Shape.allCapitals)
    return context.lineStyles[token] !== 1 && evidence >= CaseEvidence.sometimesSmall;
  return context.sentenceStarts[token] === 1 && evidence !== CaseEvidence.alwaysCapital;
}

/** A word with capitals inside is a program or a product at most, and with several it is code. */
function typeOfMixed(written: string, type: Label | 'unknown'): Label | 'unknown' | undefined {
  if (/^\p{Ll}/u.test(written) && !smallStart.test(written)) return undefined;
  const humps = written.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  if (humps > 1 || /^I\p{Lu}\p{Ll}/u.test(written)) return undefined;
  return type === 'organization' ? type : 'unknown';
}
