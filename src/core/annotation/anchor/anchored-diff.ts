import { diff } from 'fast-myers-diff';
import { longestRising } from './longest-rising';

/** Gaps of up to this many tokens on both sides together are compared with Myers' algorithm. */
const mostForMyers = 1500;
/** Smaller boxes are compared without looking for anchors in them. */
const leastForAnchors = 60;
/** Lengths of the stretches that serve as anchors, tried in this order. */
const anchorLengths = [4, 1] as const;

/** Tokens `start … end` of the old text against tokens `otherStart … otherEnd` of the present one. */
interface Box {
  readonly start: number;
  readonly end: number;
  readonly otherStart: number;
  readonly otherEnd: number;
}

/**
 * Compares two sequences of token hashes: for every token of `old` the index of the token of `now`
 * that it became, or -1. Stretches that occur once on both sides are anchors, of which the longest
 * rising chain is kept (patience diff, Cohen); what lies between is treated the same way and in the
 * end with Myers' O(ND) algorithm (1986), always on boxes of bounded size. There is no deadline, so
 * the result does not depend on the machine; in a large stretch without any anchor nothing is
 * matched.
 */
export function matchTokens(old: Int32Array, now: Int32Array): Int32Array {
  const matching = new TokenMatching(old, now);
  matching.run();
  return matching.matches;
}

class TokenMatching {
  readonly matches: Int32Array;
  /** Boxes that both texts still have tokens in. */
  readonly #open: Box[] = [];

  constructor(
    readonly old: Int32Array,
    readonly now: Int32Array,
  ) {
    this.matches = new Int32Array(old.length).fill(-1);
  }

  run(): void {
    this.#add(0, this.old.length, 0, this.now.length);
    for (let box = this.#open.pop(); box; box = this.#open.pop()) {
      const size = box.end - box.start + box.otherEnd - box.otherStart;
      if (size > leastForAnchors && this.#splitAtAnchors(box)) continue;
      if (size <= mostForMyers) this.#matchByMyers(box);
    }
  }

  /** Matches equal tokens at both ends of a box; what is left of it is looked at later. */
  #add(start: number, end: number, otherStart: number, otherEnd: number): void {
    const { old, now, matches } = this;
    while (start < end && otherStart < otherEnd && old[start] === now[otherStart])
      matches[start++] = otherStart++;
    while (start < end && otherStart < otherEnd && old[end - 1] === now[otherEnd - 1])
      matches[--end] = --otherEnd;
    const length = end - start;
    const otherLength = otherEnd - otherStart;
    if (length === 0 || otherLength === 0) return;
    // One word replaced, the most frequent edit of all, has nothing in common with what replaced it.
    if (length === 1 && !includes(now, old[start]!, otherStart, otherEnd)) return;
    if (otherLength === 1 && !includes(old, now[otherStart]!, start, end)) return;
    this.#open.push({ start, end, otherStart, otherEnd });
  }

  /** Splits a box at the stretches that occur once on both sides; each part begins with one. */
  #splitAtAnchors(box: Box): boolean {
    for (const length of anchorLengths) {
      const anchors = sharedOnce(this.old, this.now, box, length);
      const rising = longestRising(anchors.now);
      if (rising.length === 0) continue;
      let { start, otherStart } = box;
      for (const index of rising) {
        const end = anchors.old[index]!;
        const otherEnd = anchors.now[index]!;
        if (end < start || otherEnd < otherStart) continue;
        this.#add(start, end, otherStart, otherEnd);
        start = end;
        otherStart = otherEnd;
      }
      this.#add(start, box.end, otherStart, box.otherEnd);
      return true;
    }
    return false;
  }

  #matchByMyers(box: Box): void {
    let at = box.start;
    let other = box.otherStart;
    const take = (end: number): void => {
      while (at < end) this.matches[at++] = other++;
    };
    const left = this.old.subarray(box.start, box.end);
    const right = this.now.subarray(box.otherStart, box.otherEnd);
    for (const [from, to, , otherTo] of diff(left, right)) {
      take(box.start + from);
      at = box.start + to;
      other = box.otherStart + otherTo;
    }
    take(box.end);
  }
}

function includes(tokens: Int32Array, token: number, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (tokens[index] === token) return true;
  return false;
}

/** Stretches that stand once in each text: where, in the order of the old one. */
interface Anchors {
  readonly old: Int32Array;
  readonly now: Int32Array;
}

/** Stretches of `length` tokens that occur exactly once in the box on each side. */
function sharedOnce(old: Int32Array, now: Int32Array, box: Box, length: number): Anchors {
  const count = box.end - box.start - length + 1;
  if (count <= 0 || box.otherEnd - box.otherStart < length) return none;
  let bits = 4;
  while (1 << bits < (box.end - box.start) * 2) bits++;
  const mask = (1 << bits) - 1;
  // Two cells a slot: the place in `old` + 1, 0 for an empty slot, -1 for a stretch that occurs
  // again; and the hash.
  const table = new Int32Array(2 * (mask + 1));
  for (let at = 0; at < count; at++) {
    const hash = hashOf(old, box.start + at, length);
    let cell = (hash & mask) << 1;
    while (table[cell] !== 0 && table[cell + 1] !== hash) cell = (cell + 2) & (2 * mask);
    table[cell] = table[cell] === 0 ? at + 1 : -1;
    table[cell + 1] = hash;
  }
  // For every stretch of `old` its place in `now`, -1 for none, -2 for several.
  const places = new Int32Array(count).fill(-1);
  let found = 0;
  for (let at = box.otherStart; at + length <= box.otherEnd; at++) {
    const hash = hashOf(now, at, length);
    let cell = (hash & mask) << 1;
    while (table[cell] !== 0 && table[cell + 1] !== hash) cell = (cell + 2) & (2 * mask);
    const place = table[cell]! - 1;
    if (place < 0) continue;
    if (places[place] === -1) found++;
    places[place] = places[place] === -1 ? at : -2;
  }
  const anchors = { old: new Int32Array(found), now: new Int32Array(found) };
  let taken = 0;
  for (let at = 0; at < count; at++) {
    if (places[at]! < 0) continue;
    anchors.old[taken] = box.start + at;
    anchors.now[taken++] = places[at]!;
  }
  return { old: anchors.old.subarray(0, taken), now: anchors.now.subarray(0, taken) };
}

const none: Anchors = { old: new Int32Array(0), now: new Int32Array(0) };

function hashOf(tokens: Int32Array, at: number, length: number): number {
  let hash = 0;
  for (let index = at; index < at + length; index++)
    hash = Math.imul(hash ^ tokens[index]!, 0x5bd1e995) ^ (hash >>> 13);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
