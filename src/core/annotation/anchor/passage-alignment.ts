import { alignCharacters } from './character-alignment';
import type { Pattern } from './seed-search';
import { settleInsertions } from './settle-insertions';
import { alignTokens, type TokenPairs } from './token-alignment';
import { isSpace, tokenAfter, type TokenisedText, type TokenTable } from './token-table';

/** A passage looked for, with its tokens. */
export interface TokenisedPattern extends Pattern {
  readonly tokens: TokenTable;
  /** The context before the quote reached the start of the old text. */
  readonly startsText: boolean;
  /** The context behind the quote reached its end. */
  readonly endsText: boolean;
}

/** A stretch of the pattern and the different stretch of the text that stands for it. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly textStart: number;
  readonly textEnd: number;
  /** The text that stands for the gap and what is missing right beside it. */
  readonly aroundStart: number;
  readonly aroundEnd: number;
  /** Beyond the outermost words in common, where nobody knows what stands for the pattern. */
  readonly isOpen: boolean;
}

/** A pattern laid on a text, unit by unit; all offsets in folded units. */
export interface PassageAlignment {
  /** For every offset of the pattern (its length included) the offset in the text; until the next alignment. */
  readonly offsets: Int32Array;
  /** Whether each unit of the pattern stands unchanged in the text; until the next alignment. */
  readonly kept: Uint8Array;
  /** Where pattern and text differ, split at the edges of the quote. */
  readonly gaps: readonly Gap[];
}

/** Less alike stretches are not one text that was edited but two texts. */
const leastSimilarity = 0.5;
/** Longer differences in the context are not compared letter by letter. */
const longestInContext = 40;

/**
 * Lays a pattern on the text between units `from` and `to`: equal tokens first, then, between them,
 * character by character. `undefined` when they have no word in common.
 */
export function alignPassage(
  pattern: TokenisedPattern,
  text: TokenisedText,
  from: number,
  to: number,
): PassageAlignment | undefined {
  const first = tokenAfter(text.tokens, from);
  let last = tokenAfter(text.tokens, to - 1);
  if (last < text.tokens.ends.length && text.tokens.starts[last]! < to) last++;
  if (last <= first) return undefined;
  const pairs = alignTokens(pattern.tokens, text.tokens, first, last);
  if (!pairs) return undefined;
  const { start, end } = { start: pattern.quoteStart, end: pattern.quoteEnd };
  if (end > start) settleInsertions(pairs, pattern.tokens, text.tokens, { start, end });
  return alignByPairs(pattern, text, pairs);
}

/** The same with the pairs of equal tokens known. */
export function alignByPairs(
  pattern: TokenisedPattern,
  text: TokenisedText,
  pairs: TokenPairs,
): PassageAlignment | undefined {
  return pairs.pattern.length === 0 ? undefined : new PassageReading(pattern, text, pairs);
}

/** Of thousands of places looked at most are given up at once, so their tables share one memory. */
let offsets = new Int32Array(0);
let kept = new Uint8Array(0);
/** Units of a gap that stand in the text, if the gap is an edited form of it. */
let same = new Uint8Array(0);

class PassageReading implements PassageAlignment {
  readonly offsets: Int32Array;
  readonly kept: Uint8Array;
  readonly gaps: Gap[] = [];

  constructor(
    readonly pattern: TokenisedPattern,
    readonly text: TokenisedText,
    pairs: TokenPairs,
  ) {
    const { tokens, codes } = pattern;
    if (same.length < codes.length) {
      offsets = new Int32Array(2 * codes.length + 1);
      kept = new Uint8Array(2 * codes.length);
      same = new Uint8Array(2 * codes.length);
    }
    this.offsets = offsets;
    this.kept = kept;
    offsets.fill(0, 0, codes.length + 1);
    kept.fill(0, 0, codes.length);
    const lastPair = pairs.pattern.length - 1;
    this.#readHead(tokens.starts[pairs.pattern[0]!]!, text.tokens.starts[pairs.text[0]!]!);
    for (let index = 0; index <= lastPair; index++) {
      const start = tokens.starts[pairs.pattern[index]!]!;
      const end = tokens.ends[pairs.pattern[index]!]!;
      const at = text.tokens.starts[pairs.text[index]!]!;
      for (let unit = start; unit < end; unit++) {
        this.offsets[unit] = at + unit - start;
        this.kept[unit] = 1;
      }
      this.offsets[end] = at + end - start;
      if (index < lastPair) {
        const next = tokens.starts[pairs.pattern[index + 1]!]!;
        this.#readGap(end, next, at + end - start, text.tokens.starts[pairs.text[index + 1]!]!);
      }
    }
    const end = tokens.ends[pairs.pattern[lastPair]!]!;
    this.#readTail(end, text.tokens.ends[pairs.text[lastPair]!]!);
  }

