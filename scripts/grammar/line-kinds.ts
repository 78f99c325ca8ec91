import { field, firstWord, firstWordBeyondLatin, month } from './words';

/**
 * Words with capitals, dates and an agency up to a dash, as a dateline has them. Most sentences are none
 * since their second word is in small letters and longer than three.
 */
export const datelineAhead =
  "\\p{Lu}[\\p{L}'’.]*+(?! [a-z]{4})(?:[, /-]{1,2}(?:\\p{Lu}[\\p{L}'’.]*+|\\d{1,4}(?: \\p{Ll}{3,10})?|(?:de|la|el|al|of|and|du|des|sur|am)(?= )|\\([^()\\n]{1,40}\\)))*+\\.?[ \\u00A0]{0,2}(?:--|[—–―]|[-_] )";

/** The number of a list's item, or a date that begins with its day or year. */
const numbers =
  '\\d{1,4}(?:[.)][ \\t]|[-/.]\\d{1,2}[-/.]\\d|年|(?:er|st|nd|rd|th|[.º])?(?: de)? \\p{L}{3,12}[.,]{0,2}(?: de)? \\d{2,4})';

/**
 * How a line begins that may be more than running text, when it begins with a capital A to Z:
 * in capitals throughout, or with a word that opens a field, date, byline, caption or footer.
 */
export const capitalsKind = `(?:[A-Z][^\\p{Ll}\\n]*+\\n|${firstWord}|[A-Z]\\)|Am [^\\n]{2,80}schrieb)`;

/**
 * How all other lines begin that may be more than running text: with a mark, a number, blanks before one of
 * them, a capital of another script, or a first word as long as a line of base64.
 */
export const markKind =
  '(?:[a-z]\\)|o[ \\t]{2}|by \\p{Lu}|[A-Za-z0-9+/]{60}|(?![A-Za-z\\n])(?:' +
  `[━─═⇐⇒•●▪◦‣·]|[*+-][ \\t]|--|\\[\\[|_{3}|={3}|~{3}|#{3}|\\*{3}|\\+{3}|${numbers}|\\(?[a-zA-Z\\d]\\)` +
  `|\\s++(?:[•●▪◦‣·]|[*+-][ \\t]|\\d{1,3}[.)] |(?=\\p{Lu})${datelineAhead})` +
  `|(?=\\p{Lu})(?:${datelineAhead}|\\p{Lu}[^\\p{Ll}\\n]*+\\n|${firstWordBeyondLatin})))`;

/** A bullet (group 1) or a number (group 2) that opens an item of a list. */
export const listMark =
  '[ \\t]{0,12}(?:([•●▪◦‣·]|[*+-](?=[ \\t]{1,8}(?![*-][ \\t])\\S)|o(?=[ \\t]{2,8}\\S))' +
  `|(\\d{1,3}[.)](?! ${month})|\\(?[a-zA-Z\\d]\\))(?=[ \\t]{1,8}\\S))`;

/** How a file begins whose first line opens a block or the head of extracted text. */
export const openingKind = `^(?=From |${field}:|[A-Z][A-Za-z]{0,15}-[A-Za-z0-9-]{1,40}:[ \\t]|[-_]|[A-Za-z0-9+/]{60})|\\A(?=\\[|[⇐⇒━\\s]{0,400}\\n)`;
