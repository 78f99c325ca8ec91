import { CharacterClass, folding, prepareFolding } from './character-folding';

const { mark, single, hangul, katakana, surrogate, firstLetter } = CharacterClass;

/** This module's own name for the table, which is looked up for every letter. */
const table = folding;

export const hashSeed = 0x811c9dc5 | 0;
export const hashPrime = 0x01000193;

/** One step of the FNV-1a hash over folded units. */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, hashPrime);
}

/** Longest stretch between two words of one name: a line break with indentation or quote marks. */
const longestGap = 100;

/**
 * Finds words without allocating: `scan` sets `start`, `end` and `hash`. A word is a run of letters,
 * digits and marks of a script that writes words apart; a run of Katakana; or one character of a
 * script that does not.
 */
export class WordScanner {
  start = 0;
  end = 0;
  hash = 0;

  constructor() {
    prepareFolding();
  }

  /** Reads the word that begins at `at`; false when none does. */
  scan(text: string, at: number): boolean {
    const unit = text.charCodeAt(at);
    const folded = table[unit] ?? 0;
    this.start = at;
    if (folded >= firstLetter) {
      this.#letters(text, at);
      return true;
    }
    if (folded === single || folded === hangul) {
      this.end = at + 1;
      this.hash = addToHash(hashSeed, unit);
      return true;
    }
    if (folded === katakana) {
      this.#katakana(text, at);
      return true;
    }
    return folded === surrogate && this.#astral(text, at);
  }

  /** Finds the next word of a name after `at`: close by and at most one line break away. */
  scanNext(text: string, at: number): boolean {
    const limit = Math.min(text.length, at + longestGap);
    let breaks = 0;
    for (let next = at; next < limit; next++) {
      const unit = text.charCodeAt(next);
      if (table[unit]! > mark && this.scan(text, next)) return true;
      if (unit === 0x0a && ++breaks > 1) return false;
    }
    return false;
  }

  /** Where `scanNext` begins to look for a word: at a letter, or at an emoji, which is none; or -1. */
  nextStart(text: string, at: number): number {
    const limit = Math.min(text.length, at + longestGap);
    let breaks = 0;
    for (let next = at; next < limit; next++) {
      const unit = text.charCodeAt(next);
      if (table[unit]! > mark) return next;
      if (unit === 0x0a && ++breaks > 1) return -1;
    }
    return -1;
  }

  #letters(text: string, at: number) {
    let hash = hashSeed;
    let end = at;
    for (; end < text.length; end++) {
      const folded = table[text.charCodeAt(end)]!;
      if (folded >= firstLetter) hash = Math.imul(hash ^ folded, hashPrime);
      else if (folded !== mark) break;
    }
    this.end = end;
    this.hash = hash;
  }

  #katakana(text: string, at: number) {
    let hash = hashSeed;
    let end = at;
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (table[unit] !== katakana) break;
      hash = addToHash(hash, unit);
    }
    this.end = end;
    this.hash = hash;
  }

  /** A letter beyond the basic plane is a word of its own; an emoji is none. */
  #astral(text: string, at: number): boolean {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (character.length !== 2 || !/[\p{L}\p{N}]/u.test(character)) return false;
    this.end = at + 2;
    this.hash = addToHash(addToHash(hashSeed, text.charCodeAt(at)), text.charCodeAt(at + 1));
    return true;
  }
}
