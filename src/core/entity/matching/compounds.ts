import type { TextRange } from '../../text/text-range';
import { isBlank, isHyphen, isLetterUnit, isWordUnit } from './character-folding';

/** Words that make one name of the names around them: "Stratford-upon-Avon", "Aix-en-Provence". */
const linkWords = new Set(
  'upon on of the in le la les de du des sur sous en lès am an der den und by y i aan op bei ob'.split(
    ' ',
  ),
);

/** What may stand before a name with a capital too: "Non-NATO", "Pro-Russian". */
const prefixes = new Set(
  'non pro anti ex post pre mid trans cross sub inter neo ultra pan extra intra counter quasi semi pseudo al el ul as ash ad an then former late'.split(
    ' ',
  ),
);

/** What may stand after a name with a capital too, in headlines: "U.S.-Led Coalition". */
const suffixes = new Set(
  'led backed based born made funded linked controlled occupied held sponsored style trained supported wide bound area friendly run owned only brokered mediated imposed allied aligned dominated educated speaking built flagged administered annexed drafted style like type era side level born elect related affiliated hosted proposed approved mandated sanctioned ruled declared designed manufactured supplied designated initiated inspired oriented specific critical skeptical sceptical'.split(
    ' ',
  ),
);

/**
 * Drops the names that are only part of a hyphen compound: "Asia" in "Asia-Pacific", "Saxony" in
 * "Saxony-Anhalt". Names stay when the whole compound is names ("Russia-China alliance" has two), or
 * when the rest is a common word ("U.S.-led", "non-NATO", "Kyiv-based"); numbers make another name
 * ("Boeing-737"). A compound that is a name itself was found as one before. Linear.
 *
 * @param matches ordered, without overlap
 */
export function keepWholeCompounds<Range extends TextRange>(
  text: string,
  matches: readonly Range[],
): Range[] {
  const kept: Range[] = [];
  for (let first = 0; first < matches.length;) {
    let last = first;
    let next = partAfter(text, matches[last]!.end);
    while (last + 1 < matches.length && next === matches[last + 1]!.start) {
      last++;
      next = partAfter(text, matches[last]!.end);
    }
    const whole =
      (next === -1 || isCommonAfter(text, next)) &&
      isCommonBefore(text, partBefore(text, matches[first]!.start));
    if (whole) for (let index = first; index <= last; index++) kept.push(matches[index]!);
    first = last + 1;
  }
  return kept;
}

/** Where the part after a hyphen at `at` begins (perhaps on the next line), or -1. */
function partAfter(text: string, at: number): number {
  if (!isHyphen(text.charCodeAt(at))) return -1;
  let next = at + 1;
  if (text.charCodeAt(next) === 0x0a) {
    next++;
    const limit = next + 40;
    while (next < limit && isQuotePrefix(text.charCodeAt(next))) next++;
  }
  return isWordUnit(text.charCodeAt(next)) ? next : -1;
}

/** Where the part before a hyphen that stands before `at` ends, or -1. */
function partBefore(text: string, at: number): number {
  let before = at - 1;
  if (!isHyphen(text.charCodeAt(before))) {
    const limit = before - 40;
    while (before > limit && isQuotePrefix(text.charCodeAt(before))) before--;
    if (text.charCodeAt(before) !== 0x0a) return -1;
    before--;
    if (!isHyphen(text.charCodeAt(before))) return -1;
  }
  return isWordUnit(text.charCodeAt(before - 1)) ? before : -1;
}

function isCommonAfter(text: string, start: number): boolean {
  let end = start;
  while (end - start < 20 && isLetterUnit(text.charCodeAt(end))) end++;
  const word = text.slice(start, end);
  if (/^\d/.test(word)) return false;
  const lower = word.toLowerCase();
  return suffixes.has(lower) || (!isCapital(word) && !linkWords.has(lower));
}

function isCommonBefore(text: string, end: number): boolean {
  if (end === -1) return true;
  let start = end;
  while (end - start < 20 && isLetterUnit(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, end);
  const lower = word.toLowerCase();
  if (isCapital(word)) return prefixes.has(lower);
  // A small word after another hyphen: only a link word makes one name of both ends.
  return !(linkWords.has(lower) && isHyphen(text.charCodeAt(start - 1)));
}

function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

function isQuotePrefix(unit: number): boolean {
  return isBlank(unit) || unit === 0x3e;
}
