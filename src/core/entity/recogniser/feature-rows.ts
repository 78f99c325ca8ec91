/** Features are hashed into a table of this many rows (as a power of two). */
export const featureBits = 18;

/** Collects the rows of the features that hold; reused, since it is filled for every capitalised word. */
export class FeatureRows {
  readonly rows = new Int32Array(256);
  count = 0;

  /** Adds the feature that `template` has this value. */
  add(template: number, value: number): void {
    const mixed = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
    this.rows[this.count++ & 0xff] =
      Math.imul(mixed ^ (value >>> 15), 0xc2b2ae35) >>> (32 - featureBits);
  }

  /** Adds one feature for each bit that is set. */
  addBits(template: number, mask: number): void {
    for (let rest = mask; rest !== 0; rest &= rest - 1) this.add(template, rest & -rest);
  }
}
