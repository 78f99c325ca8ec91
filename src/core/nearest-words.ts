/** Longer words are not compared: nobody mistypes them. */
const longest = 64;

/**
 * Those of the words that somebody may have meant who wrote `written`, best first: at most a third of
 * the letters differ (edit distance with transpositions, after Damerau; case plays no part).
 *
 * @param most how many are wanted
 */
export function nearestWords(
  written: string,
  words: Iterable<string>,
  most: number,
): readonly string[] {
  if (written.length > longest) return [];
  const from = written.toLowerCase();
  const found: { word: string; distance: number }[] = [];
  for (const word of words) {
    const longer = Math.max(word.length, from.length);
    const limit = Math.max(1, Math.floor(longer / 3));
    if (longer > longest || Math.abs(word.length - from.length) > limit) continue;
    const distance = editDistance(from, word.toLowerCase());
    if (distance <= limit) found.push({ word, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
  return found.slice(0, most).map(({ word }) => word);
}

/** Optimal string alignment distance: insert, delete, replace, and swap of two neighbours. */
function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let best = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      if (isSwap) best = Math.min(best, before[column - 2]! + 1);
      current.push(best);
    }
    before = last;
    last = current;
  }
  return last[to.length]!;
}
