import { CharacterClass, folding, isLetterUnit } from './character-folding';
import { WordScanner } from './word-scanner';

const { boundary, mark } = CharacterClass;

/** Where the first word of a name begins. */
export function firstWordStart(name: string): number {
  const scanner = new WordScanner();
  let at = 0;
  while (at < name.length && !scanner.scan(name, at)) at++;
  return at;
}

/** Where the first word begins that a search from `start` does not find cut. */
export function afterCutWord(text: string, start: number, end: number): number {
  let at = start;
  if (!isLetterUnit(text.charCodeAt(at - 1))) return at;
  while (at < end && (isLetterUnit(text.charCodeAt(at)) || folding[text.charCodeAt(at)] === mark))
    at++;
  return at;
}

/** Where the last word of a name ends. */
export function lastWordEnd(name: string): number {
  let end = name.length;
  while (end > 0 && folding[name.charCodeAt(end - 1)] === boundary) end--;
  return end;
}
