/**
 * Decides whether two wordings of a passage say different things: another name, another number, a
 * "not" more or less. Such a passage is another statement, not the same one edited.
 */

/** A word that stands on one side only, as written in the folded text. */
export interface ChangedWord {
  readonly word: string;
  /** Whether it opens a sentence, where every word has a capital. */
  readonly opensSentence: boolean;
  /** Whether a new word stands elsewhere in the text too, and so is another word and no slip. */
  readonly recurs: boolean;
}

/** Words of one gap of the alignment: those that went and those that came. */
export interface WordChange {
  readonly removed: readonly ChangedWord[];
  readonly added: readonly ChangedWord[];
}

const weightyWords = new Set(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety ' +
    'hundred hundreds thousand thousands million millions billion billions trillion dozen dozens ' +
    'half twice first second third fourth fifth sixth seventh eighth ninth tenth ' +
    'not no never none nobody nothing neither nor without cannot ' +
    'january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'yesterday today tomorrow ' +
    // The same in the languages of many archives: French, German, Spanish.
    'deux trois quatre cinq sept huit neuf dix mille pas jamais aucun sans ' +
    'zwei drei vier fünf sechs sieben acht neun zehn hundert tausend nicht kein keine nie niemals ohne ' +
    'dos tres cuatro cinco seis siete ocho nueve diez cien nunca ningún sin'
  )
    .normalize('NFKD')
    .split(' '),
);

const negations = new Set(
  (
    'not no never none nobody nothing neither nor without cannot non pas jamais aucun sans ' +
    'nicht kein keine nie niemals ohne nunca ningún sin'
  )
    .normalize('NFKD')
    .split(' '),
);

/** A letter more or less makes another word of these. */
const shortNegations = /^(?:no|non|not|now|nor|or|none|one|never|ever)$/i;

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
    const removed = change.removed.filter(
      (one) => !change.added.some((other) => isSlip(one, other)),
    );
    const added = change.added.filter((one) => !change.removed.some((other) => isSlip(one, other)));
    // Whole clauses cut out or put in do not turn over what is said in the rest.
    const isClause =
      Math.min(removed.length, added.length) === 0 && removed.length + added.length > 3;
    if (isClause) continue;
    if (removed.some(isNegation) || added.some(isNegation)) return true;
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

function isNegation({ word }: ChangedWord): boolean {
  return negations.has(word.toLowerCase());
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
 * and no name that people bear beside the other, as Hansen and Hanson, Clark and Clarke.
 */
function isSlip(one: ChangedWord, other: ChangedWord): boolean {
  const a = one.word;
  const b = other.word;
  if (a === b) return true;
  if (/\p{N}/u.test(a + b) || (isWeighty(one) && isWeighty(other))) return false;
  if (shortNegations.test(a) || shortNegations.test(b)) return false;
  if (a.toLowerCase() === b.toLowerCase()) return true;
  const isGrave = [one, other].some((word) => isName(word) || isWeighty(word) || isCaseless(word));
  const length = Math.max(a.length, b.length);
  if (length < (isGrave ? 5 : 3)) return false;
  const slip = slipBetween(a, b);
  if (!slip || !isGrave) return slip !== undefined;
  if (one.recurs || other.recurs) return false;
  const { left, right, start, end } = slip;
  const isInside = start > 0 && end > 0;
  if (left.length === right.length && left.length === 1)
    return isInside && vowels.test(left) !== vowels.test(right);
  return left.length === 2 || a[start - 1] === left + right || (isInside && length > 5);
}

const vowels = /[aeiouyаеиіоуяюєї]/i;

/** What differs between two words, and how many letters before and behind it are the same. */
function slipBetween(a: string, b: string) {
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
