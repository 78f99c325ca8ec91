import assert from 'node:assert/strict';
import { readDateLine } from '../../../../../src/core/message/dates/date-line';

/** A line; the date on it; its ISO form, or a word of what is uncertain. */
const lines: [string, string, string][] = [
  ['April 6, 2022', 'April 6, 2022', '2022-04-06'],
  ['April 6, 202', 'April 6, 202', 'incomplete'],
  ['10/9/2010', '10/9/2010', 'other way round'],
  ['13/9/2010', '13/9/2010', '2010-09-13'],
  ['9/9/2010', '9/9/2010', '2010-09-09'],
  ['4/6/22', '4/6/22', 'two digits'],
  ['21.08.2015', '21.08.2015', '2015-08-21'],
  ['2022-04-06T10:11:12Z', '2022-04-06T10:11:12Z', '2022-04-06T10:11:12+00:00'],
  ['Published: Thursday, May 6, 2021', 'Thursday, May 6, 2021', '2021-05-06'],
  ['Friday, May 6, 2021', 'Friday, May 6, 2021', 'weekday'],
  ['Published: April 6, 2022 | Updated: April 7, 2022', 'April 6, 2022', '2022-04-06'],
  ['Reuters, April 6, 2022', 'April 6, 2022', '2022-04-06'],
  ['6. April 2022', '6. April 2022', '2022-04-06'],
  ['Stand: 21.08.2015, 14:30 Uhr', '21.08.2015, 14:30 Uhr', '2015-08-21'],
  ['mercredi 6 avril 2022 à 14h30', 'mercredi 6 avril 2022 à 14h30', '2022-04-06'],
  ['25 de mayo de 2000', '25 de mayo de 2000', '2000-05-25'],
  ['6 aprile 2022', '6 aprile 2022', '2022-04-06'],
  ['6 kwietnia 2022', '6 kwietnia 2022', '2022-04-06'],
  ['6 квітня 2022 р.', '6 квітня 2022 р.', '2022-04-06'],
  ['6 أبريل 2022', '6 أبريل 2022', '2022-04-06'],
  ['٦ أبريل ٢٠٢٢', '٦ أبريل ٢٠٢٢', '2022-04-06'],
  ['2022年4月6日', '2022年4月6日', '2022-04-06'],
  [
    'Fri, 21 Aug 2015 22:14:03 +0900',
    'Fri, 21 Aug 2015 22:14:03 +0900',
    '2015-08-21T22:14:03+09:00',
  ],
  ['Thu Feb 26 15:09:16 EST 2004', 'Thu Feb 26 15:09:16 EST 2004', '2004-02-26T15:09:16-05:00'],
  ['Sat, 21 Aug 93 15:17:49 PDT', 'Sat, 21 Aug 93 15:17:49 PDT', '1993-08-21T15:17:49-07:00'],
  ['February 11, 1997: 6:17 p.m. ET', 'February 11, 1997: 6:17 p.m. ET', '1997-02-11'],
  ['April 6, 2022 at 12:05 a.m. EDT', 'April 6, 2022 at 12:05 a.m. EDT', '2022-04-06T00:05-04:00'],
  ['Monday September 22 3:54 PM EDT', 'Monday September 22 3:54 PM EDT', 'missing'],
  ['April 2022', 'April 2022', 'day is missing'],
  ['31 February 2022', '31 February 2022', 'no such day'],
];

const others = [
  'April 6 was a good day',
  '2022',
  'May',
  'April 6, 20222',
  'Chapter 6',
  '6 of 10',
  '12:30',
];

describe('readDateLine', () => {
  for (const [line, printed, certainty] of lines) {
    it(`reads ${line}`, () => {
      const found = readDateLine(line);
      assert.ok(found);
      assert.equal(line.slice(found.start, found.end), printed);
      if (/^\d{4}-/.test(certainty)) assert.equal(found.isoDate, certainty);
      else {
        assert.equal(found.isoDate, undefined);
        assert.ok(found.problem?.includes(certainty), found.problem);
      }
    });
  }
  for (const line of others) {
    it(`takes no date from ${line}`, () => assert.equal(readDateLine(line), null));
  }
});
