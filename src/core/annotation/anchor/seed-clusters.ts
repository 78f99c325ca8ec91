import { grown } from './token-table';

/** Where a pattern may begin in the text, and how many of its short stretches speak for it. */
export interface SeedCluster {
  /** Least and greatest `text offset - pattern offset` of the stretches found. */
  readonly from: number;
  readonly to: number;
  readonly votes: number;
}

/** So many places are looked at per pattern. */
const mostClusters = 8;
/** So many bits of the diagonals are sorted by at a time. */
const digit = { bits: 11, values: 1 << 11 } as const;

/**
 * Short stretches of one pattern found in a text. They lie on diagonals (text offset - pattern
 * offset); neighbouring ones speak for one place. Made once and filled anew for every pattern.
 */
export class SeedHits {
  #count = 0;
  /** Diagonals plus the pattern's length, so that none is negative, and pattern offsets. */
  #diagonals = new Int32Array(1024);
  #offsets = new Int32Array(1024);
  #otherDiagonals = new Int32Array(1024);
  #otherOffsets = new Int32Array(1024);
  readonly #firstOf = new Int32Array(digit.values + 1);
  /** By pattern offset the number of the cluster that it was counted in last. */
  #countedIn = new Int32Array(256);
  #length = 0;

  /** Begins with a pattern of `length` units. */
  begin(length: number): void {
    this.#count = 0;
    this.#length = length;
    if (this.#countedIn.length < length) this.#countedIn = new Int32Array(2 * length);
    this.#countedIn.fill(0, 0, length);
  }

  /** The stretch at `offset` of the pattern stands at `places[from … to]` of the text. */
  add(offset: number, places: Int32Array, from: number, to: number): void {
    if (this.#count + to - from > this.#diagonals.length) this.#grow();
    const bias = this.#length - offset;
    for (let hit = from; hit < to; hit++) {
      this.#offsets[this.#count] = offset;
      this.#diagonals[this.#count++] = places[hit]! + bias;
    }
  }

  /** The places that most stretches speak for, the most first; of equal ones the first in the text. */
  clusters(): SeedCluster[] {
    this.#sort();
    const diagonals = this.#diagonals;
    const gap = Math.max(12, this.#length >>> 2);
    const best: SeedCluster[] = [];
    let number = 0;
    for (let index = 0; index < this.#count;) {
      const from = diagonals[index]!;
      let to = from;
      let votes = 0;
      number++;
      for (; index < this.#count && diagonals[index]! - to <= gap; index++) {
        to = diagonals[index]!;
        const offset = this.#offsets[index]!;
        // A rule or a row of signs is found many times but speaks once.
        if (this.#countedIn[offset] === number) continue;
        this.#countedIn[offset] = number;
        votes++;
      }
      let rank = best.length;
      while (rank > 0 && best[rank - 1]!.votes < votes) rank--;
      if (rank >= mostClusters) continue;
      best.splice(rank, 0, { from: from - this.#length, to: to - this.#length, votes });
      if (best.length > mostClusters) best.pop();
    }
    return best;
  }

  /** Sorts by diagonal, one digit after the other from the lowest (radix sort); stable. */
  #sort(): void {
    let most = 0;
    for (let index = 0; index < this.#count; index++)
      most = Math.max(most, this.#diagonals[index]!);
    for (let shift = 0; most >>> shift > 0; shift += digit.bits) {
      const first = this.#firstOf.fill(0);
      const mask = digit.values - 1;
      for (let index = 0; index < this.#count; index++)
        first[((this.#diagonals[index]! >>> shift) & mask) + 1]!++;
      for (let value = 1; value < digit.values; value++) first[value]! += first[value - 1]!;
      for (let index = 0; index < this.#count; index++) {
        const to = first[(this.#diagonals[index]! >>> shift) & mask]!++;
        this.#otherDiagonals[to] = this.#diagonals[index]!;
        this.#otherOffsets[to] = this.#offsets[index]!;
      }
      [this.#diagonals, this.#otherDiagonals] = [this.#otherDiagonals, this.#diagonals];
      [this.#offsets, this.#otherOffsets] = [this.#otherOffsets, this.#offsets];
      if (shift + digit.bits > 31) break;
    }
  }

  #grow(): void {
    const capacity = 2 * this.#diagonals.length;
    this.#diagonals = grown(this.#diagonals, new Int32Array(capacity));
    this.#offsets = grown(this.#offsets, new Int32Array(capacity));
    this.#otherDiagonals = new Int32Array(capacity);
    this.#otherOffsets = new Int32Array(capacity);
  }
}
