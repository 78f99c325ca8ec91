/**
 * Numbers by 32-bit hash: open addressing in typed arrays, several times faster than a `Map` for the
 * look-up that every word of a text needs. 0 stands for absence, as key and as value.
 */
export class HashTable {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly values: Int32Array;

  constructor(entries: ReadonlyMap<number, number>) {
    let size = 16;
    while (size < entries.size * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.values = new Int32Array(size);
    for (const [hash, value] of entries) {
      let slot = hash & this.mask;
      while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = hash;
      this.values[slot] = value;
    }
  }

  /** The value of a hash, 0 when there is none. */
  get(hash: number): number {
    let slot = hash & this.mask;
    for (;;) {
      const key = this.keys[slot]!;
      if (key === hash) return this.values[slot]!;
      if (key === 0) return 0;
      slot = (slot + 1) & this.mask;
    }
  }
}
