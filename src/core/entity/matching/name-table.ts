import { AliasTrie } from './alias-trie';
import { CharacterClass, folding } from './character-folding';
import { WordFilter } from './word-filter';

/** A name to look for. */
export interface MatcherAlias {
  readonly alias: string;
  /**
   * true: only with the alias's own capitals; false: in any case; absent: the alias's capitals are
   * required, others allowed at the beginning of a word or throughout ("BRUSSELS").
   */
  readonly caseSensitive?: boolean;
  /** What the caller knows the alias by; a 32-bit integer. */
  readonly payload: number;
}

/** What is kept of each name besides its path in the trie. */
export const NameFlag = {
  /** Case rules `sensitive` and `insensitive`. */
  sensitive: 1,
  insensitive: 2,
  /** Begins or ends with other than a word. */
  edged: 4,
  /** A text may write its first word small. */
  small: 8,
} as const;

/** So many names are added in one step. */
const stepSize = 1000;

/** The names that a matcher looks for, in the form in which it does. */
export interface NameTable {
  readonly trie: AliasTrie;
  /** Composed and without outer blanks, by the trie's numbers. */
  readonly aliases: readonly string[];
  readonly payloads: Int32Array;
  readonly flags: Uint8Array;
  /** Bits of the hashes of all first words, and of those that may begin with a small letter. */
  readonly anyFirst: WordFilter;
  readonly smallFirst: WordFilter;
}

/**
 * Makes the table in steps, so that a million names hold nothing up. Aliases without a letter or digit, or with
 * more than 64 words, are left out.
 */
export function* nameTableInSteps(names: Iterable<MatcherAlias>): Generator<void, NameTable> {
  const builder = new Builder(Array.isArray(names) ? names.length : 0);
  let count = 0;
  for (const name of names) {
    builder.add(name);
    if (++count % stepSize === 0) yield;
  }
  yield;
  return builder.finish();
}

/** Adds names one by one: a method of its own, for engines compile a loop of steps badly. */
class Builder {
  readonly #trie: AliasTrie;
  readonly #aliases: string[] = [];
  readonly #payloads: number[] = [];
  readonly #flags: number[] = [];
  readonly #firsts: number[] = [];

  constructor(expected: number) {
    this.#trie = new AliasTrie(expected);
  }

  add({ alias, caseSensitive, payload }: MatcherAlias): void {
    const trie = this.#trie;
    const name = composed(alias.trim());
    if (trie.add(name, caseSensitive === false) === -1) return;
    const word = trie.firstStart;
    const initial = name.charAt(word);
    const isSmall = caseSensitive === false || initial === initial.toLowerCase();
    const isBare =
      word === 0 && folding[name.charCodeAt(name.length - 1)] !== CharacterClass.boundary;
    const rule =
      caseSensitive === undefined ? 0 : caseSensitive ? NameFlag.sensitive : NameFlag.insensitive;
    this.#firsts.push(trie.firstHash);
    this.#flags.push(rule | (isBare ? 0 : NameFlag.edged) | (isSmall ? NameFlag.small : 0));
    this.#aliases.push(name);
    this.#payloads.push(payload);
  }

  finish(): NameTable {
    this.#trie.finish();
    const [firsts, flags] = [this.#firsts, this.#flags];
    return {
      trie: this.#trie,
      aliases: this.#aliases,
      payloads: Int32Array.from(this.#payloads),
      flags: Uint8Array.from(flags),
      // Most words of a text begin small and hardly a name does: a filter of their own stays tiny.
      anyFirst: new WordFilter(new Set(firsts)),
      smallFirst: new WordFilter(
        new Set(firsts.filter((_, name) => flags[name]! & NameFlag.small)),
      ),
    };
  }
}

function composed(name: string): string {
  return /^[\u0000-\u007f]*$/.test(name) ? name : name.normalize('NFC');
}
