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
  return patterns.map((pattern, number) => {
    const found: number[] = [];
    for (let entry = index.first[number]!; entry < index.first[number + 1]!; entry++) {
      const slot = index.slots[entry]!;
      if (hits.counts[slot]! >= commonFrom) continue;
      const offset = index.offsets[entry]!;
      for (let hit = hits.heads[slot]!; hit !== -1; hit = hits.next[hit]!)
        found.push((hits.places[hit]! - offset) * offsetLimit + offset);
    }
    return cluster(Float64Array.from(found), pattern.codes.length);
  });
}

interface PatternIndex {
  /** Open-addressing table of stretch hashes; 0 is empty. */
  readonly table: Int32Array;
  readonly mask: number;
  /** Per entry: slot of its stretch in the table and offset in the pattern. */
  readonly slots: Int32Array;
  readonly offsets: Int32Array;
  /** First entry of each pattern. */
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
  const slots: number[] = [];
  const offsets: number[] = [];
  const first = new Int32Array(patterns.length + 1);
  // The pattern that used a slot last: of a stretch that a pattern repeats only the first counts.
  const usedBy = new Int32Array(mask + 1).fill(-1);
  patterns.forEach(({ codes }, number) => {
    first[number] = slots.length;
    eachHash(codes, length, (hash, offset) => {
      if (offset % step !== 0) return;
      let slot = mix(hash) & mask;
      while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & mask;
      table[slot] = hash;
      if (usedBy[slot] === number) return;
      usedBy[slot] = number;
      slots.push(slot);
      offsets.push(offset);
    });
  });
  first[patterns.length] = slots.length;
  return { table, mask, slots: Int32Array.from(slots), offsets: Int32Array.from(offsets), first };
}

interface Hits {
  readonly counts: Uint8Array;
  readonly heads: Int32Array;
  readonly next: number[];
  readonly places: number[];
}

function scan(text: Uint16Array, length: number, index: PatternIndex): Hits {
  const { table, mask } = index;
  const counts = new Uint8Array(mask + 1);
  const heads = new Int32Array(mask + 1).fill(-1);
  const next: number[] = [];
  const places: number[] = [];
  eachHash(text, length, (hash, offset) => {
    let slot = mix(hash) & mask;
    while (table[slot] !== 0) {
      if (table[slot] === hash) {
        if (counts[slot]! < commonFrom) {
          counts[slot]!++;
          next.push(heads[slot]!);
          places.push(offset);
          heads[slot] = places.length - 1;
        }
        return;
      }
      slot = (slot + 1) & mask;
    }
  });
  return { counts, heads, next, places };
}

/** Rolling polynomial hash of every stretch, never 0. */
function eachHash(
  codes: Uint16Array,
  length: number,
  take: (hash: number, offset: number) => void,
): void {
  if (codes.length < length) return;
  let power = 1;
  for (let count = 0; count < length; count++) power = Math.imul(power, base);
  let hash = 0;
  for (let index = 0; index < codes.length; index++) {
    hash = (Math.imul(hash, base) + codes[index]! + 1) | 0;
    if (index >= length) hash = (hash - Math.imul(power, codes[index - length]! + 1)) | 0;
    if (index >= length - 1) take(hash || 1, index - length + 1);
  }
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
