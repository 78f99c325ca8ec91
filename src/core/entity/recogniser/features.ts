import type { FeatureRows } from './feature-rows';
import { Gap, Shape, type Tokens } from './tokenize';
import { WordClass } from './word-classes';

/** The number by which `FeatureContext.knownType` says that a list knows a name as neither person, body nor place. */
export const otherNumber = 4;

/** What the features of one text are computed from. */
export interface FeatureContext {
  readonly text: string;
  readonly tokens: Tokens;
  /** Bits of `WordClass` for each token. */
  readonly classes: Uint32Array;
  /** 1 for tokens of lines in capitals, 2 for lines in title case. */
  readonly lineStyles: Uint8Array;
  /** 1 for tokens that begin a sentence. */
  readonly sentenceStarts: Uint8Array;
  /** How a word is written elsewhere in the text, see `CaseEvidence`. */
  caseEvidence(index: number): number;
  /** 0 unknown, 1 person, 2 organization, 3 place, `otherNumber` anything else, for a stretch of tokens. */
  knownType(from: number, to: number): number;
}

/** Classes that tell kinds of names apart, for patterns such as "first name, surname". */
const patternClasses =
  WordClass.firstName |
  WordClass.surname |
  WordClass.ordinary |
  WordClass.organizationHead |
  WordClass.placeHead |
  WordClass.demonym |
  WordClass.connector |
  WordClass.title |
  WordClass.suffix;

/** Hash of the last `length` units of a token in small letters. */
function ending(context: FeatureContext, token: number, length: number): number {
  const { starts, ends } = context.tokens;
  let hash = length;
  for (let at = Math.max(starts[token]!, ends[token]! - length); at < ends[token]!; at++) {
    hash = Math.imul(hash ^ (context.text.charCodeAt(at) | 0x20), 0x01000193);
  }
  return hash | 0;
}

/** How a token is written, with its length up to five. */
function form(tokens: Tokens, index: number): number {
  return (
    (tokens.shapes[index]! & 0x0f) | (Math.min(tokens.ends[index]! - tokens.starts[index]!, 5) << 4)
  );
}

const textEdge = 1;
const paragraphEdge = 2;
const anyNumber = 3;

/** A token beside a name: words and signs by hash, numbers and edges by a small number. */
function neighbour(tokens: Tokens, index: number, gap: number): number {
  if (index < 0 || index >= tokens.count) return textEdge;
  if (gap >= Gap.paragraph) return paragraphEdge;
  return tokens.shapes[index]! & Shape.number ? anyNumber : tokens.hashes[index]!;
}

const neighbourShape = Shape.capital | Shape.allCapitals | Shape.word;

/** What stands before a name that begins at the token. */
export function leftFeatures(context: FeatureContext, from: number, rows: FeatureRows): void {
  const { tokens, classes } = context;
  const gap = tokens.gaps[from]!;
  const word = neighbour(tokens, from - 1, gap);
  rows.add(1, word);
  if (gap === Gap.lineBreak) rows.add(2, 1);
  if (word === textEdge || word === paragraphEdge) return;
  const shape = tokens.shapes[from - 1]! & neighbourShape;
  rows.addBits(shape & Shape.capital ? 3 : 4, classes[from - 1]!);
  rows.add(5, shape);
  const second = neighbour(tokens, from - 2, tokens.gaps[from - 1]!);
  rows.add(6, Math.imul(word, 31) ^ second);
  if (second === textEdge || second === paragraphEdge) return;
  rows.add(7, second);
  rows.addBits(8, classes[from - 2]!);
}

/** What stands behind a name that ends before the token. */
export function rightFeatures(context: FeatureContext, to: number, rows: FeatureRows): void {
  const { tokens, classes } = context;
  const word = neighbour(tokens, to, to < tokens.count ? tokens.gaps[to]! : Gap.paragraph);
  rows.add(11, word);
  if (word === textEdge || word === paragraphEdge) return;
  const shape = tokens.shapes[to]! & neighbourShape;
  rows.addBits(shape & Shape.capital ? 13 : 14, classes[to]!);
  rows.add(15, shape);
  const nextGap = to + 1 < tokens.count ? tokens.gaps[to + 1]! : Gap.paragraph;
  const second = neighbour(tokens, to + 1, nextGap);
  rows.add(16, Math.imul(word, 31) ^ second);
  if (second === textEdge || second === paragraphEdge) return;
  rows.addBits(17, classes[to + 1]!);
  if (tokens.shapes[to]! & Shape.comma) {
    rows.add(18, context.knownType(to + 1, to + 2));
    rows.addBits(19, classes[to + 1]!);
  }
}

