import { tokensIn } from './slide-zones';
import type { TokenTable } from './token-table';

/** Tokens of the text, first and behind the last. */
interface Paragraph {
  readonly first: number;
  readonly end: number;
}

/** A paragraph beside another one that reads nearly the same. */
export type Twin = 'before' | 'after' | 'within';

/** Runs of so many tokens are compared. */
const runLength = 3;
/** Shorter paragraphs are alike by accident. */
const leastTokens = 6;

/**
 * Paragraphs of a text that stand beside a copy of themselves. Where a paragraph was repeated nobody can
 * tell from the text which of the two is the old one, whatever the contexts of a passage say.
 */
export class RepeatedParagraphs {
  /** Token that opens each paragraph, and one more behind the last. */
  readonly #openings: Uint32Array;
  readonly #alike = new Map<number, boolean>();

  /**
   * @param breaks       offsets, in the units of the tokens, at which paragraphs begin, rising
   * @param leastShared  the share of common runs from which on two paragraphs are one and its copy,
   *                     perhaps edited
   * @param mayBeCopies  whether two stretches of tokens may be a paragraph and its copy
   */
  constructor(
    readonly tokens: TokenTable,
    breaks: readonly number[],
    readonly leastShared: number,
    readonly mayBeCopies: (first: number, end: number) => boolean = () => true,
  ) {
    const openings = [0];
    for (const offset of breaks) {
      const { first } = tokensIn(tokens, { start: offset, end: offset });
      if (first > openings.at(-1)! && first < tokens.starts.length) openings.push(first);
    }
    this.#openings = Uint32Array.from([...openings, tokens.starts.length]);
  }

  /** The sides on which a passage has a copy of its own paragraph, with the edge between the two. */
  besides(range: { readonly start: number; readonly end: number }): { twin: Twin; edge: number }[] {
    const { first, end } = tokensIn(this.tokens, range);
    const from = this.#paragraphOf(first);
    const to = this.#paragraphOf(Math.max(first, end - 1));
    const found: { twin: Twin; edge: number }[] = [];
    for (let left = from - 1; left <= to; left++) {
      if (!this.#areAlike(left)) continue;
      const twin = left < from ? 'before' : left === to ? 'after' : 'within';
      const edge = this.tokens.starts[this.#openings[left + 1]!]!;
      found.push({ twin, edge });
    }
    return found;
  }

  #paragraphOf(token: number): number {
    let low = 0;
    let high = this.#openings.length - 1;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (this.#openings[middle]! <= token) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Whether paragraph `left` and the next one are copies of one another. */
  #areAlike(left: number): boolean {
    if (left < 0 || left + 2 >= this.#openings.length) return false;
    const known = this.#alike.get(left);
    if (known !== undefined) return known;
    const one = { first: this.#openings[left]!, end: this.#openings[left + 1]! };
    const other = { first: one.end, end: this.#openings[left + 2]! };
    const [shorter, longer] =
      one.end - one.first <= other.end - other.first ? [one, other] : [other, one];
    const alike =
      this.mayBeCopies(one.first, other.end) &&
      this.#sharedRuns(shorter, longer) >= this.leastShared;
    this.#alike.set(left, alike);
    return alike;
  }

  #sharedRuns(shorter: Paragraph, longer: Paragraph): number {
    const length = shorter.end - shorter.first;
    if (length < leastTokens || length < this.leastShared * (longer.end - longer.first)) return 0;
    const runs = new Set<number>();
    for (let token = longer.first; token + runLength <= longer.end; token++)
      runs.add(this.#run(token));
    let shared = 0;
    for (let token = shorter.first; token + runLength <= shorter.end; token++)
      if (runs.has(this.#run(token))) shared++;
    return shared / (longer.end - longer.first - runLength + 1);
  }

  #run(token: number): number {
    let hash = 0;
    for (let index = token; index < token + runLength; index++)
      hash = Math.imul(hash ^ this.tokens.hashes[index]!, 0x5bd1e995) ^ (hash >>> 15);
    return hash;
  }
}

/** Offsets (UTF-16) of the blank lines that separate paragraphs. */
export function paragraphBreaks(text: string): number[] {
  return Array.from(text.matchAll(/\n[ \t>]{0,20}\n/g), ({ index }) => index);
}
