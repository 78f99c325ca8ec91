import { countBelow } from '../../text/sorted-offsets';
import { grown } from './token-table';

/**
 * Text without what typesetting changes. Re-wrapped lines, typographic quotation marks and dashes,
 * no-break spaces, soft hyphens, ligatures and the Unicode normalisation forms all read the same,
 * so passages are compared in this form. One unit is a UTF-16 code unit of the folded text.
 */
export interface FoldedText {
  /** The text as it was. */
  readonly original: string;
  readonly codes: Uint16Array;
  /** Where the character that a unit comes from begins in the original, UTF-16. */
  readonly starts: Uint32Array;
}

const space = 0x20;
const hyphen = 0x2d;

/** Folded forms of UTF-16 units beyond ASCII; filled as they are met. */
const foldings = new Map<number, string>();

const replacements: readonly [pattern: RegExp, folded: string][] = [
  [/[\p{Zs}\u2028\u2029\u0085]/u, ' '],
  // Soft hyphen, zero-width space, word joiner, byte order mark, direction marks, variation selectors.
  [/[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|[\ufe00-\ufe0f]/, ''],
  [/[\u2018-\u201b\u2032\u2035\u02bc\u00b4\u2039\u203a]/, "'"],
  [/[\u201c-\u201f\u2033\u2036\u00ab\u00bb]/, '"'],
  [/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/, '-'],
];
/** Superscripts and fractions stay what they are: 10² is not 102. */
const keptApart = /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u218b\u2460-\u24ff]/;

function fold(code: number): string {
  const known = foldings.get(code);
  if (known !== undefined) return known;
  const character = String.fromCharCode(code);
  const replacement = replacements.find(([pattern]) => pattern.test(character));
  const folded =
    replacement?.[1] ?? character.normalize(keptApart.test(character) ? 'NFD' : 'NFKD');
  foldings.set(code, folded);
  return folded;
}

/** Linear in the length of `text`. */
export function foldText(text: string): FoldedText {
  let capacity = text.length + 16;
  let codes = new Uint16Array(capacity);
  let starts = new Uint32Array(capacity);
  let length = 0;
  let previous = -1;
  for (let index = 0; index < text.length; index++) {
    let code = text.charCodeAt(index);
    let rest = '';
    if (code >= 0x80) {
      const folded = fold(code);
      if (folded === '') continue;
      code = folded.charCodeAt(0);
      if (folded.length > 1) rest = folded.slice(1);
    } else if (code < space) code = space;
    else if (code === 0x60) code = 0x27;
    // A run of white space is one unit; so is a dash written as two or three hyphens.
    if (
      code === previous &&
      (code === space || (code === hyphen && index - starts[length - 1]! < 3))
    )
      continue;
    if (length + rest.length + 1 > capacity) {
      capacity = capacity * 2 + rest.length;
      codes = grown(codes, new Uint16Array(capacity));
      starts = grown(starts, new Uint32Array(capacity));
    }
    codes[length] = code;
    starts[length++] = index;
    previous = code;
    for (let at = 0; at < rest.length; at++) {
      previous = rest.charCodeAt(at);
      codes[length] = previous;
      starts[length++] = index;
    }
  }
  return {
    original: text,
    codes: codes.subarray(0, length),
    starts: starts.subarray(0, length),
  };
}

/** Where what a unit stands for ends in the original (UTF-16): a run of white space is one unit. */
export function unitEnd({ original, codes, starts }: FoldedText, unit: number): number {
  const start = starts[unit]!;
  const next = starts[unit + 1] ?? original.length;
  let end = start + 1;
  for (let index = end; index < next; index++)
    if (foldText(original[index]!).codes[0] === codes[unit]) end = index + 1;
  return end;
}

/** Index of the first unit that begins at `offset` (UTF-16 in the original) or after it. */
export function unitAt(folded: FoldedText, offset: number): number {
  return countBelow(folded.starts, offset);
}
