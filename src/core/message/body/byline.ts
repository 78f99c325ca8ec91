import { isAgency } from '../datelines/agencies';
import { readDateLine, type PrintedDate } from '../dates/date-line';
import { isChapter } from './sentence';

const longest = 120;

const by =
  /^[*_]{0,2}(?:by|written by|interview by|interviewed by|words by|essay by|review by|reviewed by|commentary by|column by|as told to|story by|text by|report by|reported by|analysis by|opinion by|posted by|edited by|compiled by|translated by|von|par|por|di|da|od|автор|автори|авторы|autor|autorin|auteur|autore|texto|texte|text|tekst|napisał|napisała|door|av|af)[^\S\n]*[:：]?[^\S\n]+(?=\S)/iu;
const person = "\\p{Lu}[\\p{L}\\p{M}\\p{N}.'’-]*";
const joint =
  '(?:\\s+(?:(?:de|da|do|dos|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|ter|zu|y|e|i|O)\\s+)*)';
const name = `${person}(?:${joint}${person}){0,4}`;
/** "Text: Jane Doe / Photos: Max Roe" */
const otherWork =
  /(?<=[/|,;·•]\s?|\band\s)(?:photos?|photographs|fotos?|bilder|images|pictures|illustrations?|video|graphics)(?:\s?:|\sby)\s/iu;
const separator =
  '(?:\\s*,\\s*(?:and\\s+)?|\\s+(?:and|und|et|y|e|i|та|и|&|with|in|for)\\s+|\\s*[|/•·]\\s*|\\s+[–—-]\\s+)';
const names = new RegExp(`^${name}(?:${separator}(?:the\\s+)?${name}){0,6}$`, 'u');
/** "Jane Doe, a historian at Leeds": a full name and what its bearer is. */
const described = new RegExp(
  `^${person}${joint}${person}(?:${joint}${person}){0,3},\\s\\p{Ll}[^.!?:;,]{2,70}$`,
  'u',
);
const capitalsBy = /^BY\s+\p{Lu}/u;
/** "BY THE NUMBERS" signs nothing, "By The Daily Record Staff" does. */
const nobody =
  /^the\s(?!.*\b(?:press|news|times|post|record|journal|board|editors?|staff|team|desk|correspondents?|service|reporters?|newsroom)\b)/i;
const reporting =
  /^[([]?(?:[-–—]{1,2}\s?)?(?:reporting|additional reporting|writing|editing|with reporting|with files|redaktion|mit material von|avec) (?:by|from|de)\b.{0,300}[)\].]?$|^\((?:reporting|additional reporting|writing|editing)\b[^()]{0,300}\)$/i;

/** True for a line that begins with "By" or the like and goes on with names only. */
export function isSignedBy(line: string): boolean {
  if (line.length > longest || !by.test(line) || /[!?:;]$/.test(line)) return false;
  // "By Jane Doe (with AFP)"
  const text = withoutDate(line).replace(/ \([^()]{1,40}\)$/, '');
  const rest = text.replace(by, '').replace(otherWork, '');
  if (nobody.test(rest) && !isAgency(rest)) return false;
  // "by Encryption" ends a headline that was broken.
  if (/^\p{Ll}/u.test(text) && !/\s/.test(rest) && !isAgency(rest)) return false;
  return (
    rest !== text && (capitalsBy.test(text) || names.test(clean(rest)) || described.test(rest))
  );
}

/** True for a line that says who wrote: "By Jane Doe", "Von …", "Jane Doe, Reuters", "(Reporting by …)". */
export function isByline(line: string): boolean {
  if (isSignedBy(line)) return true;
  if (
    /^from (?:our|a) (?:own |special |staff )?(?:correspondent|reporter)s?\b[^.]{0,60}$/i.test(line)
  )
    return true;
  const text = withoutDate(line);
  if (text.length <= 320 && reporting.test(text)) return true;
  if (text.length > longest || /[!?:;]$/.test(text)) return false;
  // Without "By": a person with an agency, a paper or a role beside the name.
  if (!/[,|/•·–—]/.test(text)) return false;
  const comma = text.lastIndexOf(',');
  if (comma > 0 && isReporterRole(text.slice(comma + 1).trim()) && names.test(text.slice(0, comma)))
    return true;
  const parts = clean(text).split(/\s*[,|/•·–—]\s*/);
  return parts.length >= 2 && parts.length <= 4 && isAgency(parts.at(-1)!) && names.test(parts[0]!);
}

/** A date that pages glue to the name: "By JANE DOEJUNE 4, 2017". */
const gluedDate =
  /(?<=\p{Lu}\.?)(?=(?:JAN|FEB|MARCH|APRIL|MAY|JUNE|JULY|AUG|SEPT|OCT|NOV|DEC)[A-Z]{0,6}\.? \d{1,2}, \d{4}$)/u;
const bars = new RegExp(`\\s*[|•·]\\s*|\\t+|\\s{3,}|\\s[-–—]\\s|${gluedDate.source}`, 'u');

/** What a line such as "By Jane Doe | April 6, 2022" says beside the date. */
function withoutDate(line: string): string {
  if (line.length > 160 || !bars.test(line)) return line;
  const parts = line.split(bars);
  const others = parts.filter((part) => !readDateLine(part));
  return others.length === parts.length ? line : others.join(' | ');
}

/** The date on a byline ("By Jane Doe | April 6, 2022"), with its range in the line, or null. */
export function dateOnByline(line: string): PrintedDate | null {
  if (line.length > 160) return null;
  let at = 0;
  for (const part of line.split(bars)) {
    const start = line.indexOf(part, at);
    const date = readDateLine(part);
    if (date) return { ...date, start: start + date.start, end: start + date.end };
    at = start + part.length;
  }
  return null;
}

/** Words that begin a headline and no name. */
const notName =
  /^(?:why|how|what|when|where|who|the|an?|eine?|der|die|das|une|los|las|les|in|on|is|are|will|can|inside|for|from|to|no|not|and|but|more|new|after|before)\s/i;

/** What a reporter is, printed below the name: "Associated Press Writer", "Staff Writer". */
export function isReporterRole(line: string): boolean {
  const office = /^(.{0,50}?)\s*\b(?:writer|reporter|correspondent|editor)s?$/i.exec(line);
  if (!office) return isAgency(line);
  const of = office[1]!.replace(/\s+(?:staff|special|senior|chief)$/i, '');
  return /^(?:|staff|special|senior|chief|foreign)$/i.test(of) || isAgency(of);
}

/** True for a line that is only a name, as it stands between a title and a story. */
export function isNameLine(text: string): boolean {
  if (isAgency(text)) return true;
  if (text.length > 80 || isChapter(text) || notName.test(text)) return false;
  // "Nadia Purcell Environment correspondent", "Jane Doe in Berlin"
  const person =
    /^(\S+ \S+),? (?:(?:\p{L}+ ){0,3}(?:correspondent|editor|reporter|writer|columnist)s?|in \p{Lu}[\p{L} ]{2,30})$/u.exec(
      text,
    )?.[1] ?? text;
  return /\s/.test(person) && names.test(person);
}

/** Drops the marks after a name. */
function clean(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\u00a0|•·–—.*_-'.includes(text[end - 1]!)) end--;
  return text.slice(0, end).trim();
}
