import { foldHash, hashPrime, hashSeed } from './word-hash';

/**
 * Sorted small-letter words, front coded: each begins with a capital whose place in the alphabet says
 * how many units it shares with the word before ("Aanna" + "D" + "e" = anna, anne).
 */
const blank = 0x20;
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

/**
 * Calls `visit` with the hash of each packed word or name, as `hashName` makes it, without making the words
 * themselves: a hundred thousand are read before the first name of a window is known.
 */
export function unpackHashes(packed: string, visit: (hash: number) => void): void {
  // Of the entry before: the words folded so far and the hash of the last one, after each of its units.
  const folded = [0];
  const hashes = [hashSeed];
  for (let index = 0; index < packed.length;) {
    let length = packed.charCodeAt(index) - capitalA;
    let words = folded[length]!;
    let hash = hashes[length]!;
    for (index++; index < packed.length; index++) {
      const unit = packed.charCodeAt(index);
      if (isCapital(unit)) break;
      if (unit === blank) {
        words = foldHash(words, hash);
        hash = hashSeed;
      } else hash = Math.imul(hash ^ unit, hashPrime);
      length++;
      folded[length] = words;
      hashes[length] = hash;
    }
    visit(foldHash(words, hash));
  }
}

function isCapital(unit: number): boolean {
  return unit >= capitalA && unit <= capitalA + mostShared;
}
