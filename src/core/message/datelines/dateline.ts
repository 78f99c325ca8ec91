import { monthNumber, weekdayNumber } from '../dates/month-names';
import type { Dateline } from '../message';
import { isAgency } from './agencies';
import { isDatelinePlace } from './dateline-place';
import { mayBeEastern, readEasternDateline } from './eastern-dateline';
import { isKnownCity, isKnownRegion } from './places';

/** No dateline is longer: the reader looks no further, so every paragraph costs the same. */
const longest = 140;

/** The dash that ends a dateline; some agencies end it with a colon after their name or a full stop after a slash. */
const dash =
  /(?:--+|—|–|―|−|‒|(?<=[.\s])[-_~](?=\s|$|["“«]|\p{Lu})|(?<=[)\]])[-_](?=\s|$|["“«\p{L}])|(?<=\)\s?):(?=\s)|(?<=\p{L}\s?\/)\.(?=\s))/gu;

const bracketed =
  /\s*(?:\(([^()]{2,45})\)|\[([^[\]]{2,45})\]|（([^（）]{2,45})）|\/([^/()]{2,40})\/)[.,]?\s*/u;
const unclosed = /^[(（][^()（）]*$/;
const year = '(?:,?\\s+(?:de\\s+)?\\d{4})?';
const datePattern = new RegExp(
  `(?:^|[\\s,.]\\s*)((?:\\p{L}+,?\\s+)?(?:(?:le|el|den|il|am)\\s+)?(?:\\p{L}{3,}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:er|º)?\\.?\\s+(?:de\\s+)?\\p{L}{3,}\\.?)${year}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}日)[.,]?\\s*$`,
  'iu',
);

function isDate(text: string): boolean {
  if (/^\d{1,2}[./]\d|日/.test(text)) return true;
  const words = text.split(/[\s,]+/);
  const months = words.filter((word) => monthNumber(word) !== undefined);
  const known = words.filter(
    (word) =>
      /^\d/.test(word) ||
      /^(?:de|le|el|den|il|am)$/i.test(word) ||
      weekdayNumber(word) !== undefined,
  );
  return months.length > 0 && months.length + known.length >= words.length;
}

function isAgencyName(name: string, capitals: boolean): boolean {
  if (isAgency(name)) return true;
  // Joint and foreign signatures: "AP/Reuters", "Reuters, AFP", "dpa/lby".
  const parts = name.split(/\s*[/,;+&-]\s*|\s+(?:and|et|und|y)\s+/);
  if (parts.length > 1 && parts.some(isAgency)) return true;
  if (/^\p{Lu}{2,8}$/u.test(name)) return true;
  return capitals && /^[\p{Lu}\p{Lo}][\p{L}\p{M}\d .'’&/-]*$/u.test(name);
}

interface Head {
  readonly place: string;
  readonly agency: string | null;
  readonly date: string | null;
}

/** "6 Abr." keeps its full stop, "23 juin 2012." and "3 мая." do not. */
function withoutStop(date: string): string {
  return /(?<!\p{L})\p{L}{3,4}\.$/u.test(date) &&
    !/(?:мая|июня|июля|may|mai|maja|juin|juni|juli|mayo)\.$/iu.test(date)
    ? date
    : date.replace(/\.$/, '');
}

/** "SPRINGFIELD, Mo." and "WASHINGTON, D.C." keep their full stop, "PARIS." does not. */
function trimmedPlace(place: string): string {
  const trimmed = place
    .trim()
    .replace(/[,;:]+$/, '')
    .trim();
  // In "GALVESTON, Tex., Oct. 3" the comma shows that the stop is an abbreviation's.
  if (!trimmed.endsWith('.') || /\.\s*,\s*$/.test(place)) return trimmed;
  const last = trimmed.slice(trimmed.lastIndexOf(',') + 1).trim();
  return isKnownRegion(last) || /\p{L}\.\p{L}+\.$/u.test(last) ? trimmed : trimmed.slice(0, -1);
}

/** Takes the date from the end of `text`; what stands before it comes back as `rest`. */
function takeDate(text: string): { rest: string; date: string | null } {
  const found = datePattern.exec(text)?.[1];
  if (found === undefined) {
    const comma = text.lastIndexOf(',');
    const last = text.slice(comma + 1).trim();
    if (comma === -1 || last.length < 5 || weekdayNumber(last) === undefined)
      return { rest: text, date: null };
    return { rest: text.slice(0, comma), date: last };
  }
  // The first word of what was found may belong to the place: "NEW DELHI April 6".
  for (const date of [found, found.replace(/^\p{L}+,?\s+/u, '')]) {
    if (isDate(date))
      return { rest: text.slice(0, text.lastIndexOf(date)), date: withoutStop(date) };
  }
  return { rest: text, date: null };
}

/** Agencies that sign without brackets: "TOKYO, Kyodo", "Washington CNN", "Москва. 6 апреля. INTERFAX.RU". */
function takeBareAgency(text: string): { rest: string; agency: string | null } {
  // The last word, or the last two: "RIA Novosti".
  const from = / (?:Novosti|Новости)$/.test(text) ? text.length - 8 : text.length;
  const space = text.lastIndexOf(' ', from - 1);
  const agency = text.slice(space + 1).replace(/\.$/, '');
  if (space === -1 || !isAgency(agency.replace(/\.(?:RU|ru|com)$/, '')))
    return { rest: text, agency: null };
  const rest = text.slice(0, space);
  const separated = /[,.]$/.test(rest);
  if (!separated && !/^(?:CNN|AFP|AP|UPI|dpa|Kyodo|Reuters)$/.test(agency))
    return { rest: text, agency: null };
  return { rest: rest.replace(/[,.]$/, ''), agency };
}

/**
 * Italian agencies sign before the place, with a dash of their own ("(ANSA) - ROMA, 03 MAG - "), and
 * press offices set the date apart ("WARSAW – May 3, 2021 – "): place and date after the first dash,
 * and where their own dash ends; null when there are none.
 */
function afterSignature(window: string, from: number): { head: Head; end: number } | null {
  const found = /^\s*([^()\n]{2,60}?)\s(?:--|[-–—])(?=\s)/u.exec(window.slice(from));
  const head = found && readHead(found[1]!);
  if (!head || head.agency !== null) return null;
  if (head.place === '' ? head.date === null : !isDatelinePlace(head.place, head.date !== null))
    return null;
  return { head, end: from + found[0].length };
}

/** Splits what stands before the dash into place, agency and date; null when it is something else. */
function readHead(head: string): Head | null {
  let rest = head.trim();
  // Reuters in Japanese: "[ブリュッセル 6日 ロイター] - ".
  const inside = /^[[［]([^\]］]+?)\s+(?:([\d０-９]{1,2}日)\s+)?(\p{L}+)[\]］]$/u.exec(rest);
  if (inside && isAgency(inside[3]!))
    return { place: inside[1]!, date: inside[2] ?? null, agency: inside[3]! };
  let agency: string | null;
  const inBrackets = bracketed.exec(rest);
  if (inBrackets) {
    const name = (inBrackets[1] ?? inBrackets[2] ?? inBrackets[3] ?? inBrackets[4])!.trim();
    const before = rest.slice(0, inBrackets.index);
    if (!isAgencyName(name, /^\p{Lu}{2}/u.test(before))) return null;
    agency = name;
    const after = rest.slice(inBrackets.index + inBrackets[0].length).trim();
    rest = after === '' ? before : `${before}, ${after}`;
  } else if (/[()[\]]/.test(rest)) return null;
  else ({ rest, agency } = takeBareAgency(rest));
  const dated = takeDate(rest);
  return { place: trimmedPlace(dated.rest), agency, date: dated.date };
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

function accepted({ place, agency, date }: Head, signDash: boolean): boolean {
  if (place === '')
    return agency !== null ? isAgencyName(agency, false) : date !== null && /\d{4}$|^\d/.test(date);
  if (!isDatelinePlace(place, agency !== null || date !== null)) return false;
  return (
    signDash || agency !== null || date !== null || !/\p{Ll}/u.test(place) || place.includes(',')
  );
}

/** "KYIV, April 6 (Reuters)" with nothing behind it. */
const signedAlone = /^[\p{Lu}\p{Lo}][^()\n]{2,60}\(\p{L}[^()\n]{1,40}\)\.?$/u;
/** "ULAANBAATAR. June 3.", "Москва. 6 апреля. ИНТЕРФАКС.": full stops part what others part with a dash. */
const stopped =
  /^[\p{Lu}\p{Lo}][\p{L}'’ -]{2,30}\. (?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9})\.(?: (\p{L}{3,15}(?: Новости| Novosti)?)\.(?=$|\s))?(?=$|\s+["“«]?\p{Lu}\S* )/u;

/** False for most texts: it ends with a bracket, or its first full stop stands near the start. */
function mayBeUndashed(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (last === 41 || (last === 46 && text.charCodeAt(end - 2) === 41)) return true;
  const limit = Math.min(end, start + 34);
  for (let at = start + 3; at < limit; at++)
    if (text.charCodeAt(at) === 46) return text.charCodeAt(at + 1) === 32;
  return false;
}

/**
 * Reads a dateline that no dash ends: alone on its line and signed, or with full stops. The form says
 * less, so that the place must be a known city, or a known agency have signed beside a date.
 */
function readUndashed(window: string, start: number): Dateline | null {
  const stops = stopped.exec(window);
  const unsigned = stops?.[1] !== undefined && !isAgency(stops[1]);
  const found = unsigned ? stops[0].slice(0, -stops[1]!.length - 2) : stops?.[0];
  const alone = found ?? signedAlone.exec(window)?.[0];
  const head = alone === undefined ? null : readHead(alone);
  if (!head || !isDatelinePlace(head.place, true)) return null;
  const [city, region] = head.place.split(/,\s*/);
  const known = isKnownCity(city!) || (region !== undefined && isKnownRegion(region));
  if (head.agency === null ? !known || /\p{Ll}/u.test(city!) : !isAgency(head.agency)) return null;
  // With its year it dates the page.
  if (head.date === null ? !known : /\d{4}/.test(head.date)) return null;
  return { ...head, start, end: start + alone!.length };
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
