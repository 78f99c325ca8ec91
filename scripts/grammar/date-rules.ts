import { atLineStart, captures, scope, type Captures, type Rule } from './pattern';
import { agency, capitalsCity, dateLabel, month } from './words';

/** One calendar date as printed; the year may be cut ("April 6, 202"). */
const date =
  `(?:${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{2,4}|\\d{1,2}(?:er|st|nd|rd|th|[.º])?(?: de)? ${month},?(?: de)? \\d{2,4}` +
  '|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\d{4}年\\d{1,2}月\\d{1,2}日)';
const time = '(?:(?:T|,?(?: at| -| à| um)?[ \\u00A0])\\d{1,2}[:.h]\\d{2}[^\\n]{0,40})?';

/** A line that holds a date only: group 1 is its label, group 2 the date. */
export const dateLine =
  `(?:(?=[^\\d\\n]{0,40}\\d)[ \\t\\u00A0]{0,20}(${dateLabel})?` +
  `((?:\\p{L}{2,13}[.,]{0,2}[ \\u00A0])?${date}${time})[ \\t\\u00A0]{0,20}$)`;

export const dateLineCaptures: Captures = captures({
  0: 'meta.date-line',
  1: 'keyword.other.date',
  2: 'constant.numeric.date',
});

/** Words in capitals before a dash that are no place, where nothing but the form would say so. */
const noPlace =
  '(?!(?:BREAKING|UPDATE|UPDATED|WARNING|CORRECTION|EDITOR|EDITORS|WRITETHRU|EXCLUSIVE|ANALYSIS|OPINION|IMPORTANT|SUMMARY|BACKGROUND|CONCLUSION|GAZPROM|FILE PHOTO|FILE IMAGE)\\b)';
const capitalsWords = "(?>\\p{Lu}[\\p{Lu}'’.]{1,30}(?:[ /-]{1,3}\\p{Lu}[\\p{Lu}'’.]{1,30}){0,5})";
const region = `(?>(?:, ?(?!${month} \\d)\\p{Lu}[\\p{L}'’.]{1,30}(?:[ -](?:\\p{Lu}[\\p{L}'’.]{0,30}|de|of|and|du|la)){0,3}){0,2})`;
const mixedPlace =
  "(?>\\p{Lu}[\\p{L}'’.-]{1,30}(?:[ /](?:\\p{Lu}[\\p{L}'’.-]{1,30}|de|la|el|al|of|du|des|sur|am)){0,3})";
const day = `(?:,? ?(?:\\d{1,2}(?:er|\\.)? ${month}|${month} \\d{1,2})(?:,? \\d{4})?)`;
const dash =
  '(?:\\.?[ \\u00A0]{0,2}(?:--|[—–―])|\\.-|\\.?[ \\u00A0][-_](?=[ \\u00A0]))[ \\u00A0]{0,3}';

/**
 * The dateline that opens a report. Capitals before a dash are often an organization ("UNIFEM -- a fund"),
 * so that capitals alone must be a known city, or long words that a new sentence follows; a country, a
 * date or an agency beside them makes them sure. What stays in doubt is left to the semantic tokens.
 */
export const dateline =
  "(?:(?=\\p{Lu}[\\p{Lu}'’.])(?:" +
  `(${capitalsWords}, ?${region.replace(', ?', '').replace('{0,2})', '{1,2})')})(${day})?(?:[ ,]{1,2}\\((\\p{L}[^()\\n]{1,40})\\))?` +
  `|(${capitalsWords})(?:(${day})(?:[ ,]{1,2}\\((\\p{L}[^()\\n]{1,40})\\))?|[ ,]{1,2}\\((\\p{L}[^()\\n]{1,40})\\))` +
  `|(${capitalsCity}|${noPlace}(?=\\p{Lu}{7}|\\p{Lu}{3,}[ /-]\\p{Lu}{3})${capitalsWords}(?=${dash}["“„«‘\\p{Lu}\\d])))` +
  `|(?=[^\\d(\\n]{3,50}[\\d(])(${mixedPlace}${region})(?:(${day})?,? ?\\((${agency})\\)|(${day})))(${dash})(?=\\S)`;

const place = 'entity.name.type.place';
const numeric = 'constant.numeric.date';
const agencyTag = 'entity.name.tag.agency';

export const datelineCaptures: Captures = captures({
  0: 'meta.dateline',
  1: place,
  2: numeric,
  3: agencyTag,
  4: place,
  5: numeric,
  6: agencyTag,
  7: agencyTag,
  8: place,
  9: place,
  10: numeric,
  11: agencyTag,
  12: numeric,
  13: 'punctuation.separator.dateline',
});

/** How many groups {@link dateline} has, for patterns that have groups of their own after it. */
export const datelineGroups = 13;

export const dateRules: Record<string, Rule> = {
  'date-line': { match: atLineStart(dateLine), captures: dateLineCaptures },
  dateline: {
    comment: 'Stands at the beginning of a line only, where the rule around it has just begun.',
    match: `\\G[ \\t\\u00A0]{0,8}${dateline}`,
    captures: datelineCaptures,
  },
  byline: {
    match: atLineStart(
      "((?:By|BY|by|Par|Von|Por)) ((?!The |A )\\p{Lu}[\\p{L}.'’-]{0,30}(?:,?(?: and| et| und| y| &|,)? [\\p{L}.'’|/-]{1,30}){1,8})[ \\t]{0,8}\\n",
    ),
    name: scope('meta.byline'),
    captures: captures({ 1: 'keyword.other.byline', 2: 'entity.name.function.person' }),
  },
};
