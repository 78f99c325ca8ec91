/**
 * Sorted small-letter words, front coded: each begins with a capital whose place in the alphabet says
 * how many units it shares with the word before ("Aanna" + "D" + "e" = anna, anne).
 */
const capitalA = 0x41;
const mostShared = 25;

/** Packs words; those with a capital letter cannot be packed. The order of the result is alphabetical. */
export function packWords(words: Iterable<string>): string {
  let before = '';
  let packed = '';
  for (const word of [...new Set(words)].sort()) {
    let shared = 0;
    while (shared < mostShared && shared < before.length && before[shared] === word[shared])
      shared++;
    packed += String.fromCharCode(capitalA + shared) + word.slice(shared);
    before = word;
  }
  return packed;
}

/** Calls `visit` with each packed word. */
export function unpackWords(packed: string, visit: (word: string) => void): void {
  let word = '';
  let index = 0;
  while (index < packed.length) {
    const shared = packed.charCodeAt(index) - capitalA;
    let end = index + 1;
    while (end < packed.length && !isCapital(packed.charCodeAt(end))) end++;
    word = word.slice(0, shared) + packed.slice(index + 1, end);
    visit(word);
    index = end;
  }
}

function isCapital(unit: number): boolean {
  return unit >= capitalA && unit <= capitalA + mostShared;
}
