/**
 * One table for every UTF-16 unit: what it means for finding words, and what it folds to. Values
 * below `firstLetter` are classes; anything else is a letter or digit of a script that writes words
 * apart, folded to lower case and without diacritics (Latin, Greek, Cyrillic, Arabic, Hebrew).
 */
export const CharacterClass = {
  /** Between words: blanks, punctuation, symbols. */
  boundary: 0,
  /** A combining mark that folds away: accents, Arabic and Hebrew vowel points. */
  mark: 1,
  /** Scripts without word breaks (Han, Hiragana, Thai, Lao, Khmer, Myanmar): each unit is a word. */
  single: 2,
  /** Each syllable is a word, but names begin only where a run of them begins. */
  hangul: 3,
  /** Runs of Katakana are words: they end where another script begins. */
  katakana: 4,
  surrogate: 5,
  firstLetter: 32,
} as const;

const { boundary, mark, single, hangul, katakana, surrogate } = CharacterClass;

/** Letters with a stroke and the like, which Unicode does not decompose. */
const strokes: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  ŧ: 't',
  ŀ: 'l',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
};

/** Where letters have case or accents: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian … */
const foldedBlocks = [
  [0x41, 0x590],
  [0x5d0, 0x700],
  [0x10a0, 0x1100],
  [0x1c80, 0x1cc0],
  [0x1d00, 0x2000],
  [0x2100, 0x2200],
  [0xff10, 0xff60],
] as const;

/** Class or folded letter of every UTF-16 unit, once `prepareFolding` was called. */
export const folding: Uint16Array = new Uint16Array(0x10000);
let isPrepared = false;

/**
 * Fills `folding`, once, in a few milliseconds: with the first matcher rather than when the module is
 * loaded, so that an editor in which nobody opens a message does not pay for it.
 */
export function prepareFolding(): void {
  if (isPrepared) return;
  isPrepared = true;
  const table = folding;
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit;
  const all = textOf(table.subarray(0, 0x8000)) + textOf(table.subarray(0x8000));
  classify(
    table,
    all,
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu,
    single,
  );
  classify(table, all, /\p{sc=Hangul}+/gu, hangul);
  classify(table, all, /[\p{sc=Katakana}\u30fc\uff70]+/gu, katakana);
  classify(
    table,
    all,
    /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]+/g,
    mark,
  );
  // Punctuation of a script (the Katakana middle dot) is a boundary too.
  classify(table, all, /[^\p{L}\p{N}\p{M}]+/gu, boundary);
  table.fill(surrogate, 0xd800, 0xe000);
  for (const [first, end] of foldedBlocks)
    for (let unit = first; unit < end; unit++) fold(table, unit);
}

/** At most 0x8000 units: they are the arguments of one call. */
function textOf(units: Uint16Array): string {
  return String.fromCharCode.apply(undefined, units as unknown as number[]);
}

function classify(table: Uint16Array, all: string, runs: RegExp, value: number) {
  for (const { index, 0: run } of all.matchAll(runs)) table.fill(value, index, index + run.length);
}

function fold(table: Uint16Array, unit: number) {
  if (table[unit]! < CharacterClass.firstLetter) return;
  const lower = String.fromCharCode(unit).toLowerCase();
  const base = (strokes[lower] ?? lower).normalize('NFKD').toLowerCase().charAt(0);
  const folded = strokes[base] ?? base;
  const target = folded.charCodeAt(0);
  if (target >= CharacterClass.firstLetter && table[target] !== mark) table[unit] = target;
}

/** Whether a unit belongs to a word. NaN (outside the text) does not. */
export function isWordUnit(unit: number): boolean {
  return (folding[unit] ?? 0) > mark;
}

/** Whether a unit is a letter or digit of a script that writes words apart. */
export function isLetterUnit(unit: number): boolean {
  return (folding[unit] ?? 0) >= CharacterClass.firstLetter;
}

/** ’ ʼ ‘ ` ´ ′ and the full-width apostrophe all stand for '. */
export function isApostrophe(unit: number): boolean {
  if (unit < 0x80) return unit === 0x27 || unit === 0x60;
  return (
    unit === 0x2019 ||
    unit === 0x2018 ||
    unit === 0x2bc ||
    unit === 0xff07 ||
    unit === 0xb4 ||
    unit === 0x2032
  );
}

/** Hyphen, soft and non-breaking hyphen, hyphen point, en dash, minus. Em dashes divide words. */
export function isHyphen(unit: number): boolean {
  if (unit < 0x80) return unit === 0x2d;
  return (
    unit === 0xad ||
    unit === 0x2010 ||
    unit === 0x2011 ||
    unit === 0x2013 ||
    unit === 0x2212 ||
    unit === 0xff0d
  );
}

/** White space other than a line break. */
export function isBlank(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || unit === 0x09;
  return unit === 0xa0 || unit === 0x3000 || unit === 0x202f || (unit >= 0x2000 && unit <= 0x200a);
}
