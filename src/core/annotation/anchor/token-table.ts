import { countBelow } from '../../text/sorted-offsets';

/** Words, single punctuation marks and single ideographs of a text, as offsets and hashes. */
export interface TokenTable {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Equal tokens have equal hashes; different ones nearly always different ones. */
  readonly hashes: Int32Array;
}

/** Units with the tokens they form. */
export interface TokenisedText {
  readonly codes: Uint16Array;
  readonly tokens: TokenTable;
}

/** Classes of UTF-16 units. A word is a run of `word` units; every `single` unit is a token. */
export const unitClass = { space: 0, word: 1, single: 2, highSurrogate: 3 } as const;

const classes = new Uint8Array(0x10000).fill(255);
/** Scripts written without spaces: every character is a token. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function classOf(code: number): number {
  const known = classes[code]!;
  if (known !== 255) return known;
  const character = String.fromCharCode(code);
  let found: number = unitClass.single;
  if (/\s/.test(character)) found = unitClass.space;
  else if (code >= 0xd800 && code < 0xdc00) found = unitClass.highSurrogate;
  else if (/[\p{L}\p{M}\p{N}_]/u.test(character) && !unspaced.test(character))
    found = unitClass.word;
  classes[code] = found;
  return found;
}

/** Whether a unit, folded or not, is white space. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0xa0;
}

/** Splits UTF-16 units into tokens, leaving white space out; linear. */
export function tokenise(codes: Uint16Array): TokenTable {
  const { length } = codes;
  let capacity = (length >>> 2) + 8;
  let starts = new Uint32Array(capacity);
  let ends = new Uint32Array(capacity);
  let hashes = new Int32Array(capacity);
  let count = 0;
  let index = 0;
  while (index < length) {
    const start = index;
    const first = codes[index++]!;
    const kind = classOf(first);
    if (kind === unitClass.space) continue;
    let hash = Math.imul(0x811c9dc5 ^ first, 0x01000193);
    if (kind === unitClass.word) {
      for (; index < length; index++) {
        const code = codes[index]!;
        if (classOf(code) !== unitClass.word) break;
        hash = Math.imul(hash ^ code, 0x01000193);
      }
    } else if (kind === unitClass.highSurrogate && (codes[index]! & 0xfc00) === 0xdc00)
      hash = Math.imul(hash ^ codes[index++]!, 0x01000193);
    if (count === capacity) {
      capacity *= 2;
      starts = grown(starts, new Uint32Array(capacity));
      ends = grown(ends, new Uint32Array(capacity));
      hashes = grown(hashes, new Int32Array(capacity));
    }
    starts[count] = start;
    ends[count] = index;
    hashes[count++] = hash ^ (hash >>> 15);
  }
  return {
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    hashes: hashes.subarray(0, count),
  };
}

/** The values of one typed array at the beginning of a longer one. */
export function grown<Values extends Uint16Array | Uint32Array | Int32Array>(
  from: Values,
  to: Values,
): Values {
  to.set(from);
  return to;
}

/** Index of the first token that ends after `offset`. */
export function tokenAfter(tokens: TokenTable, offset: number): number {
  return countBelow(tokens.ends, offset + 1);
}

/** The UTF-16 units of a string. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
  return units;
}
