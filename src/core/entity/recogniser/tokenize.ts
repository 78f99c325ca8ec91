import { Character, characterClass } from './character-class';
import { hashPrime, hashSeed } from './word-hash';

/** Bits that tell how a token is written. */
export const Shape = {
  /** Begins with a capital: the token may belong to a name. */
  capital: 1,
  /** Two or more capitals and no small letter: an acronym, or a word of a line in capitals. */
  allCapitals: 2,
  /** One capital and a full stop, or several ("J.", "U.S."). */
  initial: 4,
  /** Has a capital after a small letter ("McKinley", "YouTube"). */
  mixed: 8,
  word: 16,
  number: 32,
  /** Full stop, question or exclamation mark, colon, semicolon: what follows starts anew. */
  stop: 64,
  /** An address, a path or a piece of code: never a name. */
  noise: 128,
  comma: 256,
  /** A number that counts a place in a row: "14th". */
  ordinal: 512,
  /** In a line of code. */
  code: 1024,
} as const;

/** What lies between a token and the one before it. */
export const Gap = {
  none: 0,
  space: 1,
  /** A tab or so many blanks that a new column begins, as in signatures: no name goes on. */
  column: 2,
  lineBreak: 3,
  /** A line break and the `>` of a quoted line, or one that wraps nothing: the sentence goes on, but no name does. */
  firmBreak: 4,
  paragraph: 5,
} as const;

/** Whether no name goes on over the gap. */
export function partsNames(gap: number): boolean {
  return gap >= Gap.firmBreak || gap === Gap.column;
}

/** Text set to a width has up to three blanks between its words. */
const fewestColumnBlanks = 4;
const tab = 0x09;

/** The tokens of a text as parallel arrays; offsets in UTF-16 units. */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly shapes: Uint16Array;
  readonly gaps: Uint8Array;
  /** 32-bit hash of the token in small letters, without its final full stop; signed, as engines keep it unboxed. */
  readonly hashes: Int32Array;
}

const period = 0x2e;
const hyphen = 0x2d;
/** Begins the lines of what a reply quotes. */
const quotationSign = 0x3e;
const apostrophe = 0x27;
const rightQuote = 0x2019;

function lowerUnit(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
  if (unit === rightQuote) return apostrophe;
  return characterClass(unit) === Character.upper
    ? String.fromCharCode(unit).toLowerCase().charCodeAt(0)
    : unit;
}

/** Endings of words that join a name with a hyphen and are no part of it: "Moscow-based", "U.S.-led". */
const compoundTail =
  /^-(?:[a-z]{1,12}(?:ed|ing)|led|born|run|wide|style|era|like|made|held|only|type|friendly|free|language|area|bound|to|in|and|the)(?![a-z-])/;

const partyState = /^[RDI]-\p{Lu}\p{Ll}/u;

function isLetter(unit: number): boolean {
  const kind = characterClass(unit);
  return kind === Character.upper || kind === Character.lower;
}

/** Abbreviations that keep their full stop inside a name or before it. */
const abbreviations = new Set(
  'mr mrs ms dr st sen rep gen col lt sgt capt gov prof rev hon jr sr inc corp ltd co bros mt ft pres adm cmdr maj pvt cpl supt atty det fr ste messrs cllr ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo'.split(
    ' ',
  ),
);

/** Splits `text` into words, numbers and single signs in one pass, linear in its length. */
export function tokenize(text: string): Tokens {
  const length = text.length;
  let capacity = Math.max(64, length >> 2);
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let shapes = new Uint16Array(capacity);
  let gaps = new Uint8Array(capacity);
  let hashes = new Int32Array(capacity);
  let count = 0;
  let position = 0;
  let gap: number = Gap.paragraph;

  while (position < length) {
    const unit = text.charCodeAt(position);
    const kind = characterClass(unit);
    if (unit === quotationSign && gap >= Gap.lineBreak) {
      if (gap === Gap.lineBreak) gap = Gap.firmBreak;
      position++;
      continue;
    }
    if (kind === Character.space || kind === Character.lineBreak) {
      if (kind === Character.lineBreak) {
        gap = gap >= Gap.lineBreak ? Gap.paragraph : Gap.lineBreak;
      } else {
        if (gap === Gap.none) gap = Gap.space;
        const isWide = unit === tab || position + 1 - ends[count - 1]! >= fewestColumnBlanks;
        if (gap === Gap.space && isWide) gap = Gap.column;
      }
      position++;
      continue;
    }
    if (count === capacity) {
      capacity *= 2;
      const grow = <T extends Int32Array | Uint8Array | Uint16Array>(old: T, fresh: T): T => {
        fresh.set(old);
        return fresh;
      };
      starts = grow(starts, new Int32Array(capacity));
      ends = grow(ends, new Int32Array(capacity));
      shapes = grow(shapes, new Uint16Array(capacity));
      gaps = grow(gaps, new Uint8Array(capacity));
      hashes = grow(hashes, new Int32Array(capacity));
    }
    const end =
      kind === Character.other && isPossessive(text, position)
        ? position + 2
        : kind === Character.other
          ? position + 1
          : endOfWord(text, position, kind === Character.digit);
    starts[count] = position;
    ends[count] = end;
    gaps[count] = gap;
    shapes[count] = shapeOf(text, position, end, kind);
    hashes[count] = hashOf(text, position, end);
    count++;
    position = end;
    gap = Gap.none;
  }
  return { count, starts, ends, shapes, gaps, hashes };
}

