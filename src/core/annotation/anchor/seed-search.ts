/**
 * A passage looked for: context, quote and context in one, in folded units (see `FoldedText`).
 */
export interface Pattern {
  readonly codes: Uint16Array;
  readonly quoteStart: number;
  readonly quoteEnd: number;
}

/** Where a pattern may begin in the text, and how many of its short stretches speak for it. */
export interface SeedCluster {
  /** Least and greatest `text offset - pattern offset` of the stretches found. */
  readonly from: number;
  readonly to: number;
  readonly votes: number;
}

/** Stretches that occur more often say nothing about the place. */
const commonFrom = 48;
/** So many places are looked at per pattern. */
const mostClusters = 8;

/**
 * Finds for every pattern the places of the text that share short stretches (`length` units) with
 * it: the filter of approximate search by exact partial matches (Navarro 2001, section 8), for all
 * patterns in one pass over the text with a rolling hash. Linear in text and patterns together.
 */
export function findSeeds(
  patterns: readonly Pattern[],
  text: Uint16Array,
  length: number,
): SeedCluster[][] {
  const index = indexPatterns(patterns, length);
  const hits = scan(text, length, index);
  let diagonals = new Float64Array(1024);
  return patterns.map((pattern, number) => {
    let count = 0;
    for (let entry = index.first[number]!; entry < index.first[number + 1]!; entry++) {
      const slot = index.slots[entry]!;
      const [from, to] = [hits.first[slot]!, hits.first[slot + 1]!];
      if (to - from >= commonFrom) continue;
      const offset = index.offsets[entry]!;
      if (count + to - from > diagonals.length) {
        const longer = new Float64Array(2 * diagonals.length);
        longer.set(diagonals);
        diagonals = longer;
      }
      for (let hit = from; hit < to; hit++)
        diagonals[count++] = (hits.places[hit]! - offset) * offsetLimit + offset;
    }
    return cluster(diagonals.subarray(0, count), pattern.codes.length);
  });
}

interface PatternIndex {
  /** Open-addressing table of stretch hashes; 0 is empty. */
  readonly table: Int32Array;
  readonly mask: number;
  /** Per entry: slot of its stretch in the table and offset in the pattern. */
  readonly slots: Int32Array;
  readonly offsets: Int32Array;
  /** First entry of each pattern, and one more behind the last. */
  readonly first: Int32Array;
}

const base = 0x2f0b4c47;

function indexPatterns(patterns: readonly Pattern[], length: number): PatternIndex {
  let total = 0;
  for (const { codes } of patterns) total += Math.max(0, codes.length - length + 1);
  // Every second stretch is enough when there are very many.
  const step = total > 60_000 ? (total > 400_000 ? 4 : 2) : 1;
  let bits = 10;
  while (1 << bits < (total / step) * 2 + 2) bits++;
  const mask = (1 << bits) - 1;
  const table = new Int32Array(mask + 1);
  const slots = new Int32Array(total);
  const offsets = new Int32Array(total);
  let count = 0;
  const first = new Int32Array(patterns.length + 1);
  // The pattern that used a slot last: of a stretch that a pattern repeats only the first counts.
  const usedBy = new Int32Array(mask + 1).fill(-1);
  patterns.forEach(({ codes }, number) => {
    first[number] = count;
    const hashes = hashesOf(codes, length);
    for (let offset = 0; offset < hashes.length; offset += step) {
      const hash = hashes[offset]!;
      let slot = mix(hash) & mask;
      while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & mask;
      table[slot] = hash;
      if (usedBy[slot] === number) continue;
      usedBy[slot] = number;
      slots[count] = slot;
      offsets[count++] = offset;
    }
  });
  first[patterns.length] = count;
  return { table, mask, slots, offsets, first };
}

/** Offsets of the text that hold the stretch of each slot of a `PatternIndex`. */
interface Hits {
  /** First hit of each slot, and one more behind the last. */
  readonly first: Int32Array;
  readonly places: Int32Array;
}

/** Of a stretch that occurs more often than `commonFrom` only so many places are kept. */
function scan(text: Uint16Array, length: number, { table, mask }: PatternIndex): Hits {
  const counts = new Uint8Array(mask + 1);
  const hitSlots: number[] = [];
  const hitPlaces: number[] = [];
  const hashes = hashesOf(text, length);
  for (let offset = 0; offset < hashes.length; offset++) {
    const hash = hashes[offset]!;
    let slot = mix(hash) & mask;
    while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & mask;
    if (table[slot] === 0 || counts[slot]! >= commonFrom) continue;
    counts[slot]!++;
    hitSlots.push(slot);
    hitPlaces.push(offset);
  }
  const first = new Int32Array(mask + 2);
  for (let slot = 0; slot <= mask; slot++) first[slot + 1] = first[slot]! + counts[slot]!;
  const places = new Int32Array(hitPlaces.length);
  for (let hit = hitPlaces.length - 1; hit >= 0; hit--) {
    const slot = hitSlots[hit]!;
    places[first[slot]! + --counts[slot]!] = hitPlaces[hit]!;
  }
  return { first, places };
}

/** Rolling polynomial hash of every stretch, never 0. */
function hashesOf(codes: Uint16Array, length: number): Int32Array {
  if (codes.length < length) return new Int32Array(0);
  const hashes = new Int32Array(codes.length - length + 1);
  let power = 1;
  for (let count = 0; count < length; count++) power = Math.imul(power, base);
  let hash = 0;
  for (let index = 0; index < length; index++)
    hash = (Math.imul(hash, base) + codes[index]! + 1) | 0;
  hashes[0] = hash || 1;
  for (let index = length; index < codes.length; index++) {
    hash = (Math.imul(hash, base) + codes[index]! + 1) | 0;
    hash = (hash - Math.imul(power, codes[index - length]! + 1)) | 0;
    hashes[index - length + 1] = hash || 1;
  }
  return hashes;
}

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 15);
}

/** A hit is one number, its diagonal times this plus the offset of the stretch in the pattern. */
const offsetLimit = 2 ** 20;

function cluster(hits: Float64Array, length: number): SeedCluster[] {
  hits.sort();
  const gap = Math.max(12, length >>> 2);
  const clusters: SeedCluster[] = [];
  // A rule or a row of signs is found many times but speaks once.
  const countedIn = new Int32Array(length);
  for (let index = 0; index < hits.length;) {
    const from = Math.floor(hits[index]! / offsetLimit);
    let to = from;
    let votes = 0;
    for (; index < hits.length; index++) {
      const diagonal = Math.floor(hits[index]! / offsetLimit);
      if (diagonal - to > gap) break;
      to = diagonal;
      const offset = hits[index]! - diagonal * offsetLimit;
      if (countedIn[offset] === clusters.length + 1) continue;
      countedIn[offset] = clusters.length + 1;
      votes++;
    }
    clusters.push({ from, to, votes });
  }
  return clusters.sort((a, b) => b.votes - a.votes).slice(0, mostClusters);
}
