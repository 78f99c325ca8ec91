/** Runs of so many tokens lead to the places of longer ones. */
const runLength = 3;
/** Of a run that occurs more often only so many places are looked at. */
const mostPlaces = 64;

/** Finds sequences of tokens in a text by the hashes of three neighbours; made in linear time. */
export class TokenRuns {
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #mask: number;

  constructor(readonly hashes: Int32Array) {
    let bits = 8;
    while (1 << bits < hashes.length) bits++;
    this.#mask = (1 << bits) - 1;
    this.#heads = new Int32Array(this.#mask + 1).fill(-1);
    this.#next = new Int32Array(hashes.length);
    for (let token = hashes.length - runLength; token >= 0; token--) {
      const slot = this.#slotOf(hashes, token);
      this.#next[token] = this.#heads[slot]!;
      this.#heads[slot] = token;
    }
  }

  /** Where a sequence of at least three tokens stands, in the order of the text. */
  find(sequence: Int32Array): number[] {
    const found: number[] = [];
    let looked = 0;
    let token = this.#heads[this.#slotOf(sequence, 0)]!;
    for (; token !== -1 && looked < mostPlaces; token = this.#next[token]!, looked++) {
      let length = 0;
      while (length < sequence.length && this.hashes[token + length] === sequence[length]) length++;
      if (length === sequence.length) found.push(token);
    }
    return found;
  }

  #slotOf(hashes: Int32Array, token: number): number {
    let hash = 0;
    for (let index = token; index < token + runLength; index++)
      hash = Math.imul(hash ^ hashes[index]!, 0x5bd1e995) ^ (hash >>> 15);
    return (hash ^ (hash >>> 16)) & this.#mask;
  }
}
