import { longestRising } from './longest-rising';

/** An annotation found beyond doubt: where its quote began in the old text, and where it does now. */
export interface FixedPoint {
  readonly old: number;
  readonly now: number;
}

/** What the annotations around say about a place. */
export type PlaceFit =
  /** Both neighbours were moved by the same distance, and so was this. */
  | 'certain'
  /** Moved by nearly the same distance as one of the neighbours. */
  | 'aligned'
  /** Between the neighbours and moved about as far as they were. */
  | 'in place'
  /** Between the neighbours, in no other agreement with them. */
  | 'in order'
  /** Not between the neighbours, but moved exactly as another passage near it was. */
  | 'together'
  /** Not between the neighbours. */
  | 'elsewhere';

/** Edits nearby may move a passage this much against its neighbours, plus a tenth of the distance. */
const slack = 24;
/** A word more or less between a passage and its neighbour. */
const alignedSlack = 8;
/** Passages so far apart do not stand in one sentence, and not farther they may be of one paragraph. */
const apart = 64;
const together = 1000;

/**
 * Tells whether a place agrees with the order and distance of the annotations that were found
 * beyond doubt. Offsets are in one unit, whichever, in the old and in the present text.
 */
export class ExpectedPlaces {
  readonly #points: FixedPoint[];
  readonly #strays: readonly FixedPoint[];

  /** The start of the text is taken for one more point, and its `end` where both are known. Points out of the order that most of them keep (moved passages) are left out. */
  constructor(points: readonly FixedPoint[], end?: FixedPoint) {
    const sorted = [...points].sort((a, b) => a.old - b.old || a.now - b.now);
    const all = [{ old: -1, now: -1 }, ...sorted, ...(end ? [end] : [])];
    const rising = longestRising(Int32Array.from(all, ({ now }) => now));
    this.#points = Array.from(rising, (index) => all[index]!);
    const kept = new Set(this.#points);
    this.#strays = sorted.filter((point) => !kept.has(point));
  }

  /** Where the text that began at `old` most likely begins now. */
  predict(old: number): number {
    const { previous, next } = this.#around(old);
    const nearest =
      previous && next
        ? old - previous.old <= next.old - old
          ? previous
          : next
        : (previous ?? next);
    return nearest ? Math.max(0, old + nearest.now - nearest.old) : old;
  }

  fit(old: number, now: number): PlaceFit {
    const { previous, next } = this.#around(old);
    const shift = now - old;
    if ((previous && now < previous.now) || (next && now > next.now)) {
      const isTogether = this.#strays.some((stray) => {
        const distance = Math.abs(stray.old - old);
        const isNear = distance >= apart && distance <= together;
        return isNear && Math.abs(stray.now - stray.old - shift) <= alignedSlack;
      });
      return isTogether ? 'together' : 'elsewhere';
    }
    const shifts = [previous, next].flatMap((point) => (point ? [point.now - point.old] : []));
    if (shifts.length === 2 && shifts[0] === shifts[1] && shift === shifts[0]) return 'certain';
    if (shifts.some((other) => Math.abs(shift - other) <= alignedSlack)) return 'aligned';
    const distance = Math.min(
      previous ? old - previous.old : Infinity,
      next ? next.old - old : Infinity,
    );
    const tolerance = slack + distance / 10;
    const inPlace =
      shift >= Math.min(...shifts) - tolerance && shift <= Math.max(...shifts) + tolerance;
    return inPlace ? 'in place' : 'in order';
  }

  /**
   * Whether a place is where the neighbours leave it: between them nothing was put in or left out that is
   * as long as the passage with its context, and so no copy of it.
   */
  isHeld(old: number, now: number, length: number): boolean {
    const { previous, next } = this.#around(old);
    if (!previous || !next) return false;
    const shifts = [previous.now - previous.old, next.now - next.old];
    const [least, most] = [Math.min(...shifts), Math.max(...shifts)];
    const shift = now - old;
    return most - least < length && shift >= least - alignedSlack && shift <= most + alignedSlack;
  }

  /** The nearest points on both sides, other than the one of this place itself. */
  #around(old: number): { previous: FixedPoint | undefined; next: FixedPoint | undefined } {
    let low = 0;
    let high = this.#points.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#points[middle]!.old < old) low = middle + 1;
      else high = middle;
    }
    const previous = this.#points[low - 1];
    let after = low;
    while (this.#points[after]?.old === old) after++;
    return { previous, next: this.#points[after] };
  }
}