/** The first token of a name of several. */
export function firstFeatures(context: FeatureContext, token: number, rows: FeatureRows): void {
  rows.add(32, context.tokens.hashes[token]!);
  rows.addBits(34, context.classes[token]!);
  rows.add(41, form(context.tokens, token));
  rows.add(51, ending(context, token, 3));
}

/** The last token of a name of several. */
export function lastFeatures(context: FeatureContext, token: number, rows: FeatureRows): void {
  rows.add(48, context.tokens.hashes[token]!);
  rows.addBits(49, context.classes[token]!);
  rows.add(50, form(context.tokens, token));
  rows.add(43, ending(context, token, 3));
  rows.add(45, ending(context, token, 2));
}

/** A token between the first and the last of a name. */
export function middleFeatures(context: FeatureContext, token: number, rows: FeatureRows): void {
  rows.add(52, context.tokens.hashes[token]!);
  rows.addBits(53, context.classes[token]!);
  rows.add(54, context.tokens.shapes[token]! & 0x0f);
}

/** What belongs to a name as a whole. */
export function wholeFeatures(
  context: FeatureContext,
  from: number,
  to: number,
  rows: FeatureRows,
): void {
  const { tokens, classes } = context;
  const length = to - from;
  const size = Math.min(length, 5);
  const known = context.knownType(from, to);
  const begins = context.sentenceStarts[from]!;
  const style = context.lineStyles[from]!;
  const firstClass = classes[from]!;
  rows.add(30, size);
  rows.add(35, known * 8 + size);
  if (begins) rows.add(36, known * 8 + size);
  if (style) rows.add(37, style * 8 + size);
  if (style || begins) rows.add(38, (firstClass & WordClass.ordinary) | size | (known << 4));
  quotation(context, from, to, rows);
  if (length === 1) {
    const pattern = firstClass & patternClasses;
    rows.add(39, context.caseEvidence(from) * 8 + begins + (style ? 2 : 0));
    rows.add(31, tokens.hashes[from]!);
    rows.addBits(33, firstClass);
    rows.add(40, form(tokens, from));
    rows.add(42, ending(context, from, 3));
    rows.add(44, ending(context, from, 2));
    rows.add(46, pattern);
    rows.add(47, (pattern << 3) | known);
    return;
  }
  const last = to - 1;
  let pattern = 7;
  let whole = 7;
  let ordinary = 0;
  for (let index = from; index < to; index++) {
    const kind = classes[index]!;
    if (index > from && tokens.gaps[index]! >= Gap.lineBreak) rows.add(55, 1);
    if (kind & WordClass.ordinary) ordinary++;
    pattern = Math.imul(pattern, 31) + (kind & patternClasses);
    whole = Math.imul(whole, 31) ^ tokens.hashes[index]!;
  }
  if (length <= 4) rows.add(56, pattern);
  if (length <= 3) rows.add(57, whole);
  rows.add(58, size * 8 + Math.min(ordinary, 7));
  rows.add(59, ordinary === length ? 1 : ordinary === 0 ? 2 : 3);
  const firstKnown = context.knownType(from, from + 1);
  rows.add(60, firstKnown * 8 + context.knownType(last, to));
  if (firstKnown) rows.add(61, (firstKnown << 24) | (classes[last]! & patternClasses));
}

/** Quotation marks or brackets around a name: a title, or an abbreviation. */
function quotation(context: FeatureContext, from: number, to: number, rows: FeatureRows): void {
  const { tokens, text } = context;
  if (from === 0 || to >= tokens.count) return;
  const before = quotationMark(text.charCodeAt(tokens.starts[from - 1]!));
  if (before) rows.add(62, before * 4 + quotationMark(text.charCodeAt(tokens.starts[to]!)));
}

function quotationMark(unit: number): number {
  if (unit === 0x22 || unit === 0x201c || unit === 0x201d) return 1;
  return unit === 0x28 || unit === 0x29 ? 2 : 0;
}
