import type { TextRange } from '../../text/text-range';

/** Leads between a decoded text and the stretch of a file it was decoded from (UTF-16 units). */
export interface OffsetMap {
  /** The smallest stretch of the file that holds a decoded range; a character that was encoded by several is never split. */
  toRaw(range: TextRange): TextRange;
  /** The decoded text of a stretch of the file; empty where nothing of it was decoded. */
  toDecoded(range: TextRange): TextRange;
}

/** A text decoded from a part of a file, with the way back. */
export interface MappedText {
  readonly text: string;
  readonly map: OffsetMap;
  /** A sentence for the user when something could not be decoded as it was declared. */
  readonly problem?: string;
}

/** The map of a text that stands in the file as it is, `delta` units further on. */
export function shiftMap(delta: number): OffsetMap {
  return {
    toRaw: ({ start, end }) => ({ start: start + delta, end: end + delta }),
    toDecoded: ({ start, end }) => ({ start: start - delta, end: end - delta }),
  };
}

/** `outer` leads from a text into a middle text, `inner` from there into the file. */
export function composeMaps(outer: OffsetMap, inner: OffsetMap): OffsetMap {
  return {
    toRaw: (range) => inner.toRaw(outer.toRaw(range)),
    toDecoded: (range) => outer.toDecoded(inner.toDecoded(range)),
  };
}

/** A stretch of a mapped text, with offsets counted from its own start. */
export function sliceMapped(mapped: MappedText, range: TextRange): MappedText {
  return {
    text: mapped.text.slice(range.start, range.end),
    map: composeMaps(shiftMap(range.start), mapped.map),
  };
}

/**
 * A map made of segments in order. A segment whose two sides are equally long is mapped unit by
 * unit; any other is one indivisible step (an escape and the character it stands for). Stretches of
 * the file between segments were dropped (a soft line break, a tag). Look-ups are binary searches.
 */
export class SegmentMap implements OffsetMap {
  readonly #decoded: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;

  /** `decoded` has one entry more than the others: the length of the decoded text. */
  constructor(decoded: readonly number[], starts: readonly number[], ends: readonly number[]) {
    this.#decoded = Uint32Array.from(decoded);
    this.#starts = Uint32Array.from(starts);
    this.#ends = Uint32Array.from(ends);
  }

  toRaw(range: TextRange): TextRange {
    const count = this.#starts.length;
    if (count === 0) return { start: 0, end: 0 };
    const start = this.#rawStart(Math.max(0, range.start));
    if (range.end <= range.start) return { start, end: start };
    return { start, end: Math.max(start, this.#rawEnd(range.end)) };
  }

  toDecoded(range: TextRange): TextRange {
    const count = this.#starts.length;
    if (count === 0) return { start: 0, end: 0 };
    // The first segment that ends behind the start of the range holds its first decoded unit.
    const first = firstAbove(this.#ends, range.start);
    const start = first === count ? this.#decoded[count]! : this.#decodedWithin(first, range.start);
    const last = firstAtLeast(this.#starts, range.end) - 1;
    if (last < first || range.end <= range.start) return { start, end: start };
    const inside = this.#linear(last) && range.end < this.#ends[last]!;
    const end = inside
      ? this.#decoded[last]! + range.end - this.#starts[last]!
      : this.#decoded[last + 1]!;
    return { start, end: Math.max(start, end) };
  }

  #linear(segment: number): boolean {
    const length = this.#decoded[segment + 1]! - this.#decoded[segment]!;
    return length === this.#ends[segment]! - this.#starts[segment]!;
  }

  #decodedWithin(segment: number, raw: number): number {
    const inside = raw > this.#starts[segment]! && this.#linear(segment);
    return this.#decoded[segment]! + (inside ? raw - this.#starts[segment]! : 0);
  }

  #rawStart(offset: number): number {
    const count = this.#starts.length;
    const segment = firstAbove(this.#decoded, offset) - 1;
    if (segment >= count) return this.#ends[count - 1]!;
    const inside = this.#linear(segment) ? offset - this.#decoded[segment]! : 0;
    return this.#starts[segment]! + inside;
  }

  #rawEnd(offset: number): number {
    const segment = Math.min(firstAtLeast(this.#decoded, offset), this.#decoded.length - 1) - 1;
    if (!this.#linear(segment)) return this.#ends[segment]!;
    const length = Math.min(offset, this.#decoded[segment + 1]!) - this.#decoded[segment]!;
    return this.#starts[segment]! + length;
  }
}

/** Index of the first value above `limit` in sorted `values`. */
function firstAbove(values: Uint32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAtLeast(values: Uint32Array, limit: number): number {
  return firstAbove(values, limit - 1);
}
