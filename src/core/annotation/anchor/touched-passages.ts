import type { TextRange } from '../../text/text-range';
import { alignByPairs, type TokenisedPattern } from './passage-alignment';
import { readPlacement, type Placement } from './placement';
import type { TokenStretch } from './stretches-around';
import type { TokenisedText } from './token-table';

/** Context taken along with a touched passage: so many tokens, and on to the next unchanged one. */
const contextTokens = 12;
const mostContextTokens = 64;

/**
 * Passages of an old text that were changed themselves, or that say little without what stands around
 * them: each is laid beside the present text with its context, along the words that are in both.
 */
export class TouchedPassages {
  readonly #old: TokenisedText;
  readonly #now: TokenisedText;
  readonly #matches: Int32Array;

  /** @param matches for each token of the old text its token in the present one, or -1 */
  constructor(old: TokenisedText, now: TokenisedText, matches: Int32Array) {
    this.#old = old;
    this.#now = now;
    this.#matches = matches;
  }

  /** A range of the old text (UTF-16), whose tokens are `passage`, with its context. */
  pattern(range: TextRange, { first, end }: TokenStretch): TokenisedPattern {
    const { start: from, end: to } = this.#withContext(first, end);
    const { starts, ends, hashes } = this.#old.tokens;
    const offset = starts[from]!;
    return {
      codes: this.#old.codes.subarray(offset, ends[to - 1]!),
      startsText: from === 0,
      endsText: to === hashes.length,
      quoteStart: Math.max(range.start, starts[first]!) - offset,
      quoteEnd: Math.min(range.end, ends[end - 1]!) - offset,
      tokens: {
        starts: starts.subarray(from, to).map((start) => start - offset),
        ends: ends.subarray(from, to).map((end) => end - offset),
        hashes: hashes.subarray(from, to),
      },
    };
  }

  /** Where the pattern of a passage is now; `undefined` when no word of it is in both texts. */
  place(pattern: TokenisedPattern, { first, end }: TokenStretch): Placement | undefined {
    const { start, end: last } = this.#withContext(first, end);
    const pairs: { pattern: number[]; text: number[] } = { pattern: [], text: [] };
    for (let token = start; token < last; token++) {
      if (this.#matches[token] === -1) continue;
      pairs.pattern.push(token - start);
      pairs.text.push(this.#matches[token]!);
    }
    const alignment = alignByPairs(pattern, this.#now, pairs);
    return alignment && readPlacement(pattern, this.#now, alignment);
  }

  /** The tokens of a passage and of its context. */
  #withContext(first: number, end: number): { start: number; end: number } {
    const enough = (token: number, distance: number): boolean =>
      distance >= mostContextTokens || (distance >= contextTokens && this.#matches[token]! >= 0);
    let start = first;
    while (start > 0 && !enough(start, first - start)) start--;
    let last = end;
    while (last < this.#matches.length && !enough(last - 1, last - end)) last++;
    return { start, end: last };
  }
}
