import { tokenAfter, type TokenTable } from './token-table';

/**
 * A stretch of the old text of which one part was repeated or one of two equal parts deleted, so
 * that a comparison of the texts cannot tell which of the two is the old one. Token indices.
 */
export interface SlideZone {
  readonly start: number;
  readonly end: number;
  /** Tokens of the present text, from a token's counterpart to its double: positive or negative. */
  readonly insertedAt?: number;
  readonly length: number;
}

/**
 * Finds every insertion and deletion that could as well stand some tokens earlier or later
 * ("very good" to "very very good"). Linear but for repeated text.
 *
 * @param matches for every old token the present one, or -1
 */
export function findSlideZones(old: Int32Array, now: Int32Array, matches: Int32Array): SlideZone[] {
  const zones: SlideZone[] = [];
  let at = 0;
  let other = 0;
  while (at < old.length || other < now.length) {
    if (at < old.length && matches[at] === other) {
      at++;
      other++;
      continue;
    }
    const start = at;
    const otherStart = other;
    while (at < old.length && matches[at] === -1) at++;
    other = at < old.length ? matches[at]! : now.length;
    if (at === start) {
      const { left, right } = slides(now, otherStart, other);
      const from = Math.max(0, start - left);
      const to = Math.min(old.length, start + right);
      if (to > from)
        zones.push({ start: from, end: to, insertedAt: start, length: other - otherStart });
    } else if (other === otherStart) {
      const { left, right } = slides(old, start, at);
      if (left + right > 0)
        zones.push({ start: start - left, end: at + right, length: at - start });
    }
  }
  return zones;
}

/**
 * Lets insertions and deletions that could stand some tokens earlier or later begin where a sentence or
 * line does, as people edit, so that they do not cut into a passage beside them. Changes `matches`.
 *
 * @param opens whether a token of the old or the present text opens a sentence or a line
 */
export function settleSlides(
  old: Int32Array,
  now: Int32Array,
  matches: Int32Array,
  opens: { readonly old: (token: number) => boolean; readonly now: (token: number) => boolean },
): void {
  for (let at = 0, other = 0; at < old.length || other < now.length;) {
    if (at < old.length && matches[at] === other) {
      at++;
      other++;
      continue;
    }
    const start = at;
    const otherStart = other;
    while (at < old.length && matches[at] === -1) at++;
    other = at < old.length ? matches[at]! : now.length;
    const isInsertion = at === start;
    const isDeletion = other === otherStart && !isInsertion;
    if (!isInsertion && !isDeletion) continue;
    const shift = isInsertion
      ? shiftToOpening(now, otherStart, other, opens.now)
      : shiftToOpening(old, start, at, opens.old);
    let passed = 0;
    while (passed < shift && matches[start - passed - 1] === otherStart - passed - 1) passed++;
    // Another difference stands in the way.
    if (passed < shift) continue;
    if (isInsertion) {
      for (let token = 1; token <= shift; token++) matches[start - token] = other - token;
    } else {
      for (let token = 1; token <= shift; token++) {
        matches[at - token] = matches[start - token]!;
        matches[start - token] = -1;
      }
    }
  }
}

/** How many tokens a stretch has to move back to begin with an opening; 0 when it cannot. */
function shiftToOpening(
  tokens: Int32Array,
  start: number,
  end: number,
  opens: (token: number) => boolean,
): number {
  const { left } = slides(tokens, start, end);
  // A stretch as long as the way it slides is a copy, and nothing tells which of the two is new.
  for (let shift = 0; shift <= Math.min(left, end - start - 1); shift++)
    if (opens(start - shift)) return shift;
  return 0;
}

/** How far a stretch of a sequence can slide and leave the sequence without it the same. */
function slides(tokens: Int32Array, start: number, end: number): { left: number; right: number } {
  let left = 0;
  while (start - left > 0 && tokens[start - left - 1] === tokens[end - left - 1]) left++;
  let right = 0;
  while (end + right < tokens.length && tokens[end + right] === tokens[start + right]) right++;
  return { left, right };
}

/** Tokens that a range touches: first and behind the last. */
export function tokensIn(
  tokens: TokenTable,
  range: { readonly start: number; readonly end: number },
): { first: number; end: number } {
  const first = tokenAfter(tokens, range.start);
  let end = first;
  while (end < tokens.starts.length && tokens.starts[end]! < range.end) end++;
  return { first, end };
}
