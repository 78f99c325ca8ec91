import type { TextRange } from '../../src/core/text/text-range';

/** So many words on either side of a passage are compared: as far as anybody would read to tell copies apart. */
const surroundings = 1_000;

/** A text with a stretch of it; offsets in UTF-16. */
export interface Stretch extends TextRange {
  readonly text: string;
}

/**
 * Whether a passage of the annotated text reads better at one place of the present text than at the
 * one where it truly went: nothing less of its words and of those before and behind it stands there, and
 * something more. Several edits that nobody kept versions between can lead to that (a copy is made, then
 * the original moved or edited), and whoever sees only the two texts must take the copy. What the
 * tests cannot see, therefore, is a wrong choice between two such places.
 */
export function readsBetter(annotated: Stretch, here: Stretch, there: Stretch): boolean {
  const [one, other] = [agreement(annotated, here), agreement(annotated, there)];
  const isLess = one.some((count, part) => count < other[part]!);
  return !isLess && one.some((count, part) => count > other[part]!);
}

/** How many words are the same: before the passage, within it, and behind it. */
function agreement(annotated: Stretch, place: Stretch): number[] {
  const before = ({ text, start }: Stretch) => words(text.slice(0, start)).reverse();
  const within = ({ text, start, end }: Stretch) => words(text.slice(start, end));
  const after = ({ text, end }: Stretch) => words(text.slice(end));
  return [
    sameAtStart(before(annotated), before(place)),
    sameAnywhere(within(annotated), within(place)),
    sameAtStart(after(annotated), after(place)),
  ];
}

function sameAtStart(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < surroundings && count < one.length && one[count] === other[count]) count++;
  return count;
}

function sameAnywhere(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  return one.filter((word) => {
    const at = left.indexOf(word);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
