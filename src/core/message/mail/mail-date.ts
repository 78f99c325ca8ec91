import { readDateLine } from '../dates/date-line';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The zone names of RFC 5322, section 4.3, in hours; every other name is uncertain. */
const zoneHours = new Map(
  Object.entries({ EDT: -4, EST: -5, CDT: -5, CST: -6, MDT: -6, MST: -7, PDT: -7, PST: -8 }),
);

const noMailDate = 'this is not a date as mail states it';

export interface MailDate {
  /** ISO 8601 with the zone's offset, or without one when the date states none that is certain. */
  readonly isoDate?: string;
  /** What is uncertain, for people. */
  readonly dateProblem?: string;
}

const rfc5322 =
  /^(?:([a-z]{3,9})\.?,?\s{1,4})?(\d{1,2})[ -]{1,4}([a-z]{3,9})\.?,?[ -]{1,4}(\d{2,4}),?\s{1,4}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s{0,4}([+-]\d{4}\b|[a-z]{1,5}\b)?)?/i;
const ctime =
  /^([a-z]{3})\s{1,4}([a-z]{3})\s{1,4}(\d{1,2})\s{1,4}(\d{1,2}):(\d{2})(?::(\d{2}))?\s{1,4}(?:([+-]\d{4}|[a-z]{1,5})\s{1,4})?(\d{4})/i;

/**
 * Reads the date of a header field: RFC 5322 with its obsolete forms (two-digit years, zone names),
 * and ctime's form ("Thu Nov  1 11:19:12 2001", with a zone before the year or without), and
 * dates as articles print them. `isoDate`
 * is given only when every part is plain; a date that is none at all gives a problem only.
 */
export function parseMailDate(printed: string): MailDate {
  const text = printed.trim().slice(0, 200);
  const mail = rfc5322.exec(text);
  if (mail) {
    const [, weekday, day, month, year, hour, minute, second, zone] = mail;
    const rest = text.slice(mail[0].length);
    return assemble({ weekday, day, month, year, hour, minute, second, zone }, rest);
  }
  const unix = ctime.exec(text);
  if (unix) {
    const [, weekday, month, day, hour, minute, second, zone, year] = unix;
    return assemble({ weekday, day, month, year, hour, minute, second, zone }, '');
  }
  return otherDate(text);
}

/** Archive pages print dates in other forms too ("Oct. 4, 2021, 10:20 a.m."). */
function otherDate(text: string): MailDate {
  const read = readDateLine(text);
  if (!read) return { dateProblem: noMailDate };
  if (read.isoDate !== undefined) return { isoDate: read.isoDate };
  return { dateProblem: read.problem ?? noMailDate };
}

type DateField = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second' | 'zone';

function assemble(fields: Record<DateField, string | undefined>, rest: string): MailDate {
  const month = months.indexOf(fields.month!.slice(0, 3).toLowerCase()) + 1;
  const day = Number(fields.day);
  const year = fullYear(fields.year!);
  const [hour, minute, second] = [fields.hour, fields.minute, fields.second ?? '0'].map(Number);
  if (month === 0 || year < 1900) return { dateProblem: noMailDate };
  const midnight = Date.UTC(year, month - 1, day);
  if (day < 1 || day > 31 || (day > 28 && new Date(midnight).getUTCDate() !== day))
    return { dateProblem: 'there is no such day' };
  if (hour! > 23 || minute! > 59 || second! > 60)
    return { dateProblem: 'there is no such time of day' };
  const weekday = weekdays.indexOf((fields.weekday ?? '').slice(0, 3).toLowerCase());
  if (weekday !== -1 && weekday !== weekdayOf(midnight))
    return { dateProblem: 'the weekday does not belong to this date' };
  const zone = zoneOffset(fields.zone, rest);
  const clock = [fields.hour!, fields.minute!, ...(fields.second ? [fields.second] : [])];
  const time = clock.map((part) => part.padStart(2, '0')).join(':');
  const local = `${year}-${two(month)}-${two(day)}T${time}`;
  return zone.problem
    ? { isoDate: local, dateProblem: zone.problem }
    : { isoDate: local + zone.offset };
}

const two = (value: number) => String(value).padStart(2, '0');

/** 0 (Sunday) to 6; the first of January 1970 was a Thursday. */
function weekdayOf(midnight: number): number {
  return (((midnight / 86_400_000 + 4) % 7) + 7) % 7;
}

/** RFC 5322, section 4.3: 00–49 are 2000–2049, 50–99 and three digits count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return digits.length === 2 && year < 50 ? year + 2000 : year + 1900;
}

function zoneOffset(zone: string | undefined, rest: string): { offset: string; problem?: string } {
  if (zone === undefined) {
    return /^\s*[+-]\d/.test(rest)
      ? { offset: '', problem: 'the time zone cannot be read' }
      : { offset: '' };
  }
  if (/^(?:[+-]0000|UTC?|GMT|Z)$/i.test(zone)) return { offset: '+00:00' };
  if (/^[+-]\d{4}$/.test(zone)) {
    const valid = Number(zone.slice(1, 3)) <= 15 && Number(zone.slice(3)) <= 59;
    return valid
      ? { offset: `${zone.slice(0, 3)}:${zone.slice(3)}` }
      : { offset: '', problem: `there is no time zone ${zone}` };
  }
  const hours = zoneHours.get(zone.toUpperCase());
  if (hours === undefined) return { offset: '', problem: `the time zone "${zone}" is uncertain` };
  return { offset: `-${String(-hours).padStart(2, '0')}:00` };
}
