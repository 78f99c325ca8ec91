import { SeedHits, type SeedCluster } from './seed-clusters';
import { grown } from './token-table';

/**
 * A passage looked for: context, quote and context in one, in folded units (see `FoldedText`).
 */
export interface Pattern {
  readonly codes: Uint16Array;
  readonly quoteStart: number;
  readonly quoteEnd: number;
}

/** Stretches that occur more often say nothing about the place. */
const commonFrom = 48;

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
  const found = new SeedHits();
  return patterns.map(({ codes }, number) => {
    found.begin(codes.length);
    for (let entry = index.first[number]!; entry < index.first[number + 1]!; entry++) {
      const slot = index.slots[entry]!;
      const from = hits.first[slot]!;
      const to = hits.first[slot + 1]!;
      if (to - from < commonFrom) found.add(index.offsets[entry]!, hits.places, from, to);
    }
    return found.clusters();
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
function scan(text: Uint16Array, length: number, index: PatternIndex): Hits {
  const { table, mask } = index;
  const counts = new Uint8Array(mask + 1);
  let capacity = 4096;
  let hitSlots = new Int32Array(capacity);
  let hitPlaces = new Int32Array(capacity);
  let count = 0;
  const hashes = hashesOf(text, length);
  const { bits, shift } = filterOf(index);
  for (let offset = 0; offset < hashes.length; offset++) {
    const hash = hashes[offset]!;
    const bit = hash >>> shift;
    if ((bits[bit >>> 5]! & (1 << bit)) === 0) continue;
    let slot = mix(hash) & mask;
    while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & mask;
    if (table[slot] === 0 || counts[slot]! >= commonFrom) continue;
    counts[slot]!++;
    if (count === capacity) {
      capacity *= 2;
      hitSlots = grown(hitSlots, new Int32Array(capacity));
      hitPlaces = grown(hitPlaces, new Int32Array(capacity));
    }
    hitSlots[count] = slot;
    hitPlaces[count++] = offset;
  }
  const first = new Int32Array(mask + 2);
  for (let slot = 0; slot <= mask; slot++) first[slot + 1] = first[slot]! + counts[slot]!;
  const places = new Int32Array(count);
  for (let hit = count - 1; hit >= 0; hit--) {
    const slot = hitSlots[hit]!;
    places[first[slot]! + --counts[slot]!] = hitPlaces[hit]!;
  }
  return { first, places };
}

/** Set bits for the hashes of the table, small enough for the processor's cache (Bloom 1970). */
function filterOf({ table, mask }: PatternIndex): { bits: Int32Array; shift: number } {
  const size = 4 * (mask + 1);
  const bits = new Int32Array(size >>> 5);
  const shift = Math.clz32(size - 1);
  for (const hash of table) {
    const bit = hash >>> shift;
    if (hash !== 0) bits[bit >>> 5]! |= 1 << bit;
  }
  return { bits, shift };
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
