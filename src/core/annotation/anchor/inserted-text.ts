import type { TextRange } from '../../text/text-range';
import type { TokenisedPattern } from './passage-alignment';
import { placePassage, type Placement } from './placement';
import { tokensIn } from './slide-zones';
import type { TokenisedText } from './token-table';

/** Runs of so many new tokens lead to copies of a passage. */
const runLength = 3;
/** Runs that occur more often in new text lead nowhere. */
const mostPlaces = 8;
/** So many units around the place that the runs point to are searched. */
const margin = 60;
/** A quote of this length (UTF-16) that reads the same in new text is a copy. */
const tellingQuote = 24;
/** Of so many neighbouring tokens so many are new where more than single words were put in. */
const passageTokens = 12;
const leastNewTokens = 10;

/** What of the present text was not in the old one: where passages were copied or moved to. */
export class InsertedText {
  /** Places in the present text by the hash of the run of new tokens there. */
  #places: Map<number, number[]> | undefined;
  #hasPassages: boolean | undefined;

  /** @param isNew for every token of the present text 1 when it has none in the old text, else 0 */
  constructor(
    readonly now: TokenisedText,
    readonly isNew: Uint8Array,
  ) {}

  /**
   * Whether there is new text that a passage with something of its context can have been moved or copied to,
   * more than single words.
   */
  get hasPassages(): boolean {
    return (this.#hasPassages ??= this.#findPassage());
  }

  #findPassage(): boolean {
    let count = 0;
    for (let token = 0; token < this.isNew.length; token++) {
      count += this.isNew[token]!;
      if (token >= passageTokens) count -= this.isNew[token - passageTokens]!;
      if (count >= leastNewTokens) return true;
    }
    return false;
  }

  /** Whether most of a range of the present text is new. */
  holds(range: TextRange): boolean {
    const { first, end } = tokensIn(this.now.tokens, range);
    let count = 0;
    for (let token = first; token < end; token++) count += this.isNew[token]!;
    return end > first && count >= (end - first) * 0.6;
  }

  /** Places in new text, other than its own, that read like a passage in its context. */
  copiesOf(pattern: TokenisedPattern, own: TextRange | undefined): Placement[] {
    const copies: Placement[] = [];
    for (const at of this.#startsOf(pattern)) {
      const from = this.now.tokens.starts[Math.max(0, at)]! - margin;
      const to = from + pattern.codes.length + 2 * margin;
      // The passage itself is no copy.
      const windows = own
        ? [
            { start: from, end: Math.min(to, own.start) },
            { start: Math.max(from, own.end), end: to },
          ]
        : [{ start: from, end: to }];
      for (const window of windows) {
        const copy = this.#copyIn(pattern, window);
        const isKnown = copies.some(
          ({ start, end }) => copy && start < copy.end && copy.start < end,
        );
        if (copy && !isKnown) copies.push(copy);
      }
    }
    return copies;
  }

  #copyIn(pattern: TokenisedPattern, { start, end }: TextRange): Placement | undefined {
    if (end - start < (pattern.quoteEnd - pattern.quoteStart) / 2) return undefined;
    const copy = placePassage(pattern, this.now, Math.max(0, start), end);
    // Where both sides read as they did, half of a passage is enough to make its place doubtful.
    const near = copy ? copy.before.near + copy.after.near : 0;
    if (!copy || copy.similarity < (near >= 1.8 ? 0.5 : 0.7)) return undefined;
    const isTelling = pattern.quoteEnd - pattern.quoteStart >= tellingQuote;
    const isInContext = near >= 1;
    if (!isInContext && !(isTelling && copy.similarity >= 0.9)) return undefined;
    return this.holds({ start: copy.start, end: copy.end }) ? copy : undefined;
  }

  /** Tokens at which the pattern may begin in new text: at least two of its runs point there. */
  #startsOf({ tokens }: TokenisedPattern): number[] {
    this.#places ??= this.#indexed();
    const votes = new Map<number, number>();
    for (let token = 0; token + runLength <= tokens.hashes.length; token++) {
      for (const place of this.#places.get(hashOf(tokens.hashes, token)) ?? []) {
        // Edits inside shift what follows by a few tokens.
        const start = Math.round((place - token) / 4) * 4;
        votes.set(start, (votes.get(start) ?? 0) + 1);
      }
    }
    return [...votes].filter(([, count]) => count >= 2).map(([start]) => start);
  }

  #indexed(): Map<number, number[]> {
    const places = new Map<number, number[]>();
    let length = 0;
    this.isNew.forEach((isNew, token) => {
      length = isNew === 1 ? length + 1 : 0;
      if (length < runLength) return;
      const first = token + 1 - runLength;
      const hash = hashOf(this.now.tokens.hashes, first);
      const known = places.get(hash);
      if (!known) places.set(hash, [first]);
      else if (known.length < mostPlaces) known.push(first);
    });
    return places;
  }
}

function hashOf(hashes: Int32Array, token: number): number {
  let hash = 0;
  for (let index = token; index < token + runLength; index++)
    hash = Math.imul(hash ^ hashes[index]!, 0x5bd1e995) ^ (hash >>> 15);
  return hash;
}
