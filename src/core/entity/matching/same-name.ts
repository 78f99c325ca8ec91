import { CharacterClass, folding, isApostrophe, isBlank, isHyphen } from './character-folding';

/** Whether capitals matter: as stated, or by the rule for names. */
export type CaseRule = 'sensitive' | 'insensitive' | 'name';

/**
 * Whether `text.slice(start, end)` writes the name `alias` (in NFC): letter by letter, with
 *
 * - white space for white space, and one line break with quote marks among it; a line may also break
 *   after the name's hyphen;
 * - any apostrophe for any apostrophe, any hyphen for any hyphen;
 * - diacritics left out of the alias free in the text, those in the alias required;
 * - capitals required where the alias has them, and otherwise only allowed at the beginning of a
 *   word or throughout ("BRUSSELS") — unless the rule says `sensitive` or `insensitive`.
 */
export function isSameName(
  alias: string,
  text: string,
  start: number,
  end: number,
  rule: CaseRule,
): boolean {
  const isSame = isSameInAscii(alias, text, start, end, rule);
  if (isSame !== undefined) return isSame;
  const written = text.slice(start, end).normalize('NFC');
  const letters = rule === 'name' && isAllCapitals(written) ? 'insensitive' : rule;
  let other = 0;
  let wordStart = true;
  for (let at = 0; at < alias.length;) {
    const unit = alias.charCodeAt(at);
    if (isBlank(unit) || unit === 0x0a) {
      const next = passWhiteSpace(written, other);
      if (next === other) return false;
      other = next;
      while (isBlank(alias.charCodeAt(at)) || alias.charCodeAt(at) === 0x0a) at++;
      wordStart = true;
      continue;
    }
    other = passMarks(written, other, unit);
    const found = written.charCodeAt(other);
    if (!isSameCharacter(unit, found, letters, wordStart)) return false;
    wordStart = folding[unit] === 0 && !isApostrophe(unit);
    at++;
    other++;
    if (isHyphen(found) && written.charCodeAt(other) === 0x0a)
      other = passWhiteSpace(written, other);
  }
  return passMarks(written, other, 0) === written.length;
}

/**
 * The answer for most names that a text writes otherwise: both are letters of ASCII and only capitals differ.
 * Undefined where more than that differs.
 */
function isSameInAscii(
  alias: string,
  text: string,
  start: number,
  end: number,
  rule: CaseRule,
): boolean | undefined {
  let hasSmall = false;
  let needsAllCapitals = false;
  let before = 0x20;
  for (let at = 0; at < alias.length; at++) {
    const wanted = alias.charCodeAt(at);
    const found = text.charCodeAt(start + at);
    if (wanted > 0x7f || found > 0x7f || start + at >= end) return undefined;
    if (found >= 0x61 && found <= 0x7a) hasSmall = true;
    if (wanted !== found) {
      const isCapital = found >= 0x41 && found <= 0x5a;
      if ((wanted ^ found) !== 0x20 || !(isCapital || (found >= 0x61 && found <= 0x7a)))
        return undefined;
      // A capital of the name is never small in the text, unless the rule takes any case.
      if (rule === 'sensitive' || (rule === 'name' && !isCapital)) return false;
      if (rule === 'name' && (folding[before] !== 0 || isApostrophe(before)))
        needsAllCapitals = true;
    }
    before = wanted;
  }
  if (end - start !== alias.length) return undefined;
  return !needsAllCapitals || !hasSmall;
}

/** Passes marks that NFC could not join to their letter (Arabic vowel points), unless one is wanted. */
function passMarks(text: string, at: number, wanted: number): number {
  let next = at;
  for (;;) {
    const unit = text.charCodeAt(next);
    if (unit === wanted || folding[unit] !== CharacterClass.mark) return next;
    next++;
  }
}

function isSameCharacter(
  wanted: number,
  found: number,
  rule: CaseRule,
  wordStart: boolean,
): boolean {
  if (wanted === found) return true;
  if (isApostrophe(wanted)) return isApostrophe(found);
  if (isHyphen(wanted)) return isHyphen(found);
  if (Number.isNaN(found) || folding[wanted] !== folding[found] || folding[wanted] === 0)
    return false;
  const wantedLower = String.fromCharCode(wanted).toLowerCase();
  const foundLower = String.fromCharCode(found).toLowerCase();
  const plain = wantedLower.charCodeAt(0) === folding[wanted];
  if (!plain && wantedLower !== foundLower) return false;
  if (rule === 'insensitive') return true;
  const wantedCapital = wantedLower !== String.fromCharCode(wanted);
  const foundCapital = foundLower !== String.fromCharCode(found);
  if (wantedCapital === foundCapital) return true;
  return rule === 'name' && foundCapital && wordStart;
}

/** Where white space that begins at `at` ends: blanks, and one line break with quote marks after it. */
function passWhiteSpace(text: string, at: number): number {
  let next = at;
  while (isBlank(text.charCodeAt(next))) next++;
  if (text.charCodeAt(next) !== 0x0a) return next;
  next++;
  while (isBlank(text.charCodeAt(next)) || text.charCodeAt(next) === 0x3e) next++;
  return next;
}

/** At least two letters, and none of them small. */
function isAllCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase() && text.length > 1;
}
