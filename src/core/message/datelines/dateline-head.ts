import { monthNumber, weekdayNumber } from '../dates/month-names';
import { isAgency } from './agencies';
import { isKnownRegion } from './places';

const bracketed =
  /\s*(?:\(([^()]{2,45})\)|\[([^[\]]{2,45})\]|（([^（）]{2,45})）|\/([^/()]{2,40})\/)[.,]?\s*/u;
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

/** True for an agency's name as it stands beside a place; less is asked of it beside one in capitals. */
export function isAgencyName(name: string, capitals: boolean): boolean {
  if (isAgency(name)) return true;
  // Joint and foreign signatures: "AP/Reuters", "Reuters, AFP", "dpa/lby".
  const parts = name.split(/\s*[/,;+&-]\s*|\s+(?:and|et|und|y)\s+/);
  if (parts.length > 1 && parts.some(isAgency)) return true;
  if (/^\p{Lu}{2,8}$/u.test(name)) return true;
  return capitals && /^[\p{Lu}\p{Lo}][\p{L}\p{M}\d .'’&/-]*$/u.test(name);
}

/** What a dateline says, as far as it is given; `place` is '' where none is. */
export interface DatelineHead {
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

/** Splits what stands before a dateline's dash into place, agency and date; null when it is something else. */
export function readHead(head: string): DatelineHead | null {
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