  /** Pattern before the first pair: the text before it of the same length may be its edited form. */
  #readHead(pairStart: number, textPairStart: number): void {
    let end = pairStart;
    let textEnd = textPairStart;
    // A context begins anywhere in a word, which then is no token of the text.
    while (end > 0 && textEnd > 0 && this.pattern.codes[end - 1] === this.text.codes[textEnd - 1]) {
      this.kept[--end] = 1;
      this.offsets[end] = --textEnd;
    }
    if (end === 0) return;
    const textStart = this.#edge(Math.max(0, textEnd - end), 0);
    const { quoteStart } = this.pattern;
    const isEdited = this.#readGap(0, end, textStart, textEnd, quoteStart);
    if (quoteStart < end && !isEdited) this.offsets[quoteStart] = textEnd;
  }

  #readTail(pairEnd: number, textPairEnd: number): void {
    const { codes, quoteEnd } = this.pattern;
    let start = pairEnd;
    let textStart = textPairEnd;
    while (start < codes.length && codes[start] === this.text.codes[textStart]) {
      this.kept[start] = 1;
      this.offsets[start++] = textStart++;
    }
    const end = codes.length;
    this.offsets[end] = textStart;
    if (start === end) return;
    const reach = Math.min(this.text.codes.length, textStart + end - start);
    const textEnd = this.#edge(reach, textStart);
    this.offsets[end] = textEnd;
    const isEdited = this.#readGap(start, end, textStart, textEnd, quoteEnd - 1);
    if (quoteEnd > start && !isEdited) this.offsets[quoteEnd] = textStart;
  }

  /**
   * Pattern units `start … end` stand for text units `textStart … textEnd`, somehow.
   *
   * @param asked given for a gap beyond the outermost pair of tokens: a unit of the pattern
   * @returns whether the part that this unit belongs to is alike enough to be an edited form of the text
   */
  #readGap(
    start: number,
    end: number,
    textStart: number,
    textEnd: number,
    asked?: number,
  ): boolean {
    const { quoteStart, quoteEnd } = this.pattern;
    // Context matters less: only what may be one word mistyped is worth comparing letter by letter.
    const isContext = end <= quoteStart || start >= quoteEnd;
    const isLong = Math.max(end - start, textEnd - textStart) > longestInContext;
    const isCompared =
      !(isContext && isLong) &&
      alignCharacters(
        { codes: this.pattern.codes, start, end },
        { codes: this.text.codes, start: textStart, end: textEnd },
        this.offsets,
        same,
      );
    // Too long to compare: the quote ends before such a gap, or begins behind it.
    if (!isCompared)
      for (let unit = start; unit < end; unit++)
        this.offsets[unit] = unit <= quoteStart && start < quoteStart ? textEnd : textStart;
    // White space between quote and context is no context that could claim text of the gap.
    const from = this.#isSpace(start, quoteStart) ? start : quoteStart;
    const to = this.#isSpace(quoteEnd, end) ? end : quoteEnd;
    // Beyond the outermost pair nobody knows what stands for the pattern.
    const isOpen = asked !== undefined;
    let isAskedEdited = false;
    for (let cut = start; ;) {
      let next = end;
      if (to > cut && to < next) next = to;
      if (from > cut && from < next) next = from;
      const textFrom = cut === start ? textStart : this.#edge(this.offsets[cut]!, textStart);
      const textTo = next === end ? textEnd : this.#edge(this.offsets[next]!, textStart);
      if (cut > start) this.offsets[cut] = textFrom;
      const isEdited = this.#readPart(isCompared, {
        start: cut,
        end: next,
        textStart: textFrom,
        textEnd: textTo,
        aroundStart: isOpen ? textFrom : textStart,
        aroundEnd: isOpen ? textTo : textEnd,
        isOpen,
      });
      if (isOpen && asked >= cut && asked < next) isAskedEdited = isEdited;
      if (next === end) break;
      cut = next;
    }
    if (from === start && quoteStart < end) this.offsets[quoteStart] = textStart;
    if (to === end && quoteEnd > start) this.offsets[quoteEnd] = textEnd;
    return isAskedEdited;
  }

  /** Whether a stretch of the pattern is white space, and not empty. */
  #isSpace(start: number, end: number): boolean {
    return end > start && onlySpace(this.pattern.codes, start, end);
  }

  #readPart(isCompared: boolean, part: Gap): boolean {
    const { start, end, textStart, textEnd } = part;
    const isBlank =
      onlySpace(this.pattern.codes, start, end) && onlySpace(this.text.codes, textStart, textEnd);
    if (isBlank) return false;
    this.gaps.push(part);
    if (!isCompared) return false;
    let count = 0;
    for (let unit = start; unit < end; unit++) count += same[unit]!;
    if (count < leastSimilarity * Math.max(end - start, textEnd - textStart)) return false;
    for (let unit = start; unit < end; unit++) this.kept[unit] = same[unit]!;
    return true;
  }

  /** The edge of a token nearest to a unit of the text; not before `least`. */
  #edge(unit: number, least: number): number {
    const { starts, ends } = this.text.tokens;
    const token = tokenAfter(this.text.tokens, unit);
    if (token === starts.length || starts[token]! >= unit) return Math.max(least, unit);
    const nearer = unit - starts[token]! <= ends[token]! - unit ? starts[token]! : ends[token]!;
    return Math.max(least, nearer);
  }
}

function onlySpace(codes: Uint16Array, start: number, end: number): boolean {
  for (let unit = start; unit < end; unit++) if (!isSpace(codes[unit]!)) return false;
  return true;
}
