/**
 * Numbers by 32-bit hash: open addressing in typed arrays, several times faster than a `Map` for the
 * look-up that every word of a text needs. 0 stands for absence, as key and as value.
 */
export class HashTable {
  private mask = 15;
  private keys = new Int32Array(16);
  private values = new Int32Array(16);
  private count = 0;

  constructor(entries: Iterable<readonly [hash: number, value: number]> = []) {
    for (const [hash, value] of entries) this.set(hash, value);
  }

  /** Keeps a value other than 0 for a hash. */
  set(hash: number, value: number): void {
    let slot = hash & this.mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & this.mask;
    if (this.keys[slot] === 0) {
      // At most half full.
      if (++this.count * 2 > this.keys.length) {
        this.grow();
        this.count--;
        return this.set(hash, value);
      }
      this.keys[slot] = hash;
    }
    this.values[slot] = value;
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

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Int32Array(keys.length * 4);
    this.values = new Int32Array(keys.length * 4);
    this.mask = this.keys.length - 1;
    this.count = 0;
    keys.forEach((key, slot) => {
      if (key !== 0) this.set(key, values[slot]!);
    });
  }
}
