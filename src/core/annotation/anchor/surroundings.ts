import { isTelling } from './context-match';
import { readsTheSame } from './stored-position';
import { paragraphAround, sentencesAround, type TokenStretch } from './stretches-around';
import type { TokenisedText } from './token-table';

/** So many tokens unchanged on both sides of a passage leave no doubt about it. */
const intactTokens = 8;
/** With a smaller share of its sentence left, a few words may be there by chance. */
const leastOfSentence = 0.6;
/** So many tokens beyond a sentence or paragraph are looked at. */
const neighbourTokens = 12;
/** So many tokens may be put in or left out before the text goes on. */
const longestEdit = 8;
/** An unchanged stretch of this length (UTF-16) shows that a neighbour is still there. */
const tellingLength = 8;
/** Shorter sentences (tokens) are alike by accident. */
const leastTokens = 4;

/**
 * Tells what became of the text around a passage of the old one. Token indices of the old text; `matches` has
 * for every old token the present one, or -1.
 */
export class Surroundings {
  constructor(
    readonly oldText: string,
    readonly text: string,
    readonly old: TokenisedText,
    readonly now: TokenisedText,
    readonly matches: Int32Array,
  ) {}

  /** Whether the passage and what stands around it are the same, side by side, in both texts. */
  areIntact({ first, end }: TokenStretch): boolean {
    const from = Math.max(0, first - intactTokens);
    const to = Math.min(this.matches.length, end + intactTokens);
    for (let token = from + 1; token < to; token++)
      if (this.matches[token] !== this.matches[token - 1]! + 1) return false;
    return this.matches[from] !== -1;
  }

  /** Whether most of the sentences that a short passage stands in went. */
  areRewritten(passage: TokenStretch): boolean {
    const sentences = this.#sentences(passage);
    const { first } = passage;
    let kept = 0;
    for (let token = sentences.first; token < sentences.end; token++) {
      const isNear = Math.abs(this.matches[token]! - this.matches[first]! - token + first);
      if (this.matches[token]! >= 0 && isNear <= sentences.end - sentences.first) kept++;
    }
    return kept < leastOfSentence * (sentences.end - sentences.first);
  }

  /**
   * Whether other words stand in the sentences of a passage, and other sentences beside them: then they may
   * be others of the same make.
   */
  areOthers(passage: TokenStretch): boolean {
    const sentences = this.#sentences(passage);
    return (
      this.#wasReworded(sentences.first, sentences.end) && !this.#hasNeighbour(passage, sentences)
    );
  }

  #wasReworded(first: number, end: number): boolean {
    let previous = -1;
    for (let token = first; token < end; token++) {
      const match = this.matches[token]!;
      if (match === -1) continue;
      const isReplaced =
        previous !== -1 && token - previous > 1 && match - this.matches[previous]! > 1;
      if (isReplaced && !this.#readsTheSame(previous, token)) return true;
      previous = token;
    }
    return false;
  }

  #readsTheSame(from: number, to: number): boolean {
    const [old, now] = [this.old.tokens, this.now.tokens];
    return readsTheSame(
      this.oldText.slice(old.ends[from]!, old.starts[to]!).trim(),
      this.text.slice(now.ends[this.matches[from]!]!, now.starts[this.matches[to]!]!).trim(),
    );
  }

  /** Whether beside a passage the same was deleted or moved away: either may be what is left. */
  hadTwin(passage: TokenStretch): boolean {
    return (
      this.#hasDeletedTwin(this.#sentences(passage)) ||
      this.#hasPartedTwin(paragraphAround(this.old, passage))
    );
  }

  /** Whether the next or the last paragraph was the same, and does not stand beside this one any more. */
  #hasPartedTwin({ first, end }: TokenStretch): boolean {
    const length = end - first;
    if (length < leastTokens) return false;
    const { hashes } = this.old.tokens;
    return [first - length, end].some((twin) => {
      if (twin < 0 || twin + length > hashes.length) return false;
      for (let token = 0; token < length; token++)
        if (hashes[twin + token] !== hashes[first + token]) return false;
      return !this.#areBeside(Math.min(twin, first), length);
    });
  }

  /** Whether of two stretches of `length` tokens, one behind the other, most is left, side by side. */
  #areBeside(first: number, length: number): boolean {
    let [kept, last] = [0, -1];
    for (let token = first; token < first + 2 * length; token++) {
      const match = this.matches[token]!;
      if (match === -1) continue;
      kept++;
      const isTorn =
        last !== -1 && Math.abs(match - token - this.matches[last]! + last) > longestEdit;
      if (isTorn) return false;
      last = token;
    }
    return kept > 1.5 * length;
  }

  #hasDeletedTwin({ first, end }: TokenStretch): boolean {
    const length = end - first;
    if (length < leastTokens) return false;
    const isTwin = (at: number): boolean => {
      for (let token = 0; token < length; token++)
        if (this.old.tokens.hashes[at + token] !== this.old.tokens.hashes[first + token])
          return false;
      return true;
    };
    let behind = end;
    while (behind < this.matches.length && this.matches[behind] === -1) behind++;
    let ahead = first;
    while (ahead > 0 && this.matches[ahead - 1] === -1) ahead--;
    for (let at = end; at + length <= behind; at++) if (isTwin(at)) return true;
    for (let at = ahead; at + length <= first; at++) if (isTwin(at)) return true;
    return false;
  }

  /** Whether the paragraph of a passage stands among others than before. */
  wereLeft(passage: TokenStretch): boolean {
    return !this.#hasNeighbour(passage, paragraphAround(this.old, passage));
  }

  /** Whether the text before or behind a stretch around a passage still stands beside it. */
  #hasNeighbour(passage: TokenStretch, stretch: TokenStretch): boolean {
    let head = passage.first;
    while (head < passage.end && !this.#isHeldWord(head)) head++;
    let tail = passage.end - 1;
    while (tail > head && !this.#isHeldWord(tail)) tail--;
    if (head === passage.end) return false;
    return this.#goesOn(head, stretch.first, -1) || this.#goesOn(tail, stretch.end - 1, 1);
  }

  /** Whether the text goes on from a token that is still there to beyond the edge of its stretch. */
  #goesOn(held: number, edge: number, step: 1 | -1): boolean {
    const last = edge + step * neighbourTokens;
    let near = held;
    let run = 0;
    for (let token = held + step; (last - token) * step >= 0; token += step) {
      if (token < 0 || token === this.matches.length)
        return this.#reachesEdge(this.matches[near]!, step);
      const match = this.matches[token]!;
      const isJoined = match !== -1 && match - step === this.matches[token - step];
      if (!isJoined) run = 0;
      if (!this.#isHeldWord(token)) continue;
      if (Math.abs(match - token - this.matches[near]! + near) > longestEdit) return false;
      near = token;
      if ((token - edge) * step > 0)
        run += this.old.tokens.ends[token]! - this.old.tokens.starts[token]!;
      if (run >= tellingLength) return true;
    }
    return false;
  }

  #reachesEdge(match: number, step: 1 | -1): boolean {
    const beyond = match + step * neighbourTokens;
    return beyond < 0 || beyond >= this.now.tokens.starts.length;
  }

  /** A mark may as well be the one of the next sentences. */
  #isHeldWord(token: number): boolean {
    return this.matches[token] !== -1 && isTelling(this.old.codes[this.old.tokens.starts[token]!]!);
  }

  #sentences(passage: TokenStretch): TokenStretch {
    return sentencesAround(this.oldText, this.old.tokens, passage);
  }
}
