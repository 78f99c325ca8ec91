/**
 * Decides whether two wordings of a passage say different things: another name, another number, a
 * "not" more or less. Such a passage is another statement, not the same one edited.
 */

import { negations, resembling, weightyWords } from './weighty-words';

/** A word that stands on one side only, as written in the folded text. */
export interface ChangedWord {
  readonly word: string;
  /** Whether it opens a sentence, where every word has a capital. */
  readonly opensSentence: boolean;
  /** Whether a new word stands elsewhere in the text too, and so is another word and no slip. */
  readonly recurs: boolean;
  /** Whether a word with a capital stands right beside it, unchanged: the rest of a name. */
  readonly isPartOfName: boolean;
}

/** Words of one gap of the alignment: those that went and those that came. */
export interface WordChange {
  readonly removed: readonly ChangedWord[];
  readonly added: readonly ChangedWord[];
  /** The words that went are only the end of a longer stretch that did. */
  readonly isCutOff: boolean;
}

/** Words that often open a sentence and name nobody. */
const plainOpeners = new Set(
  (
    'the a an this that these those it its he she they we you i his her their our my in on at by ' +
    'for from with to of as and but or if when while after before since because although however ' +
    'there here what who where how some many most all both each every several other such also ' +
    'still yet then now only even just more less officials ministers leaders'
  ).split(' '),
);

export function changesStatement(changes: readonly WordChange[]): boolean {
  let wasNumber = false;
  let isNumber = false;
  let wasName = false;
  let isNewName = false;
  for (const change of changes) {
    if (change.isCutOff || joined(change.removed) === joined(change.added)) continue;
    const removed = change.removed.filter(
      (one) => !change.added.some((other) => isSlip(one, other)),
    );
    const added = change.added.filter((one) => !change.removed.some((other) => isSlip(one, other)));
    // Whole clauses cut out or put in do not turn over what is said in the rest.
    const isClause =
      Math.min(removed.length, added.length) === 0 && removed.length + added.length > 3;
    if (isClause) continue;
    if (removed.some(isNegation) || added.some(isNegation)) return true;
    if (removed.length === 0 && added.some(isMistypedNegation)) return true;
    // Scripts without capitals do not show which words are names: any replaced word may be one.
    if (removed.some(isCaseless) && added.some(isCaseless)) return true;
    if (removed.some(isWeighty) && added.length > 0) return true;
    wasNumber ||= removed.some(isWeighty);
    isNumber ||= added.some(isWeighty);
    wasName ||= removed.some(isName);
    isNewName ||= added.some(isName);
  }
  return (wasName && isNewName) || (wasNumber && isNumber);
}

/** Letters without spaces and hyphens: words that were divided or joined are the same. */
function joined(words: readonly ChangedWord[]): string {
  return words.map(({ word }) => word.toLowerCase()).join('');
}

function isNegation({ word }: ChangedWord): boolean {
  return negations.has(word.toLowerCase());
}

/** Whether a word that was put in is a negation with a slip, and nothing else that is known. */
function isMistypedNegation({ word, recurs }: ChangedWord): boolean {
  const plain = word.toLowerCase();
  if (recurs || weightyWords.has(plain) || resembling.has(plain)) return false;
  return [...negations].some((one) => isLong(one, one, 3) && slipBetween(one, plain));
}

/** Numbers and words that turn a statement over. */
function isWeighty({ word }: ChangedWord): boolean {
  return /\p{N}/u.test(word) || weightyWords.has(word.toLowerCase());
}

function isName({ word, opensSentence }: ChangedWord): boolean {
  if (!/\p{Lu}/u.test(word)) return false;
  return !opensSentence || !plainOpeners.has(word.toLowerCase());
}

function isCaseless({ word }: ChangedWord): boolean {
  return /\p{Lo}/u.test(word);
}

/**
 * Whether two words are one word with a slip: one letter more, less, replaced, or two neighbours
 * swapped (Damerau 1964), in a word long enough to be recognised. Numbers are never mistyped: 1990 and
 * 1991 are two years. Names and words of weight only where it makes no word that the text has elsewhere
 * and no word or name that people bear beside the other, as Hansen and Hanson, Clark and Clarke.
 */
function isSlip(one: ChangedWord, other: ChangedWord): boolean {
  const a = one.word;
  const b = other.word;
  if (a === b) return true;
  if (/\p{N}/u.test(a + b) || (isWeighty(one) && isWeighty(other))) return false;
  if (a.toLowerCase() === b.toLowerCase()) return true;
  const slip = slipBetween(a, b);
  if (!slip) return false;
  if (one.recurs || other.recurs) return ![one, other].some(isGrave) && isLong(a, b, 3);
  if (isNoWord(a) || isNoWord(b)) return true;
  // These words are known, and so are the others that a slip makes of them.
  if (isWeighty(one)) return isLong(a, b, 3) && !resembling.has(b.toLowerCase());
  if (isWeighty(other)) return isLong(a, b, 3) && !resembling.has(a.toLowerCase());
  if (![one, other].some(isGrave)) return isLong(a, b, 3);
  return isLong(a, b, 5) && isSlipInName(one, other, slip);
}

function isSlipInName(
  one: ChangedWord,
  other: ChangedWord,
  { left, right, start, end }: Slip,
): boolean {
  const isInside = start > 0 && end > 0;
  const isReplaced = left.length === 1 && right.length === 1;
  const ofVowels = isReplaced && vowels.test(left) && vowels.test(right);
  if (left.length === 2 || one.word[start - 1] === left + right) return true;
  if (isInside && isReplaced && vowels.test(left) !== vowels.test(right)) return true;
  if (isInside && !isReplaced && isLong(one.word, other.word, isCaseless(one) ? 5 : 6)) return true;
  // Nobody else bears the one name unchanged and nearly the other.
  const isPart = one.isPartOfName && other.isPartOfName;
  return isPart && !ofVowels && (isInside || (end === 0 && !namesEndIn.test(left + right)));
}

function isGrave(word: ChangedWord): boolean {
  return isName(word) || isWeighty(word) || isCaseless(word);
}

function isLong(a: string, b: string, least: number): boolean {
  return Math.max(a.length, b.length) >= least;
}

/** Letters of two scripts, or a capital behind a small letter at the start: nothing is spelt like that. */
function isNoWord(word: string): boolean {
  return (
    (/\p{Script=Latin}/u.test(word) &&
      /\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Arabic}|\p{Script=Hebrew}/u.test(word)) ||
    /^\p{Ll}\p{Lu}\p{Ll}/u.test(word)
  );
}

const vowels = /[aeiouyаеиіоуяюєї]/i;
/** What one name has at its end more than another: Clark and Clarke, Peter and Peters. */
const namesEndIn = /[aeioynsаеиійоуяюєї]/i;

interface Slip {
  readonly left: string;
  readonly right: string;
  readonly start: number;
  readonly end: number;
}

/** What differs between two words, and how many letters before and behind it are the same. */
function slipBetween(a: string, b: string): Slip | undefined {
  if (Math.abs(a.length - b.length) > 1) return undefined;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  const isSwapped = left.length === 2 && left === [...right].reverse().join('');
  const isOneLetter = left.length <= 1 && right.length <= 1;
  return isSwapped || isOneLetter ? { left, right, start, end } : undefined;
}