/** `'s` with no letter after it: one token, so that a name can go on behind it ("King's College"). */
function isPossessive(text: string, start: number): boolean {
  const unit = text.charCodeAt(start);
  return (
    (unit === apostrophe || unit === rightQuote) &&
    (text.charCodeAt(start + 1) | 0x20) === 0x73 &&
    !(start + 2 < text.length && isLetter(text.charCodeAt(start + 2)))
  );
}

function hashOf(text: string, start: number, end: number): number {
  const last = end - start > 1 && text.charCodeAt(end - 1) === period ? end - 1 : end;
  let hash = hashSeed;
  for (let index = start; index < last; index++) {
    hash = Math.imul(hash ^ lowerUnit(text.charCodeAt(index)), hashPrime);
  }
  return hash | 0;
}

function endOfWord(text: string, start: number, number: boolean): number {
  const length = text.length;
  let end = start + 1;
  let letters = 1;
  while (end < length) {
    const unit = text.charCodeAt(end);
    const kind = characterClass(unit);
    if (kind === Character.upper || kind === Character.lower || kind === Character.digit) {
      end++;
      letters++;
      continue;
    }
    const next = end + 1 < length ? text.charCodeAt(end + 1) : 0x20;
    const nextKind = characterClass(next);
    if (unit === period) {
      // "U.S.", "J.", "3.5", "Mr."
      const single = letters === 1 && characterClass(text.charCodeAt(end - 1)) === Character.upper;
      if (number && nextKind === Character.digit) {
        end++;
        continue;
      }
      if (single) {
        end++;
        if (nextKind === Character.upper) {
          letters = 0;
          continue;
        }
        return end;
      }
      if (end - start <= 6 && abbreviations.has(text.slice(start, end).toLowerCase()))
        return end + 1;
      return end;
    }
    // "R-Ohio", "D-Calif.": the party stands before the state.
    if (unit === hyphen && end - start === 1 && partyState.test(text.slice(start, start + 4))) {
      return end;
    }
    if (unit === hyphen && isLetter(next) && !compoundTail.test(text.slice(end, end + 16))) {
      end++;
      letters = 0;
      continue;
    }
    // "O'Brien", "D’Souza"; a possessive stays outside.
    if (
      (unit === apostrophe || unit === rightQuote) &&
      nextKind === Character.upper &&
      end - start <= 2
    ) {
      end++;
      letters = 0;
      continue;
    }
    return end;
  }
  return end;
}

function shapeOf(text: string, start: number, end: number, kind: number): number {
  if (kind === Character.other) {
    const unit = text.charCodeAt(start);
    // . ! ? : ; and the bullet and quotation marks that open a line
    return unit === period || unit === 0x21 || unit === 0x3f || unit === 0x3a || unit === 0x3b
      ? Shape.stop
      : unit === 0x2c
        ? Shape.comma
        : 0;
  }
  if (kind === Character.digit) {
    const ordinal = end - start > 2 && /^(?:st|nd|rd|th)$/.test(text.slice(end - 2, end));
    return ordinal ? Shape.number | Shape.ordinal : Shape.number;
  }
  let upper = 0;
  let lower = 0;
  let mixed = false;
  for (let index = start; index < end; index++) {
    const each = characterClass(text.charCodeAt(index));
    if (each === Character.upper) {
      upper++;
      if (lower > 0 && characterClass(text.charCodeAt(index - 1)) === Character.lower) mixed = true;
    } else if (each === Character.lower) lower++;
  }
  let shape: number = Shape.word;
  const capital = kind === Character.upper || (mixed && upper > 0);
  if (capital || /^(?:al|el|an|as|ad)-\p{Lu}/u.test(text.slice(start, start + 4)))
    shape |= Shape.capital;
  if (mixed) shape |= Shape.mixed;
  if (upper > 1 && lower === 0) shape |= Shape.allCapitals;
  if (text.charCodeAt(end - 1) === period && lower === 0) shape |= Shape.initial;
  return shape;
}
