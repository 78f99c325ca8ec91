/** FNV-1a over UTF-16 units, 32 bits: where it begins, and what it multiplies with. */
export const hashSeed = 0x811c9dc5 | 0;
export const hashPrime = 0x01000193;

/** Hash of a word, as the tokens' hashes are made; `text` must be in small letters. Signed, as engines keep it unboxed. */
export function hashWord(text: string): number {
  let hash = hashSeed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), hashPrime);
  }
  return hash;
}

/** Adds the hash of one more word to that of a name. */
export function foldHash(folded: number, word: number): number {
  return Math.imul(folded, hashPrime) ^ word;
}

/** Hash of a whole name from the hashes of its words, folded one by one. */
export function hashName(name: string): number {
  return name.split(' ').reduce((folded, word) => foldHash(folded, hashWord(word)), 0);
}
