import { CharacterClass, folding } from './character-folding';
import { WordScanner } from './word-scanner';

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

/** What is kept of a state, side by side so that one look at it is one look into memory. */
const parentField = 0;
const wordField = 1;
/** The first name that ends here plus one, doubled; odd when a name goes on with a small letter. */
const nameField = 2;
/** With what names go on: a bit for each first letter of the next word, 0 when none does. */
const nextField = 3;
const fields = 4;

/** This module's own names for what is used for every word: an import may be looked up anew each time. */
const table = folding;
const { surrogate } = CharacterClass;

/** Slots are at most three quarters full. */
const smallestTable = 1024;

/**
 * Names as paths of words in flat typed arrays: `state × hash of a word → state`. Words are hashed folded
 * (case and diacritics), and two words of one hash share a path: a path only says that a name may stand
 * here, and the caller compares its letters. The root is state 0.
 */
export class AliasTrie {
  readonly #scanner = new WordScanner();
  readonly #states: Integers;
  /** Open addressing: the state of a parent and a word, 0 for none. */
  #slots: Int32Array;
  /** For each name the next one that ends at the same state, or -1. */
  readonly #nextName: Integers;
  /** The last name of each state, while names are added. */
  #lastName: Integers | undefined;
  /** Where the first word of the name added last begins, and its hash. */
  firstStart = 0;
  firstHash = 0;

  /** @param expected about how many names there will be */
  constructor(expected = 0) {
    const states = Math.max(smallestTable, expected);
    this.#states = new Integers(states * fields);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(states * 1.4)));
    this.#nextName = new Integers(states);
    this.#lastName = new Integers(states);
    this.#newState(0, 0);
  }

  /**
   * Adds a name; returns its number (0, 1, 2 …), or -1 when it has no word or too many.
   * After `finish` nothing can be added.
   *
   * @param inAnyCase whether a text may write the name's capitals small
   */
  add(name: string, inAnyCase = false): number {
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
      const initial = name.charAt(at);
      const isSmall = inAnyCase || initial === initial.toLowerCase();
      state = this.#addChild(state, scanner.hash, initial.charCodeAt(0), isSmall);
      at = scanner.end;
    }
    if (state === 0) return -1;
    const number = this.#nextName.push(-1);
    const last = this.#lastName!.values[state]!;
    if (last === -1) this.#states.values[state * fields + nameField]! += (number + 1) * 2;
    else this.#nextName.values[last] = number;
    this.#lastName!.values[state] = number;
    return number;
  }

  /** Gives back the memory that only building needs. */
  finish() {
    this.#lastName = undefined;
    this.#states.trim();
    this.#nextName.trim();
  }

  /** The state after one more word, or 0. */
  child(state: number, wordHash: number): number {
    const slots = this.#slots;
    const states = this.#states.values;
    const limit = slots.length - 1;
    let slot = edgeHash(state, wordHash) & limit;
    for (let next = slots[slot]!; next !== 0; next = slots[slot]!) {
      const at = next * fields;
      if (states[at + wordField] === wordHash && states[at + parentField] === state) return next;
      slot = (slot + 1) & limit;
    }
    return 0;
  }

  /** Whether names go on from a state. */
  hasChildren(state: number): boolean {
    return this.#states.values[state * fields + nextField] !== 0;
  }

  /** Whether names may go on from a state with a word that begins with `unit`; most do not. */
  mayGoOn(state: number, unit: number): boolean {
    const letter = table[unit]!;
    // An emoji is no word: what comes behind it decides.
    if (letter === surrogate) return true;
    const at = state * fields;
    const states = this.#states.values;
    if (((states[at + nextField]! >>> (letter & 31)) & 1) === 0) return false;
    return !beginsSmall(unit) || (states[at + nameField]! & 1) === 1;
  }

  /** The first name that ends here, or -1. */
  firstName(state: number): number {
    return (this.#states.values[state * fields + nameField]! >> 1) - 1;
  }

  /** The next name that ends where `name` does, or -1. */
  nextName(name: number): number {
    return this.#nextName.values[name]!;
  }

  #addChild(state: number, wordHash: number, initial: number, isSmall: boolean): number {
    const at = state * fields;
    this.#states.values[at + nextField]! |= 1 << (table[initial]! & 31);
    if (isSmall) this.#states.values[at + nameField]! |= 1;
    const known = this.child(state, wordHash);
    if (known !== 0) return known;
    const next = this.#newState(state, wordHash);
    if ((next + 1) * 4 > this.#slots.length * 3) this.#grow();
    else this.#place(next);
    return next;
  }

  #newState(parent: number, wordHash: number): number {
    const at = this.#states.push(parent);
    this.#states.push(wordHash);
    this.#states.push(0);
    this.#states.push(0);
    this.#lastName!.push(-1);
    return at / fields;
  }

  #place(state: number) {
    const slots = this.#slots;
    const states = this.#states.values;
    const at = state * fields;
    const limit = slots.length - 1;
    let slot = edgeHash(states[at + parentField]!, states[at + wordField]!) & limit;
    while (slots[slot] !== 0) slot = (slot + 1) & limit;
    slots[slot] = state;
  }

  #grow() {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let state = 1; state * fields < this.#states.length; state++) this.#place(state);
  }
}

/** Whether a word begins with a small letter of ASCII or a digit: no name that begins so is written otherwise. */
export function beginsSmall(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

function edgeHash(state: number, wordHash: number): number {
  const value = Math.imul(state, 0x9e3779b1) ^ wordHash;
  const mixed = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
