import {
  CharacterClass,
  folding,
  isApostrophe,
  isLetterUnit,
  isWordUnit,
} from './character-folding';

const { hangul, firstLetter } = CharacterClass;
/** This module's own name for the table, which is looked up for every match. */
const table = folding;

/** French, Italian and Catalan elisions: "l’Ukraine", "dell'Onu", "d’Alan". */
const elisions = new Set([
  ...['l', 'd', 'j', 'n', 's', 'c', 'm', 't', 'qu', 'jusqu', 'lorsqu', 'puisqu'],
  ...['all', 'dell', 'nell', 'sull', 'dall', 'un', 'quell', 'quest'],
]);

/** What may follow a name after an apostrophe: English, and Turkish case endings ("Ankara'da"). */
const endings = new Set([
  ...['s', 'd', 'll', 've', 're', 'm'],
  ...['da', 'de', 'ta', 'te', 'dan', 'den', 'tan', 'ten', 'daki', 'deki'],
  ...['nın', 'nin', 'nun', 'nün', 'ın', 'in', 'un', 'ün', 'na', 'ne', 'ya', 'ye'],
  ...['yı', 'yi', 'yu', 'yü', 'ı', 'i', 'u', 'ü', 'la', 'le', 'yla', 'yle', 'lı', 'li'],
]);

/** First syllables of Korean particles, which stand after a name without a blank. */
const particles = new Set('은는이가을를의에와과도만까부으로께라서인측군산발');

/** Arabic and Hebrew one-letter words that are written together with the next word. */
const arabicPrefix = /^[وف]?[بكل]?$/;
const hebrewPrefix = /^[ושכ]?[הבלמ]?$/;

/**
 * Whether a name at `start … end` stands alone as a word: not inside another word, a compound with
 * an apostrophe ("Xi'an" is not Xi), "&" or "_", an e-mail or domain name. Hyphens are judged by
 * `keepWholeCompounds`, which knows the names around.
 *
 * @param prefix how many letters before `start` are a prefix that `prefixLengths` found
 */
export function isWholeWord(text: string, start: number, end: number, prefix: number): boolean {
  return (prefix > 0 || beginsWord(text, start, end)) && endsWord(text, start, end);
}

function beginsWord(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const first = table[text.charCodeAt(start)]!;
  if (isLetterUnit(before) && (first >= firstLetter || first === 0)) return false;
  if (first === hangul && table[before] === hangul) return false;
  const beyond = text.charCodeAt(start - 2);
  if (!isWordUnit(beyond)) return true;
  if (isApostrophe(before)) return elisions.has(lettersBefore(text, start - 1));
  // "U.S." holds no name "S".
  if (before === 0x2e) return end - start > 2 || isWordUnit(text.charCodeAt(start - 3));
  return !isJoiner(before);
}

function endsWord(text: string, start: number, end: number): boolean {
  const after = text.charCodeAt(end);
  if (Number.isNaN(after)) return true;
  const last = table[text.charCodeAt(end - 1)]!;
  if (isLetterUnit(after)) return last !== 0 && last < firstLetter;
  if (last === hangul && table[after] === hangul) return isParticle(text, end);
  if (table[after] === CharacterClass.mark) return false;
  if (last === CharacterClass.single && /\p{M}/u.test(text.charAt(end))) return false;
  const beyond = text.charCodeAt(end + 1);
  if (!isWordUnit(beyond)) return true;
  if (isApostrophe(after)) return endings.has(lettersAfter(text, end + 1).toLowerCase());
  // "Yahoo.com": a full stop before a small letter is part of an address; "U.S." holds no name "U".
  if (after === 0x2e) return !(beyond >= 0x61 && beyond <= 0x7a) && end - start > 1;
  return !isJoiner(after);
}

/** & _ @ between two words make them one. */
function isJoiner(unit: number): boolean {
  return unit === 0x26 || unit === 0x5f || unit === 0x40;
}

function isParticle(text: string, end: number): boolean {
  let after = end;
  while (table[text.charCodeAt(after)] === hangul && after - end <= 3) after++;
  return after - end <= 3 && particles.has(text.charAt(end));
}

function lettersBefore(text: string, end: number): string {
  let start = end;
  while (end - start < 8 && isLetterUnit(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end).toLowerCase();
}

function lettersAfter(text: string, start: number): string {
  let end = start;
  while (end - start < 8 && isLetterUnit(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

/**
 * How many letters at the start of an Arabic or Hebrew word may be conjunctions and prepositions
 * written together with it ("وروسيا" is "and Russia"); the possible lengths, shortest first.
 */
export function prefixLengths(text: string, start: number, end: number): readonly number[] {
  const first = text.charCodeAt(start);
  const prefix =
    first >= 0x0621 && first <= 0x064a
      ? arabicPrefix
      : first >= 0x05d0 && first <= 0x05ea
        ? hebrewPrefix
        : undefined;
  if (!prefix) return [];
  return [1, 2].filter(
    (length) => end - start > length + 2 && prefix.test(text.slice(start, start + length)),
  );
}
