import { zoneMinutes } from './date-words';

/** What a printed date states, field by field; absent where it is silent. */
export interface DateFields {
  year?: number;
  /** How many digits the year is printed with. */
  yearDigits?: number;
  month?: number;
  day?: number;
  /** 1 (Monday) to 7. */
  weekday?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** `true` for p.m., `false` for a.m. */
  afternoon?: boolean;
  zone?: string;
  /** Day and month may stand the other way round: 10/9/2010. */
  ambiguous?: boolean;
}

/** A date in ISO 8601 when it is certain, or else what is uncertain about it. */
export interface DateCertainty {
  readonly isoDate?: string;
  readonly problem?: string;
}

const pad = (value: number, digits = 2) => String(value).padStart(digits, '0');

/** Judges a date: only a whole, possible and unambiguous one has an ISO form. */
export function certaintyOf(fields: DateFields): DateCertainty {
  const { year, yearDigits = 4, month, day } = fields;
  if (year === undefined) return { problem: 'the year is missing' };
  if (yearDigits === 2) {
    // RFC 5322, section 4.3, settles two digits for the form that mail uses; elsewhere they stay open.
    if (fields.hour === undefined || fields.zone === undefined)
      return { problem: 'the year has two digits only' };
    return certaintyOf({ ...fields, year: year + (year < 50 ? 2000 : 1900), yearDigits: 4 });
  }
  if (yearDigits !== 4) return { problem: 'the year is incomplete' };
  if (fields.ambiguous) return { problem: 'day and month may be the other way round' };
  if (month === undefined || day === undefined) return { problem: 'the day is missing' };
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return { problem: 'there is no such day' };
  if (fields.weekday !== undefined && fields.weekday % 7 !== date.getUTCDay())
    return { problem: 'the weekday does not belong to this date' };
  return { isoDate: `${pad(year, 4)}-${pad(month)}-${pad(day)}${timeOf(fields)}` };
}

/** The time with its offset from UTC, or nothing when either is open. */
function timeOf(fields: DateFields): string {
  const { minute, second, afternoon, zone } = fields;
  const offset = zone === undefined ? undefined : zoneMinutes(zone);
  if (fields.hour === undefined || minute === undefined || offset === undefined) return '';
  let hour = fields.hour;
  if (afternoon !== undefined) {
    if (hour < 1 || hour > 12) return '';
    hour = (hour % 12) + (afternoon ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return '';
  const seconds = second === undefined ? '' : `:${pad(second)}`;
  const absolute = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  return `T${pad(hour)}:${pad(minute)}${seconds}${sign}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`;
}
