import { CharacterClass, folding } from './character-folding';
import { WordScanner } from './word-scanner';

/** This module's own name for the table, which is looked up for every letter. */
const table = folding;

/** Most words of one name; longer ones are not looked for. */
export const mostWords = 64;

/** An Int32Array that grows by doubling. */
class Integers {
  values: Int32Array;
  length = 0;

  constructor(capacity: number) {
    this.values = new Int32Array(capacity);
  }

  push(value: number): number {
    if (this.length === this.values.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length] = value;
    return this.length++;
  }

  trim() {
    this.values = this.values.slice(0, Math.max(1, this.length));
  }
}

function mix(value: number): number {
  const mixed = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/**
 * Open addressing from a hash to an index; the caller compares what stands at the index.
 * Kept at most three quarters full. 0 is no index.
 */
class HashSlots {
  slots = new Int32Array(1024);
  #used = 0;

  insert(hash: number, index: number, hashOf: (index: number) => number) {
    if ((this.#used + 1) * 4 > this.slots.length * 3) this.#grow(hashOf);
    this.#place(hash, index);
    this.#used++;
  }

  #place(hash: number, index: number) {
    const limit = this.slots.length - 1;
    let slot = mix(hash) & limit;
    while (this.slots[slot] !== 0) slot = (slot + 1) & limit;
    this.slots[slot] = index;
  }

  #grow(hashOf: (index: number) => number) {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    for (const index of old) if (index !== 0) this.#place(hashOf(index), index);
  }
}

/**
 * Names as paths of words in flat typed arrays: `state × word → state`. Words are compared folded
 * (case and diacritics), so a path only says that a name may stand here; the caller verifies.
 * Word and state 0 are "none"; the root has no number, its children are kept for each word.
 */
export class AliasTrie {
  readonly #scanner = new WordScanner();
  /** Folded units of all words, one after another. */
  #units = new Uint16Array(4096);
  readonly #wordEnd = new Integers(1024);
  readonly #wordHash = new Integers(1024);
  readonly #wordSlots = new HashSlots();
  /** The root's child for each word. */
  readonly #firstState = new Integers(1024);
  readonly #parent = new Integers(1024);
  readonly #word = new Integers(1024);
  readonly #stateSlots = new HashSlots();
  /** First name that ends at a state, and for each name the next one there; -1 for none. */
  readonly #firstName = new Integers(1024);
  readonly #nextName = new Integers(1024);
  #lastName: Integers | undefined = new Integers(1024);
  #hasChildren = new Uint8Array(1024);
  /** Where the first word of the name added last begins, and its hash. */
  firstStart = 0;
  firstHash = 0;

  constructor() {
    this.#wordEnd.push(0);
    this.#wordHash.push(0);
    this.#firstState.push(0);
    this.#newState(0, 0);
  }

  /**
   * Adds a name; returns its number (0, 1, 2 …), or -1 when it has no word or too many.
   * After `finish` nothing can be added.
   */
  add(name: string): number {
    const scanner = this.#scanner;
    let state = 0;
    let words = 0;
    for (let at = 0; at < name.length;) {
      if (!scanner.scan(name, at)) {
        at++;
        continue;
      }
      if (++words > mostWords) return -1;
      if (words === 1) {
        this.firstStart = at;
        this.firstHash = scanner.hash;
      }
      const word = this.#addWord(name, scanner.start, scanner.end, scanner.hash);
      state = this.#addChild(state, word);
      at = scanner.end;
    }
    if (state === 0) return -1;
    const number = this.#nextName.push(-1);
    const last = this.#lastName!.values[state]!;
    if (last === -1) this.#firstName.values[state] = number;
    else this.#nextName.values[last] = number;
    this.#lastName!.values[state] = number;
    return number;
  }

  /** Gives back the memory that only building needs. */
  finish() {
    this.#lastName = undefined;
    this.#units = this.#units.slice(0, this.#wordEnd.values[this.#wordEnd.length - 1]!);
    this.#hasChildren = this.#hasChildren.slice(0, this.#parent.length);
    for (const integers of [
      this.#wordEnd,
      this.#wordHash,
      this.#firstState,
      this.#parent,
      this.#word,
      this.#firstName,
      this.#nextName,
    ])
      integers.trim();
  }

  /** Hashes of the words with which names begin: for the filter in front of `findWord`. */
  get wordCount(): number {
    return this.#wordEnd.length;
  }

  /** The number of the word `text.slice(start, end)`, or 0 when no name has it. */
  findWord(text: string, start: number, end: number, hash: number): number {
    const { slots } = this.#wordSlots;
    const hashes = this.#wordHash.values;
    const limit = slots.length - 1;
    for (let slot = mix(hash) & limit; slots[slot] !== 0; slot = (slot + 1) & limit) {
      const word = slots[slot]!;
      if (hashes[word] === hash && this.#isWord(word, text, start, end)) return word;
    }
    return 0;
  }

  /** The state after a name's first word, or 0. */
  firstState(word: number): number {
    return this.#firstState.values[word]!;
  }

  /** The state after one more word, or 0. */
  child(state: number, word: number): number {
    const { slots } = this.#stateSlots;
    const parents = this.#parent.values;
    const words = this.#word.values;
    const limit = slots.length - 1;
    let slot = mix(edgeHash(state, word)) & limit;
    for (; slots[slot] !== 0; slot = (slot + 1) & limit) {
      const next = slots[slot]!;
      if (parents[next] === state && words[next] === word) return next;
    }
    return 0;
  }

  hasChildren(state: number): boolean {
    return this.#hasChildren[state] === 1;
  }

  /** The first name that ends here, or -1. */
  firstName(state: number): number {
    return this.#firstName.values[state]!;
  }

  /** The next name that ends where `name` does, or -1. */
  nextName(name: number): number {
    return this.#nextName.values[name]!;
  }

  #addWord(text: string, start: number, end: number, hash: number): number {
    const known = this.findWord(text, start, end, hash);
    if (known !== 0) return known;
    let length = this.#wordEnd.values[this.#wordEnd.length - 1]!;
    if (length + end - start > this.#units.length) {
      const grown = new Uint16Array(this.#units.length * 2 + end - start);
      grown.set(this.#units);
      this.#units = grown;
    }
    for (let at = start; at < end; at++) {
      const unit = comparable(text.charCodeAt(at));
      if (unit !== 0) this.#units[length++] = unit;
    }
    const word = this.#wordEnd.push(length);
    this.#wordHash.push(hash);
    this.#firstState.push(0);
    this.#wordSlots.insert(hash, word, (index) => this.#wordHash.values[index]!);
    return word;
  }

  #addChild(state: number, word: number): number {
    if (state === 0) {
      const first = this.firstState(word);
      return first || (this.#firstState.values[word] = this.#newState(0, word));
    }
    const known = this.child(state, word);
    if (known !== 0) return known;
    const next = this.#newState(state, word);
    this.#hasChildren[state] = 1;
    this.#stateSlots.insert(edgeHash(state, word), next, (index) =>
      edgeHash(this.#parent.values[index]!, this.#word.values[index]!),
    );
    return next;
  }

  #newState(parent: number, word: number): number {
    const state = this.#parent.push(parent);
    this.#word.push(word);
    this.#firstName.push(-1);
    this.#lastName!.push(-1);
    if (state >= this.#hasChildren.length) {
      const grown = new Uint8Array(this.#hasChildren.length * 2);
      grown.set(this.#hasChildren);
      this.#hasChildren = grown;
    }
    return state;
  }

  #isWord(word: number, text: string, start: number, end: number): boolean {
    const units = this.#units;
    const last = this.#wordEnd.values[word]!;
    let at = this.#wordEnd.values[word - 1]!;
    for (let index = start; index < end; index++) {
      const unit = comparable(text.charCodeAt(index));
      if (unit === 0) continue;
      if (at === last || units[at] !== unit) return false;
      at++;
    }
    return at === last;
  }
}

/** What a unit of a word is compared by: its folding, itself in scripts that do not fold, 0 for marks. */
function comparable(unit: number): number {
  const folded = table[unit]!;
  return folded >= CharacterClass.firstLetter ? folded : folded === CharacterClass.mark ? 0 : unit;
}

function edgeHash(state: number, word: number): number {
  return Math.imul(state, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
}
