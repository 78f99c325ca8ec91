import type { TextRange } from '../../text/text-range';
import { isAgency } from '../datelines/agencies';
import { isDatelinePlace } from '../datelines/dateline-place';
import { isKnownCity } from '../datelines/places';
import { certaintyOf, type DateCertainty, type DateFields } from './calendar-date';
import { isDateFiller, isDateLabel, isZone } from './date-words';
import { monthNumber, weekdayNumber } from './month-names';

/** A date as it is printed; the range leaves labels such as "Published:" out. */
export interface PrintedDate extends TextRange, DateCertainty {}

const longest = 160;

const token =
  /\d{4}[年년] ?\d{1,2}[月월] ?\d{1,2}[日일]|(?:午前|午後|上午|下午|오전|오후) ?\d{1,2}[時时시](?: ?\d{1,2}[分분])?|\d{1,2}[時时시](?: ?\d{1,2}[分분])?|[(（][月火水木金土日월화수목금토일](?:曜日?)?[)）]|\d{4}\. \d{1,2}\. \d{1,2}\.?|\d{1,2}\. \d{1,2}\. \d{4}(?!\d)|\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2})(?!\d)|\d{1,2}-\p{L}{3,9}-\d{2,4}(?!\d)|T?\d{1,2}[:.hH]\d{2}(?:[:.]\d{2})?(?:\.\d{1,6})?Z?(?![\d.:]*\d)|[+-]\d{2}:?\d{2}(?!\d)|['’]?\d+(?:st|nd|rd|th|er|º|°)?(?![\p{L}\d])|\p{L}[\p{L}\p{M}'’.-]*|[^\s]/gu;

/** "午後3時15分", "오전 9시" */
const eastTime = /^(午前|午後|上午|下午|오전|오후)? ?(\d{1,2})[時时시](?: ?(\d{1,2})[分분])?$/;
/** Units that are printed behind a year or an hour and belong to the date: "14:30 Uhr", "2021 г." */
const unit = /^(?:uhr|hrs?|h|r|roku|г|года|р|року|год|рік)\.?$/i;

/** Eastern Arabic digits as ASCII ones; the length stays. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** Reads the tokens of a line into one date; `null` from `take` means that the line is no date line. */
class DateReader {
  readonly fields: DateFields = {};
  start = -1;
  end = -1;
  /** Set at a second label or a bar once the date is whole: what follows is another date. */
  closed = false;

  get whole(): boolean {
    const { month, day, year } = this.fields;
    return month !== undefined && (day !== undefined || year !== undefined);
  }

  /** Takes one token; false when it cannot stand on a date line. */
  take(text: string, start: number, next: string): boolean {
    if (eastTime.test(text)) return this.#takeEastTime(text, start);
    if (/^[(（]\p{Lo}/u.test(text)) return this.#mark(start, text);
    const first = text.charCodeAt(0);
    if (first >= 48 && first <= 57) return this.#takeNumber(text, start, next);
    if (/^[+-]\d/.test(text)) {
      if (!this.closed && this.fields.zone === undefined) this.fields.zone = text;
      return this.#mark(start, text);
    }
    if (/^['’]\d{2}$/.test(text)) return this.#takeYear(text.slice(1), start, text);
    if (/^T\d/.test(text)) return this.#takeTime(text, start);
    return /\p{L}/u.test(text) ? this.#takeWord(text, start) : this.#takeSign(text, start);
  }

  #mark(start: number, text: string): boolean {
    if (this.closed) return true;
    if (this.start === -1) this.start = start;
    this.end = start + text.length;
    return true;
  }

  #takeWord(text: string, start: number): boolean {
    const month = monthNumber(text);
    if (month !== undefined && (this.closed || this.fields.month === undefined)) {
      if (!this.closed) this.fields.month = month;
      return this.#mark(start, text.endsWith('.') ? text.slice(0, -1) : text);
    }
    // "May/June 2021", of magazines
    const { day, year } = this.fields;
    if (
      month !== undefined &&
      ((day === undefined && year === undefined) || month === this.fields.month)
    )
      return this.#mark(start, text);
    const weekday = weekdayNumber(text);
    if (weekday !== undefined) {
      if (!this.closed) this.fields.weekday ??= weekday;
      return this.#mark(start, text);
    }
    if (isZone(text)) {
      if (!this.closed) this.fields.zone ??= text;
      return this.#mark(start, text);
    }
    if (/^[ap]\.?m\.?$/i.test(text) && this.fields.hour !== undefined) {
      if (!this.closed) this.fields.afternoon = /^p/i.test(text);
      return this.#mark(start, text);
    }
    if (isDateLabel(text)) {
      if (this.whole) this.closed = true;
      return true;
    }
    if (this.whole && unit.test(text) && start - this.end <= 1) return this.#mark(start, text);
    return isDateFiller(text) || isAgency(text);
  }

  #takeSign(text: string, start: number): boolean {
    if (text === ')' && this.fields.zone !== undefined && this.end === start) {
      return this.#mark(start, text);
    }
    if (this.whole && /[|•·;]/.test(text)) this.closed = true;
    return /[,،.:;|•·–—\-/()[\]@*]/.test(text);
  }

