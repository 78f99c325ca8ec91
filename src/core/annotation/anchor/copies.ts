import type { TextRange } from '../../text/text-range';
import { findSeeds } from './seed-search';
import { tokensIn } from './slide-zones';
import { paragraphAround } from './stretches-around';
import { textReach } from './text-reach';
import type { TokenisedText } from './token-table';
import { TokenRuns } from './token-runs';

/** So many tokens of the unchanged text around a passage are looked for along with it. */
const runContext = 8;
/** A copy so near (UTF-16) may have been put before the passage or behind it. */
const near = 500;
/** So many tokens on either side are compared, and so many more of them in common tell two places apart. */
const surroundings = 12;
const tellingWords = 3;
/** Shorter stretches (tokens) stand in many places by accident. */
const leastTokens = 3;
/** A moved passage is told apart by so many tokens of what moved along on either side. */
const blockContext = 40;
/** Stretches of so many units are compared for likeness; see `findSeeds`. */
const seedLength = 8;
/** With this share of them in common a place reads like the passage that moved. */
const alikeShare = 0.4;

/**
 * Tells of passages of an old text where else in the present text they stand, or something like them.
 * Of copies nobody can tell which one is the old passage. Token indices, or UTF-16 offsets.
 */
export class Copies {
  readonly #origins: Int32Array;
  #runs: TokenRuns | undefined;
  #oldRuns: TokenRuns | undefined;

  /** @param matches for every old token the present one, or -1 */
  constructor(
    readonly old: TokenisedText,
    readonly now: TokenisedText,
    readonly matches: Int32Array,
  ) {
    this.#origins = new Int32Array(now.tokens.hashes.length).fill(-1);
    matches.forEach((match, token) => {
      if (match >= 0) this.#origins[match] = token;
    });
  }

