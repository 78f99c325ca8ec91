import { startsSentence } from './candidate-runs';
import { Gap, Shape, type Tokens } from './tokenize';
import { WordClass } from './word-classes';

/** Features are hashed into a table of this many rows. */
export const featureBits = 18;

/** Called with the row of each feature that holds. */
export type FeatureSink = (row: number) => void;

/** What the features of one text are computed from. */
export interface FeatureContext {
  readonly text: string;
  readonly tokens: Tokens;
  /** Bits of `WordClass` for each token. */
  readonly classes: Uint32Array;
  /** 1 for tokens of lines in capitals, 2 for lines in title case. */
  readonly lineStyles: Uint8Array;
  /** How a word is written elsewhere in the text: see `caseEvidence`. */
  caseEvidence(index: number): number;
  /** 0 unknown, 1 person, 2 organization, 3 place, 4 anything else, for a stretch of tokens. */
  knownType(from: number, to: number): number;
}

const row = (template: number, value: number): number =>
  Math.imul(
    Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b) ^ (value >>> 15),
    0xc2b2ae35,
  ) >>>
  (32 - featureBits);

const everyClass = Object.values(WordClass);

function bits(template: number, mask: number, sink: FeatureSink): void {
  for (const bit of everyClass) if (mask & bit) sink(row(template, bit));
}

/** Hash of the last `length` units of a token in small letters. */
function ending(text: string, end: number, start: number, length: number): number {
  let hash = length;
  for (let index = Math.max(start, end - length); index < end; index++) {
    hash = Math.imul(hash ^ (text.charCodeAt(index) | 0x20), 0x01000193);
  }
  return hash >>> 0;
}

/** A token seen from a neighbouring name: words by hash, signs by character, edges by their gap. */
function neighbour(context: FeatureContext, index: number, edge: number): number {
  const { tokens } = context;
  if (index < 0 || index >= tokens.count) return 1;
  if (edge >= Gap.paragraph) return 2;
  return tokens.shapes[index]! & Shape.number ? 3 : tokens.hashes[index]!;
}

/** Features of what stands before a name that begins at token `from` of the run. */
export function leftFeatures(context: FeatureContext, from: number, sink: FeatureSink): void {
  const { tokens, classes } = context;
  const gap = tokens.gaps[from]!;
  const word = neighbour(context, from - 1, gap);
  sink(row(1, word));
  if (gap === Gap.lineBreak) sink(row(2, 1));
  if (word <= 2) return;
  const mask = classes[from - 1]!;
  const shape = tokens.shapes[from - 1]! & (Shape.capital | Shape.allCapitals | Shape.word);
  bits(shape & Shape.capital ? 3 : 4, mask, sink);
  sink(row(5, shape));
  const second = neighbour(context, from - 2, tokens.gaps[from - 1]!);
  sink(row(6, Math.imul(word, 31) ^ second));
  if (second > 2) {
    sink(row(7, second));
    bits(8, classes[from - 2]!, sink);
  }
}

/** Features of what stands behind a name that ends before token `to`. */
export function rightFeatures(context: FeatureContext, to: number, sink: FeatureSink): void {
  const { tokens, classes } = context;
  const gap = to < tokens.count ? tokens.gaps[to]! : Gap.paragraph;
  const word = neighbour(context, to, gap);
  sink(row(11, word));
  if (word <= 2) return;
  const mask = classes[to]!;
  const shape = tokens.shapes[to]! & (Shape.capital | Shape.allCapitals | Shape.word);
  bits(shape & Shape.capital ? 13 : 14, mask, sink);
  sink(row(15, shape));
  const nextGap = to + 1 < tokens.count ? tokens.gaps[to + 1]! : Gap.paragraph;
  const second = neighbour(context, to + 1, nextGap);
  sink(row(16, Math.imul(word, 31) ^ second));
  if (second > 2) {
    bits(17, classes[to + 1]!, sink);
    if (tokens.shapes[to]! & Shape.comma) {
      sink(row(18, context.knownType(to + 1, to + 2)));
      bits(19, classes[to + 1]!, sink);
    }
  }
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

/** Features of the words of a name itself, tokens `from` to `to`. */
export function innerFeatures(
  context: FeatureContext,
  from: number,
  to: number,
  sink: FeatureSink,
): void {
  const { text, tokens, classes } = context;
  const { hashes, shapes, starts, ends } = tokens;
  const length = to - from;
  const size = Math.min(length, 5);
  const last = to - 1;
  const single = length === 1;
  sink(row(30, size));
  sink(row(single ? 31 : 32, hashes[from]!));
  bits(single ? 33 : 34, classes[from]!, sink);
  const known = context.knownType(from, to);
  sink(row(35, known * 8 + size));
  const begins = startsSentence(tokens, from);
  const style = context.lineStyles[from]!;
  const evidence = single ? context.caseEvidence(from) : 0;
  if (begins) sink(row(36, known * 8 + size));
  if (style) sink(row(37, style * 8 + size));
  if (style || begins) sink(row(38, (classes[from]! & WordClass.ordinary) | size | (known << 4)));
  if (single) sink(row(39, evidence * 8 + (begins ? 1 : 0) + (style ? 2 : 0)));
  const shapeOf = (index: number): number => {
    const units = ends[index]! - starts[index]!;
    return (shapes[index]! & 0x0f) | (Math.min(units, 5) << 4);
  };
  sink(row(single ? 40 : 41, shapeOf(from)));
  sink(row(single ? 42 : 43, ending(text, ends[last]!, starts[last]!, 3)));
  sink(row(single ? 44 : 45, ending(text, ends[last]!, starts[last]!, 2)));
  if (single) {
    sink(row(46, classes[from]! & patternClasses));
    sink(row(47, ((classes[from]! & patternClasses) << 3) | known));
  } else {
    sink(row(48, hashes[last]!));
    bits(49, classes[last]!, sink);
    sink(row(50, shapeOf(last)));
    sink(row(51, ending(text, ends[from]!, starts[from]!, 3)));
    let pattern = 7;
    let whole = 7;
    let ordinary = 0;
    for (let index = from; index < to; index++) {
      if (index > from && index < last) {
        sink(row(52, hashes[index]!));
        bits(53, classes[index]!, sink);
        sink(row(54, shapes[index]! & 0x0f));
      }
      if (index > from && tokens.gaps[index]! >= Gap.lineBreak) sink(row(55, 1));
      if (classes[index]! & WordClass.ordinary) ordinary++;
      pattern = Math.imul(pattern, 31) + (classes[index]! & patternClasses);
      whole = Math.imul(whole, 31) ^ hashes[index]!;
    }
    if (length <= 4) sink(row(56, pattern));
    if (length <= 3) sink(row(57, whole));
    sink(row(58, size * 8 + Math.min(ordinary, 7)));
    sink(row(59, ordinary === length ? 1 : ordinary === 0 ? 2 : 3));
    const firstKnown = context.knownType(from, from + 1);
    const lastKnown = context.knownType(last, to);
    sink(row(60, firstKnown * 8 + lastKnown));
    if (firstKnown) sink(row(61, (firstKnown << 24) | (classes[last]! & patternClasses)));
  }
  const quote = from > 0 ? quoteAt(starts[from - 1]!) : 0;
  if (quote && to < tokens.count) sink(row(62, quote * 4 + quoteAt(starts[to]!)));

  function quoteAt(at: number): number {
    const sign = text[at];
    return sign === '"' || sign === '“' || sign === '”' ? 1 : sign === '(' || sign === ')' ? 2 : 0;
  }
}
