import type { TextRange } from '../text/text-range';
import { atOnce } from '../in-slices';
import { beginsSmall, type AliasTrie } from './matching/alias-trie';
import { CharacterClass, folding, isLetterUnit } from './matching/character-folding';
import { keepWholeCompounds } from './matching/compounds';
import {
  NameFlag,
  nameTableInSteps,
  type MatcherAlias,
  type NameTable,
} from './matching/name-table';
import { isSameName, type CaseRule } from './matching/same-name';
import { isWholeWord, prefixLengths } from './matching/whole-word';
import type { WordFilter } from './matching/word-filter';
import { afterCutWord, firstWordStart, lastWordEnd } from './matching/word-edges';
import { hashPrime, hashSeed, WordScanner } from './matching/word-scanner';

export type { MatcherAlias };

/** A place where an alias stands; UTF-16 units. */
export interface Match extends TextRange {
  /** Payloads of every alias that is written so, in the order given, each once. */
  readonly payloads: readonly number[];
}

/** Most payloads of one match; a million entities of one name would otherwise cost a million steps. */
const mostPayloads = 100;

const { boundary, mark, firstLetter } = CharacterClass;
const { sensitive, insensitive, edged } = NameFlag;
/** This module's own names for what is used for every letter: an import may be looked up anew each time. */
const [table, seed, prime] = [folding, hashSeed, hashPrime];

/**
 * Finds names in texts: whole words, longest first where they overlap, leftmost where they are equally
 * long. Linear in the
 * text whatever the number of names: every word is hashed and most are turned away by one bit.
 * A flat word trie in typed arrays (see `AliasTrie`); the rules for a name's other spellings are in
 * `isSameName`, `isWholeWord` and `keepWholeCompounds`.
 */
export class MentionMatcher {
  readonly #trie: AliasTrie;
  readonly #aliases: readonly string[];
  readonly #payloads: Int32Array;
  readonly #flags: Uint8Array;
  readonly #anyFirst: WordFilter;
  readonly #smallFirst: WordFilter;
  readonly #scanner = new WordScanner();
  /** Walks the words of a match while `#scanner` reads names. */
  readonly #innerScanner = new WordScanner();

  /** @param names the names, or a table that was made of them in steps */
  constructor(names: Iterable<MatcherAlias> | NameTable) {
    const table = 'trie' in names ? names : atOnce(nameTableInSteps(names));
    this.#trie = table.trie;
    this.#aliases = table.aliases;
    this.#payloads = table.payloads;
    this.#flags = table.flags;
    this.#anyFirst = table.anyFirst;
    this.#smallFirst = table.smallFirst;
  }

  /** How many aliases are looked for. */
  get size(): number {
    return this.#aliases.length;
  }

  /**
   * Every match in `text`, or every one within `range`; in order, without overlap. What stands around
   * the range still decides whether a name at its edge is a whole word.
   */
  find(text: string, range: TextRange = { start: 0, end: text.length }): Match[] {
    const matches: Match[] = [];
    this.#collect(text, range, matches);
    return keepWholeCompounds(text, matches);
  }

