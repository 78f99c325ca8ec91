/** An edit of so many tokens, left out or put in, does not end what goes on behind it. */
const longestEdit = 8;
/** So many equal tokens are the same text going on. */
const leastRun = 3;
/** No text is followed farther. */
const farthest = 4000;

/**
 * How many tokens the old text goes on in the present one, from old token `from` and present token `to`
 * in one direction, over small edits.
 */
export function textReach(
  old: Int32Array,
  now: Int32Array,
  from: number,
  to: number,
  step: 1 | -1,
): number {
  let [at, other] = [from, to];
  for (;;) {
    while (isSame(old, now, at, other) && Math.abs(at - from) < farthest) {
      at += step;
      other += step;
    }
    const next = behindEdit(old, now, at, other, step);
    if (!next || Math.abs(at - from) >= farthest) return Math.abs(at - from);
    [at, other] = next;
  }
}

function isSame(old: Int32Array, now: Int32Array, at: number, other: number): boolean {
  return at >= 0 && at < old.length && old[at] === now[other];
}

/** Where both texts are the same again behind the smallest edit. */
function behindEdit(
  old: Int32Array,
  now: Int32Array,
  at: number,
  other: number,
  step: 1 | -1,
): [number, number] | undefined {
  for (let size = 1; size <= 2 * longestEdit; size++)
    for (let left = Math.max(0, size - longestEdit); left <= Math.min(size, longestEdit); left++) {
      const [next, nextOther] = [at + step * left, other + step * (size - left)];
      let run = 0;
      while (run < leastRun && isSame(old, now, next + step * run, nextOther + step * run)) run++;
      if (run === leastRun) return [next, nextOther];
    }
  return undefined;
}
