import type { FeatureContext } from './features';
import type { Segment } from './segment-run';
import { partsNames, Shape } from './tokenize';
import { hashWord } from './word-hash';
import { WordClass } from './word-classes';

const titleClasses = WordClass.honorific | WordClass.title | WordClass.role;
/** How far a role may reach to the left of a name, and to its right. */
const longestTitle = 6;
const longestApposition = 10;
/** How soon the noun of the role must come: ", a former deputy foreign minister". */
const soonestNoun = 6;
const articles = new Set(['a', 'an', 'the', 'his', 'her', 'its', 'their'].map(hashWord));
const joints = new Set(['of', 'for', 'at', 'in', 'to', 'with', 'and', 'on'].map(hashWord));

/** What speaks for a recognised name, as phrases of the text with white space folded. */
export interface NameEvidence {
  readonly evidence: string;
  /** The title before a person's name, or the role in apposition behind it. */
  readonly role?: string;
}

/** The role with the name, the verb behind it, the word before a place; else the name itself. */
export function evidenceOf(context: FeatureContext, segment: Segment, type: string): NameEvidence {
  const { classes, tokens } = context;
  const { from, to } = segment;
  if (type === 'person') {
    const start = titleStart(context, from);
    if (start < from)
      return { evidence: fold(context, start, to), role: fold(context, start, from) };
    const apposition = appositionAfter(context, to);
    if (apposition) {
      const [begin, end] = apposition;
      return { evidence: fold(context, from, end), role: fold(context, begin, end) };
    }
    const verb = to < tokens.count && classes[to]! & WordClass.personVerb;
    return { evidence: fold(context, from, verb ? to + 1 : to) };
  }
  const preposition =
    type === 'place' && from > 0 && classes[from - 1]! & WordClass.placePreposition;
  return { evidence: fold(context, preposition ? from - 1 : from, to) };
}

/** First token of the title or role that stands right before a name, or the name's own. */
function titleStart(context: FeatureContext, name: number): number {
  const { tokens, classes } = context;
  let start = name;
  for (let from = name; from > 0 && name - from < longestTitle; from--) {
    const kind = classes[from - 1]!;
    const shape = tokens.shapes[from - 1]!;
    if (partsNames(tokens.gaps[from]!)) break;
    if (!(shape & Shape.word) || shape & Shape.noise) break;
    const ordinary = WordClass.functionWord | WordClass.calendar;
    const capital = (shape & Shape.capital) !== 0 && !(kind & ordinary);
    if (kind & titleClasses) start = from - 1;
    // "NATO Secretary-General": words before a title belong to it when they are capital.
    else if (!capital || start === name) break;
    else start = from - 1;
  }
  return start;
}

/** Tokens of the role in ", a spokesman for the ministry,": from the noun phrase to the next sign. */
function appositionAfter(
  context: FeatureContext,
  to: number,
): [from: number, to: number] | undefined {
  const { tokens, classes } = context;
  if (to + 1 >= tokens.count || !(tokens.shapes[to]! & Shape.comma)) return undefined;
  const first = to + 1 + (articles.has(tokens.hashes[to + 1]!) ? 1 : 0);
  let noun = -1;
  let end = first;
  for (; end < tokens.count && end - first < longestApposition; end++) {
    const shape = tokens.shapes[end]!;
    if (!(shape & Shape.word) || shape & Shape.noise || partsNames(tokens.gaps[end]!)) break;
    const isRole = (classes[end]! & (WordClass.role | WordClass.title)) !== 0;
    if (isRole && end - first < soonestNoun) noun = end;
    else if (noun >= 0 && !(shape & Shape.capital) && !goesOn(end)) break;
    // A verb or another clause before any role: ", said the minister", ", who is a lawyer".
    else if (noun < 0 && classes[end]! & (WordClass.personVerb | WordClass.functionWord)) break;
  }
  if (noun < 0) return undefined;
  while (end > noun + 1 && joints.has(tokens.hashes[end - 1]!)) end--;
  return [first, end];

  function goesOn(index: number): boolean {
    if (joints.has(tokens.hashes[index]!) || articles.has(tokens.hashes[index]!)) return true;
    const before = tokens.hashes[index - 1]!;
    return joints.has(before) || articles.has(before);
  }
}

function fold({ tokens, text }: FeatureContext, from: number, to: number): string {
  return text.slice(tokens.starts[from], tokens.ends[to - 1]).replace(/\s+/g, ' ');
}
