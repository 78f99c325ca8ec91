import assert from 'node:assert/strict';
import { parseMailDate } from '../../../../../src/core/message/mail/mail-date';

describe('dates of mail', () => {
  for (const [printed, isoDate] of [
    ['Thu, 1 Nov 2001 11:19:12 +0100', '2001-11-01T11:19:12+01:00'],
    ['1 Nov 2001 11:19 GMT', '2001-11-01T11:19+00:00'],
    ['Wed, 20 Dec 95 19:59 CST', '1995-12-20T19:59-06:00'],
    ['Thu, 1 Nov 01 11:19:12 -0500 (EST)', '2001-11-01T11:19:12-05:00'],
    ['Fri, 1 Mar 102 10:00:00 +0000', '2002-03-01T10:00:00+00:00'],
    ['Thu Nov  1 11:19:12 2001', '2001-11-01T11:19:12'],
    ['Wed Jun  9 13:29:31 MDT 2010', '2010-06-09T13:29:31-06:00'],
    ['29 Feb 2000 00:00:00 +0000', '2000-02-29T00:00:00+00:00'],
    ['Oct. 4, 2021, 10:20 a.m.', '2021-10-04'],
  ] as const)
    it(`reads "${printed}"`, () => assert.deepEqual(parseMailDate(printed), { isoDate }));

  for (const [printed, isoDate, problem] of [
    ['Fri, 1 Nov 2001 11:19:12 +0100', undefined, 'the weekday does not belong to this date'],
    ['30 Feb 2001 11:19:12 +0100', undefined, 'there is no such day'],
    ['1 Nov 2001 25:19:12 +0100', undefined, 'there is no such time of day'],
    ['1 Nov 2001 11:19:12 MET', '2001-11-01T11:19:12', 'the time zone "MET" is uncertain'],
    ['1 Nov 2001 11:19:12 -600', '2001-11-01T11:19:12', 'the time zone cannot be read'],
    ['1 Nov 2001 11:19:12 +9900', '2001-11-01T11:19:12', 'there is no time zone +9900'],
    ['soon', undefined, 'this is not a date as mail states it'],
  ] as const)
    it(`doubts "${printed}"`, () => {
      const read = parseMailDate(printed);
      assert.equal(read.isoDate, isoDate);
      assert.equal(read.dateProblem, problem);
    });
});
