import { countBelow } from './sorted-offsets';

/**
 * Offsets of a text as it was decoded, with its own line ends and perhaps a byte order mark, as
 * offsets of its canonical text (see `SourceText`). Made in one pass over the text; each conversion
 * is a binary search. Both are UTF-16.
 */
export class DecodedOffsets {
  /** Units that the canonical text does without, rising. */
  readonly #dropped: Uint32Array;

  constructor(decoded: string) {
    const dropped = decoded.charCodeAt(0) === 0xfeff ? [0] : [];
    for (let at = decoded.indexOf('\r\n'); at !== -1; at = decoded.indexOf('\r\n', at + 2))
      dropped.push(at + 1);
    this.#dropped = Uint32Array.from(dropped);
  }

  /** An offset within a line end counts as the one behind it. */
  toCanonical(offset: number): number {
    return offset - countBelow(this.#dropped, offset);
  }
}