  /** Adds every match within `range`, names joined by hyphens one by one. */
  #collect(text: string, range: TextRange, matches: Match[]): void {
    const anyFirst = this.#anyFirst;
    const smallFirst = this.#smallFirst;
    const end = Math.min(range.end, text.length);
    let at = afterCutWord(text, Math.max(0, range.start), end);
    const search: Search = { text, floor: at, limit: end, prefix: 0 };
    while (at < end) {
      const first = text.charCodeAt(at);
      let folded = table[first]!;
      if (folded <= mark) {
        at++;
        continue;
      }
      let hash = seed;
      let wordEnd = at;
      if (folded >= firstLetter) {
        do {
          if (folded >= firstLetter) hash = Math.imul(hash ^ folded, prime);
          wordEnd++;
          folded = wordEnd < end ? table[text.charCodeAt(wordEnd)]! : boundary;
        } while (folded >= firstLetter || folded === mark);
        // The range's end may cut the word.
        if (wordEnd === end && isLetterUnit(text.charCodeAt(end))) break;
      } else {
        if (!this.#scanner.scan(text, at)) {
          at++;
          continue;
        }
        wordEnd = this.#scanner.end;
        hash = this.#scanner.hash;
      }
      let match: Match | undefined;
      if ((beginsSmall(first) ? smallFirst : anyFirst).has(hash))
        match = this.#longestAt(search, at, wordEnd, hash);
      if (!match && first >= 0x5d0 && first <= 0x64a)
        match = this.#afterPrefix(search, at, wordEnd);
      if (match && match.end > wordEnd) {
        const longest = this.#longestFrom(search, match);
        // What is left before it may hold a shorter name.
        if (longest !== match) this.#collect(text, { start: at, end: longest.start }, matches);
        match = longest;
      }
      if (match) matches.push(match);
      at = match ? (search.floor = match.end) : wordEnd;
    }
  }

  /**
   * The longest name of a chain in which each begins inside the one before: of "the Institute" and
   * "Institute for Coastal Affairs" the second. The first one where they are equally long.
   */
  #longestFrom(search: Search, first: Match): Match {
    const { text } = search;
    const scanner = this.#innerScanner;
    let longest = first;
    for (let at = first.start; at < longest.end;) {
      if (!scanner.scan(text, at)) {
        at++;
        continue;
      }
      const { start, end, hash } = scanner;
      const match = start > longest.start ? this.#longestAt(search, start, end, hash) : undefined;
      if (match && match.end - match.start > longest.end - longest.start) longest = match;
      at = end;
    }
    return longest;
  }

  /** The longest name whose first word is `text.slice(start, end)`. */
  #longestAt(search: Search, start: number, end: number, hash: number): Match | undefined {
    const { text, limit } = search;
    const trie = this.#trie;
    const scanner = this.#scanner;
    let state = trie.child(0, hash);
    let wordEnd = end;
    let best: FoundMatch | undefined;
    while (state !== 0) {
      if (trie.firstName(state) !== -1) best = this.#namesAt(search, state, start, wordEnd, best);
      if (!trie.hasChildren(state)) break;
      const next = scanner.nextStart(text, wordEnd);
      if (next === -1 || !trie.mayGoOn(state, text.charCodeAt(next))) break;
      if (!scanner.scan(text, next) && !scanner.scanNext(text, wordEnd)) break;
      wordEnd = scanner.end;
      if (wordEnd > limit) break;
      state = trie.child(state, scanner.hash);
    }
    return best;
  }

  /** The best of `best` and the names that end at a state, when the text writes them. */
  #namesAt(
    { text, floor, limit, prefix }: Search,
    state: number,
    start: number,
    wordEnd: number,
    best: FoundMatch | undefined,
  ): FoundMatch | undefined {
    const trie = this.#trie;
    let longest = best;
    let examined = 0;
    for (let name = trie.firstName(state); name !== -1; name = trie.nextName(name)) {
      if (++examined > 2 * mostPayloads) break;
      const alias = this.#aliases[name]!;
      let from = start;
      let to = wordEnd;
      if (this.#flags[name]! & edged) {
        from -= firstWordStart(alias);
        to += alias.length - lastWordEnd(alias);
        if (from < floor || to > limit) continue;
      }
      if (longest && to < longest.end) continue;
      if (!this.#isWritten(name, alias, text, from, to) || !isWholeWord(text, from, to, prefix))
        continue;
      const payload = this.#payloads[name]!;
      if (!longest || longest.start !== from || longest.end !== to)
        longest = { start: from, end: to, payloads: [payload] };
      else if (!longest.payloads.includes(payload)) longest.payloads.push(payload);
      if (longest.payloads.length >= mostPayloads) break;
    }
    return longest;
  }

  #isWritten(name: number, alias: string, text: string, start: number, end: number): boolean {
    if (end - start === alias.length && text.startsWith(alias, start)) return true;
    const flags = this.#flags[name]!;
    const rule: CaseRule =
      flags & sensitive ? 'sensitive' : flags & insensitive ? 'insensitive' : 'name';
    return isSameName(alias, text, start, end, rule);
  }

  /** A name after an Arabic or Hebrew conjunction or preposition written together with it. */
  #afterPrefix(search: Search, start: number, end: number): Match | undefined {
    for (const length of prefixLengths(search.text, start, end)) {
      this.#scanner.scan(search.text, start + length);
      const { hash } = this.#scanner;
      if (!this.#anyFirst.has(hash)) continue;
      search.prefix = length;
      const match = this.#longestAt(search, start + length, end, hash);
      search.prefix = 0;
      if (match) return match;
    }
    return undefined;
  }
}

interface FoundMatch extends Match {
  readonly payloads: number[];
}

/** What holds for one search; the limits in UTF-16 units. */
interface Search {
  readonly text: string;
  /** Where the last match ended: no name reaches before it. */
  floor: number;
  /** No name reaches beyond. */
  readonly limit: number;
  /** Letters of a conjunction or preposition written together with the word. */
  prefix: number;
}