  /** A new copy, verbatim, of an unchanged passage that may be the old one, or the passage itself said twice. */
  beside(first: number, end: number): TextRange | undefined {
    const own = this.matches[first]!;
    for (const shift of [end - first, first - end])
      if (this.#isNewCopy(first, end, own + shift)) return this.#range(own + shift, end - first);
    let [from, to] = [first, end];
    while (from > 0 && first - from < runContext && this.#isJoined(from - 1)) from--;
    while (to < this.matches.length && to - end < runContext && this.#isJoined(to - 1)) to++;
    const copy = this.#newCopies(from, to).find((start) => !this.#isRooted(from, to, start));
    const place =
      copy === undefined ? this.#alikeNearby(first, end, from, to) : copy + first - from;
    return place === undefined ? undefined : this.#range(place, end - first);
  }

  /** Whether the old text goes on around an unchanged passage, on either side, farther than around another place. */
  #isRooted(first: number, end: number, other: number): boolean {
    const own = this.matches[first]!;
    const [old, now] = [this.old.tokens.hashes, this.now.tokens.hashes];
    const length = end - first;
    const goesOn = (step: 1 | -1): boolean => {
      const [from, shift] = step === 1 ? [end, length] : [first - 1, -1];
      const here = textReach(old, now, from, own + shift, step);
      return here > textReach(old, now, from, other + shift, step) + leastTokens;
    };
    return goesOn(-1) && goesOn(1);
  }

  /** Another place for a passage of which little is left around: the same words stand near it. */
  #alikeNearby(first: number, end: number, from: number, to: number): number | undefined {
    if (first - from === runContext || to - end === runContext) return undefined;
    const own = this.matches[first]!;
    const [start, last] = [Math.max(from, first - 2), Math.min(to, end + 2)];
    for (const [one, other] of [
      [start, end],
      [first, last],
    ] as const) {
      const place = this.#found(one, other)
        .map((found) => found + first - one)
        .find((found) => found !== own && this.#reads(first, end, own, found));
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /** Whether the words around one place near another are those around the old passage as well. */
  #reads(first: number, end: number, own: number, other: number): boolean {
    if (!isNear(this.now, other, own)) return false;
    const around = this.#around(this.old, first, first, end);
    const shared = (place: number): number => {
      const words = new Set(this.#around(this.now, place, first, end));
      return around.filter((hash) => words.has(hash)).length;
    };
    return shared(own) - shared(other) < tellingWords;
  }

  #around({ tokens }: TokenisedText, place: number, first: number, end: number): number[] {
    const { hashes } = tokens;
    const last = place + end - first;
    return [
      ...hashes.subarray(Math.max(0, place - surroundings), place),
      ...hashes.subarray(last, last + surroundings),
    ];
  }

  /**
   * Another place for an unchanged passage that was found in another paragraph of the old text, which
   * moved to its place: the passage's own paragraph stands there as it was.
   */
  ofParagraph(first: number, end: number): TextRange | undefined {
    const own = paragraphAround(this.old, { first, end });
    const length = own.end - own.first;
    const place = this.matches[first]!;
    const shift = place - first;
    const isThere = (token: number) => this.matches[token] === token + shift;
    let from = own.first;
    while (from < own.end && isThere(from)) from++;
    if (from === own.end || length < surroundings) return undefined;
    const other = paragraphAround(this.now, { first: place, end: place + end - first });
    const copy = this.#newCopies(own.first, own.end).find((start) => start !== other.first);
    if (copy === undefined) return undefined;
    const moved = this.now.tokens.hashes.subarray(other.first, other.end);
    this.#oldRuns ??= new TokenRuns(this.old.tokens.hashes);
    const isOfOther = this.#oldRuns
      .find(moved)
      .some((start) => start >= own.end || start + moved.length <= own.first);
    if (moved.length < surroundings || !isOfOther) return undefined;
    return this.#range(copy + first - own.first, end - first);
  }

  /** A verbatim copy of a changed passage, or of a part of it that is no longer there. */
  ofChanged(first: number, end: number): TextRange | undefined {
    const whole = this.#newCopies(first, end).find((start) => start !== this.matches[first]);
    if (whole !== undefined) return this.#range(whole, end - first);
    for (let token = first; token < end; token++) {
      const start = token;
      while (token < end && this.matches[token] === -1) token++;
      const [part] = this.#newCopies(start, token);
      if (part !== undefined) return this.#range(part, token - start);
    }
    return undefined;
  }

  /**
   * Whether a passage that went from one place of the old text and came to another of the present
   * one may be another one: what moved along with it stands, or something like it, elsewhere too.
   */
  mayBeAnother(range: TextRange, place: TextRange): boolean {
    const { first, end } = tokensIn(this.old.tokens, range);
    const { first: to, end: toEnd } = tokensIn(this.now.tokens, place);
    const { hashes } = this.old.tokens;
    let before = 0;
    while (
      before < Math.min(blockContext, first, to) &&
      hashes[first - before - 1] === this.now.tokens.hashes[to - before - 1]
    )
      before++;
    let after = 0;
    while (
      after < Math.min(blockContext, hashes.length - end, this.now.tokens.hashes.length - toEnd) &&
      hashes[end + after] === this.now.tokens.hashes[toEnd + after]
    )
      after++;
    const enough = Math.max(0, leastTokens - end + first);
    const from = first - Math.min(before, enough);
    const isCopied = this.#newCopies(from, end + Math.min(after, enough)).some(
      (copy) => copy !== to - (first - from),
    );
    if (isCopied) return true;
    const start = this.old.tokens.starts[first - before]!;
    const codes = this.old.codes.subarray(start, this.old.tokens.ends[end + after - 1]!);
    const isElsewhere = (text: TokenisedText, own: number): boolean => {
      const [clusters] = findSeeds(
        [{ codes, quoteStart: 0, quoteEnd: codes.length }],
        text.codes,
        seedLength,
      );
      return clusters!.some(
        (cluster) =>
          cluster.votes >= alikeShare * (codes.length - seedLength + 1) &&
          (cluster.from > own + codes.length / 2 || cluster.to < own - codes.length / 2),
      );
    };
    return (
      isElsewhere(this.old, start) || isElsewhere(this.now, this.now.tokens.starts[to - before]!)
    );
  }

  /** Where the tokens `first` to `end` of the old text stand without having been there before. */
  #newCopies(first: number, end: number): number[] {
    return this.#found(first, end).filter((start) => this.#isNewCopy(first, end, start));
  }

  #found(first: number, end: number): number[] {
    if (end - first < leastTokens) return [];
    this.#runs ??= new TokenRuns(this.now.tokens.hashes);
    return this.#runs.find(this.old.tokens.hashes.subarray(first, end));
  }

  #isNewCopy(first: number, end: number, start: number): boolean {
    const length = end - first;
    if (start < 0 || start + length > this.#origins.length) return false;
    for (let token = 0; token < length; token++)
      if (this.now.tokens.hashes[start + token] !== this.old.tokens.hashes[first + token])
        return false;
    const origin = this.#origins[start]!;
    for (let token = 0; token < length; token++)
      if (origin === -1 || this.#origins[start + token] !== origin + token) return true;
    return false;
  }

  /** Whether a token and the next one are neighbours in both texts. */
  #isJoined(token: number): boolean {
    const match = this.matches[token]!;
    return match !== -1 && this.matches[token + 1] === match + 1;
  }

  #range(first: number, count: number): TextRange {
    const { starts, ends } = this.now.tokens;
    return { start: starts[first]!, end: ends[first + count - 1]! };
  }
}

function isNear({ tokens }: TokenisedText, one: number, other: number): boolean {
  return Math.abs(tokens.starts[one]! - tokens.starts[other]!) <= near;
}
