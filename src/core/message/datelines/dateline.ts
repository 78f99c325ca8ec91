import type { Dateline } from '../message';
import { isAgency } from './agencies';
import { isAgencyName, readHead, type DatelineHead } from './dateline-head';
import { isDatelinePlace } from './dateline-place';
import { mayBeEastern, readEasternDateline } from './eastern-dateline';
import { mayBeUndashed, readUndashed } from './undashed-dateline';

/** No dateline is longer: the reader looks no further, so every paragraph costs the same. */
const longest = 140;

/** The dash that ends a dateline; some agencies end it with a colon after their name or a full stop after a slash. */
const dash =
  /(?:--+|—|–|―|−|‒|(?<=[.\s])[-_~](?=\s|$|["“«]|\p{Lu})|(?<=[)\]])[-_](?=\s|$|["“«\p{L}])|(?<=\)\s?):(?=\s)|(?<=\p{L}\s?\/)\.(?=\s))/gu;

const unclosed = /^[(（][^()（）]*$/;

/**
 * Italian agencies sign before the place, with a dash of their own ("(ANSA) - ROMA, 03 MAG - "), and
 * press offices set the date apart ("WARSAW – May 3, 2021 – "): place and date after the first dash,
 * and where their own dash ends; null when there are none.
 */
function afterSignature(window: string, from: number): { head: DatelineHead; end: number } | null {
  const found = /^\s*([^()\n]{2,60}?)\s(?:--|[-–—])(?=\s)/u.exec(window.slice(from));
  const head = found && readHead(found[1]!);
  if (!head || head.agency !== null) return null;
  if (head.place === '' ? head.date === null : !isDatelinePlace(head.place, head.date !== null))
    return null;
  return { head, end: from + found[0].length };
}

/** True for an ASCII sign that may end a dateline: no hyphen within a word, no colon right behind one. */
function mayEnd(text: string, at: number, code: number): boolean {
  if (code === 47) return text.charCodeAt(at + 1) === 46;
  if (code !== 45 && code !== 95 && code !== 126 && code !== 58) return false;
  return !isWordCode(text.charCodeAt(at - 1)) || (code === 45 && text.charCodeAt(at + 1) === 45);
}

/** ASCII letters and digits. */
function isWordCode(code: number): boolean {
  const lower = code | 32;
  return (code >= 48 && code <= 57) || (lower >= 97 && lower <= 122);
}

/** Where the first sign stands that could end a dateline; -1 when there is none. */
function firstSign(text: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x2012 ? code <= 0x2015 || code === 0x2212 : mayEnd(text, at, code))
      return code === 47 ? at : at - 1;
  }
  return -1;
}

/** Names such as "al-Qaeda" and "d'Estaing" begin a sentence in lower case. */
function startsWithArticle(text: string, from: number): boolean {
  return /^\s*(?:al|el|ash|d|de|l|e|i)[-'’]?\p{Lu}|^\s*(?:al|el|d|l)[-'’]\p{L}/u.test(
    text.slice(from),
  );
}

/** True for "X - 31 January, perhaps - was …": the words between two dashes are no sentence. */
function isInsertion(window: string, from: number): boolean {
  return /^\s*\d[^-–—.!?]{0,60}\s(?:--|[-–—])\s\p{Ll}/u.test(window.slice(from));
}

function accepted({ place, agency, date }: DatelineHead, signDash: boolean): boolean {
  if (place === '')
    return agency !== null ? isAgencyName(agency, false) : date !== null && /\d{4}$|^\d/.test(date);
  if (!isDatelinePlace(place, agency !== null || date !== null)) return false;
  return (
    signDash || agency !== null || date !== null || !/\p{Ll}/u.test(place) || place.includes(',')
  );
}

/**
 * Reads the dateline that opens a paragraph: place, agency and date as far as given, then a dash. What
 * follows the dash must begin a sentence, so that "NATO -- an alliance of 30 -- said" is none. Without
 * a dash only what is certain is read.
 *
 * @param start UTF-16 offset of the paragraph's first character.
 * @param end   UTF-16 offset of the paragraph's end.
 * @returns     the dateline with `place` '' when only an agency or a date is given; its range ends
 *              with the dash; or null.
 */
export function readDateline(text: string, start: number, end: number): Dateline | null {
  const limit = Math.min(end, start + longest);
  const sign = firstSign(text, start, limit);
  const undashed = mayBeUndashed(text, start, limit);
  if (sign === -1 && !undashed && !mayBeEastern(text.charCodeAt(start))) return null;
  const window = text.slice(start, limit);
  return (
    readEasternDateline(window, start) ??
    (sign === -1 ? null : readDashed(window, start, sign - start)) ??
    (undashed ? readUndashed(window, start) : null)
  );
}

/** Reads a dateline that ends with a dash, which stands no further to the left than at `sign`. */
function readDashed(window: string, start: number, sign: number): Dateline | null {
  if (!/^[\p{Lu}\p{Lo}(（[［\d]/u.test(window)) return null;
  dash.lastIndex = sign;
  for (let tries = 0; tries < 3; tries++) {
    const match = dash.exec(window);
    if (!match || match.index === 0) return null;
    const head = window.slice(0, match.index).replace(/\s+/g, ' ');
    let dateEnd = match.index + match[0].length;
    if (unclosed.test(head)) continue;
    // A lower-case letter goes on with a sentence: no dateline.
    if (
      /^\s*["“”„«»'‘’`(¿¡[]*\p{Ll}/u.test(window.slice(dateEnd)) &&
      !startsWithArticle(window, dateEnd)
    )
      continue;
    if (isInsertion(window, dateEnd)) continue;
    let read = readHead(head);
    // Business wires sign after the dash: "LONDON--(BUSINESS WIRE)--".
    const wire = /^\s*\(([\p{L} ]{2,30})\)\s*(?:--|—|–|-(?=\s))/u.exec(window.slice(dateEnd));
    if (read && wire && read.agency === null) {
      read = { ...read, agency: wire[1]! };
      dateEnd += wire[0].length;
    }
    // Russian agencies sign there with a full stop: "МОСКВА, 6 апр — РИА Новости. ".
    const signed = /^\s*(\p{Lu}[\p{L} ]{1,29})\.(?=\s)/u.exec(window.slice(dateEnd));
    if (read && signed && read.agency === null && isAgency(signed[1]!)) {
      read = { ...read, agency: signed[1]! };
      dateEnd += signed[0].length;
    }
    if (read && read.place === '' && read.agency !== null) {
      const second = afterSignature(window, dateEnd);
      if (second && second.head.place !== '') {
        read = { ...second.head, agency: read.agency };
        dateEnd = second.end;
      }
    }
    if (read && read.place !== '' && read.date === null) {
      const second = afterSignature(window, dateEnd);
      if (second && second.head.place === '' && second.head.date !== null) {
        read = { ...read, date: second.head.date };
        dateEnd = second.end;
      }
    }
    const signDash = /[—–―−]|--/.test(match[0]);
    if (read && accepted(read, signDash)) return { ...read, start, end: start + dateEnd };
  }
  return null;
}
