import { diff } from 'fast-myers-diff';
import { longestRising, type FixedPoint } from './expected-place';

/** Gaps of up to this many tokens on both sides together are compared with Myers' algorithm. */
const mostForMyers = 1500;
/** Lengths of the stretches that serve as anchors, tried in this order. */
const anchorLengths = [4, 1] as const;

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
  const matches = new Int32Array(old.length).fill(-1);
  const boxes: Box[] = [{ start: 0, end: old.length, otherStart: 0, otherEnd: now.length }];
  for (let box = boxes.pop(); box; box = boxes.pop()) {
    const inner = matchEdges(old, now, box, matches);
    const size = inner.end - inner.start + inner.otherEnd - inner.otherStart;
    if (inner.end === inner.start || inner.otherEnd === inner.otherStart) continue;
    const anchors = size > 60 ? findAnchors(old, now, inner) : [];
    if (anchors.length > 0) boxes.push(...between(inner, anchors));
    else if (size <= mostForMyers) matchByMyers(old, now, inner, matches);
  }
  return matches;
}

/** Matches equal tokens at both ends of a box; returns what is left of it. */
function matchEdges(old: Int32Array, now: Int32Array, box: Box, matches: Int32Array): Box {
  let { start, end, otherStart, otherEnd } = box;
  while (start < end && otherStart < otherEnd && old[start] === now[otherStart])
    matches[start++] = otherStart++;
  while (start < end && otherStart < otherEnd && old[end - 1] === now[otherEnd - 1])
    matches[--end] = --otherEnd;
  return { start, end, otherStart, otherEnd };
}

function findAnchors(old: Int32Array, now: Int32Array, box: Box): FixedPoint[] {
  for (const length of anchorLengths) {
    const anchors = longestRising(sharedOnce(old, now, box, length));
    if (anchors.length > 0) return anchors;
  }
  return [];
}

/** Boxes between neighbouring anchors; each begins with the anchor itself. */
function between(box: Box, anchors: readonly FixedPoint[]): Box[] {
  const boxes: Box[] = [];
  let start = box.start;
  let otherStart = box.otherStart;
  for (const { old, now } of anchors) {
    if (old < start || now < otherStart) continue;
    boxes.push({ start, end: old, otherStart, otherEnd: now });
    start = old;
    otherStart = now;
  }
  boxes.push({ start, end: box.end, otherStart, otherEnd: box.otherEnd });
  return boxes;
}

function matchByMyers(old: Int32Array, now: Int32Array, box: Box, matches: Int32Array): void {
  let at = box.start;
  let other = box.otherStart;
  const take = (end: number): void => {
    while (at < end) matches[at++] = other++;
  };
  const left = old.subarray(box.start, box.end);
  const right = now.subarray(box.otherStart, box.otherEnd);
  for (const [from, to, , otherTo] of diff(left, right)) {
    take(box.start + from);
    at = box.start + to;
    other = box.otherStart + otherTo;
  }
  take(box.end);
}

/** Stretches of `length` tokens that occur exactly once in the box on each side, in order of `old`. */
function sharedOnce(old: Int32Array, now: Int32Array, box: Box, length: number): FixedPoint[] {
  const count = Math.min(box.end - box.start, box.otherEnd - box.otherStart) - length + 1;
  if (count <= 0) return [];
  let bits = 4;
  while (1 << bits < (box.end - box.start) * 2) bits++;
  const mask = (1 << bits) - 1;
  const hashes = new Int32Array(mask + 1);
  // Place in `old` + 1, 0 for an empty slot, -1 for a stretch that occurs again.
  const places = new Int32Array(mask + 1);
  const others = new Int32Array(mask + 1).fill(-1);
  for (let at = box.start; at + length <= box.end; at++) {
    const hash = hashOf(old, at, length);
    let slot = hash & mask;
    while (places[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    places[slot] = places[slot] === 0 ? at + 1 : -1;
    hashes[slot] = hash;
  }
  for (let at = box.otherStart; at + length <= box.otherEnd; at++) {
    const hash = hashOf(now, at, length);
    let slot = hash & mask;
    while (places[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    if (places[slot]! > 0) others[slot] = others[slot] === -1 ? at : -2;
  }
  const shared: FixedPoint[] = [];
  for (let at = box.start; at + length <= box.end; at++) {
    const hash = hashOf(old, at, length);
    let slot = hash & mask;
    while (hashes[slot] !== hash) slot = (slot + 1) & mask;
    if (places[slot]! === at + 1 && others[slot]! >= 0)
      shared.push({ old: at, now: others[slot]! });
  }
  return shared;
}

function hashOf(tokens: Int32Array, at: number, length: number): number {
  let hash = 0;
  for (let index = at; index < at + length; index++)
    hash = Math.imul(hash ^ tokens[index]!, 0x5bd1e995) ^ (hash >>> 13);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
