/** A set of hashes with false positives: one bit each. */
export class WordFilter {
  readonly #bits: Uint32Array;
  readonly #shift: number;

  constructor(hashes: ReadonlySet<number>) {
    // Sixteen bits a word; not so many that they leave the processor's cache.
    const wanted = Math.max(12, Math.min(23, Math.ceil(Math.log2((hashes.size + 1) * 16))));
    this.#bits = new Uint32Array(2 ** (wanted - 5));
    this.#shift = 32 - wanted;
    for (const hash of hashes) {
      const bit = Math.imul(hash, 0x9e3779b1) >>> this.#shift;
      this.#bits[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  has(hash: number): boolean {
    const bit = Math.imul(hash, 0x9e3779b1) >>> this.#shift;
    return (this.#bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }
}