  #takeNumber(text: string, start: number, next: string): boolean {
    if (this.closed) return true;
    const east = /^(\d{4})[年년] ?(\d{1,2})[月월] ?(\d{1,2})/.exec(text);
    const iso = east ?? /^(\d{4})(?:[-/.]|\. )(\d{1,2})(?:[-/.]|\. )(\d{1,2})\.?$/.exec(text);
    if (iso) {
      return this.#takeParts(iso[1]!, Number(iso[2]), Number(iso[3])) && this.#mark(start, text);
    }
    const named = /^(\d{1,2})-(\p{L}+)-(\d+)$/u.exec(text);
    if (named) {
      const month = monthNumber(named[2]!);
      if (month === undefined) return false;
      return this.#takeParts(named[3]!, month, Number(named[1])) && this.#mark(start, text);
    }
    const numeric = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{2,4})$/.exec(text);
    if (numeric && !(this.fields.month !== undefined && numeric[2] === '.')) {
      return this.#takeNumeric(numeric) && this.#mark(start, text);
    }
    if (/^\d{1,2}[:.h]\d{2}/i.test(text)) return this.#takeTime(text, start);
    const digits = /^\d+/.exec(text)![0];
    if (digits.length === 4 && isZone(next) && this.whole) return true;
    const value = Number(digits);
    if (digits.length <= 2 && this.fields.day === undefined && value >= 1 && value <= 31) {
      this.fields.day = value;
      return this.#mark(start, text);
    }
    return this.#takeYear(digits, start, text);
  }

  #takeYear(digits: string, start: number, text: string): boolean {
    // An hour may stand alone before "Uhr" or "p.m.".
    if (this.fields.year !== undefined) return digits.length <= 2 && Number(digits) <= 24;
    if (digits.length > 4 || (digits.length === 4 && !/^[12]/.test(digits))) return false;
    if (this.fields.month === undefined && digits.length !== 4) return false;
    this.fields.year = Number(digits);
    this.fields.yearDigits = digits.length;
    return this.#mark(start, text);
  }

  #takeNumeric(match: RegExpExecArray): boolean {
    const [first, second] = [Number(match[1]), Number(match[3])];
    // A full stop always separates day, month and year in this order.
    if (match[2] === '.' || first > 12) return this.#takeParts(match[4]!, second, first);
    if (second > 12) return this.#takeParts(match[4]!, first, second);
    this.fields.ambiguous = first !== second;
    return this.#takeParts(match[4]!, second, first);
  }

  #takeParts(year: string, month: number, day: number): boolean {
    if (this.fields.month !== undefined || month < 1 || month > 12 || day < 1 || day > 31)
      return false;
    Object.assign(this.fields, { year: Number(year), yearDigits: year.length, month, day });
    return true;
  }

  #takeEastTime(text: string, start: number): boolean {
    const [, half, hour, minute] = eastTime.exec(text)!;
    if (!this.closed && this.fields.hour === undefined) {
      this.fields.hour = Number(hour);
      if (minute !== undefined) this.fields.minute = Number(minute);
      if (half !== undefined) this.fields.afternoon = /[後下후]/.test(half);
    }
    return this.#mark(start, text);
  }

  #takeTime(text: string, start: number): boolean {
    if (this.closed || this.fields.hour !== undefined) return true;
    const [hour, minute, second] = text.replace(/^T/, '').split(/[:.hHZ]/, 3);
    this.fields.hour = Number(hour);
    this.fields.minute = Number(minute);
    if (second) this.fields.second = Number(second);
    if (text.endsWith('Z')) this.fields.zone = 'Z';
    return this.#mark(start, text);
  }
}

/** "6 hours ago" says nothing once it is archived; "ago" is August in Italian. */
const relative = /\b(?:minutes?|mins?|hours?|days?|weeks?|months?|years?) ago\b/i;

/**
 * Reads a line that is nothing but a date: with weekday, time and zone, a label or a city before it
 * ("Published:", "Brussels,") and a second date after it, in the languages of `month-names`.
 *
 * @param line one line, without its line end; the range found is in UTF-16 units from its start.
 */
export function readDateLine(line: string): PrintedDate | null {
  if (line.length > longest || !/[\d٠-٩۰-۹]/.test(line) || relative.test(line)) return null;
  const whole = readWholeDate(line);
  if (whole) return whole;
  // "Mar 14th 2019 | GENEVA AND WASHINGTON, DC"
  const bar = line.lastIndexOf(' | ');
  if (bar !== -1 && isPrintedPlace(line.slice(bar + 3))) return readWholeDate(line.slice(0, bar));
  const city = /^([\p{Lu}\p{Lo}][\p{L}\p{M} .'’-]{1,30}?)(?:,|\s[-–—|])\s+/u.exec(line);
  if (!city || !isKnownCity(city[1]!)) return null;
  const date = readWholeDate(line.slice(city[0].length));
  return date && { ...date, start: date.start + city[0].length, end: date.end + city[0].length };
}

/** A place in capitals beside the date, with its state or country. */
function isPrintedPlace(text: string): boolean {
  return /^\p{Lu}{3}/u.test(text) && isDatelinePlace(text, true);
}

function readWholeDate(line: string): PrintedDate | null {
  const text = westernDigits(line);
  const reader = new DateReader();
  token.lastIndex = 0;
  let current = token.exec(text);
  while (current) {
    const next = token.exec(text);
    if (!reader.take(current[0], current.index, next?.[0] ?? '')) return null;
    current = next;
  }
  if (!reader.whole) return null;
  return { start: reader.start, end: reader.end, ...certaintyOf(reader.fields) };
}
