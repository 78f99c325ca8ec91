import assert from 'node:assert/strict';
import { readDateline } from '../../../../../src/core/message/datelines/dateline';

/** A paragraph's beginning; the dateline up to its dash; place, agency, date. */
const datelines: [string, string, string, string | null, string | null][] = [
  ['BRUSSELS -- NATO foreign', 'BRUSSELS --', 'BRUSSELS', null, null],
  ['BRUSSELS—NATO foreign', 'BRUSSELS—', 'BRUSSELS', null, null],
  ['BRUSSELS -- "We met', 'BRUSSELS --', 'BRUSSELS', null, null],
  [
    'KYIV, Ukraine (Reuters) — Talks',
    'KYIV, Ukraine (Reuters) —',
    'KYIV, Ukraine',
    'Reuters',
    null,
  ],
  ['Kyiv, Ukraine — Talks', 'Kyiv, Ukraine —', 'Kyiv, Ukraine', null, null],
  ['WASHINGTON, April 6 (AP) - The', 'WASHINGTON, April 6 (AP) -', 'WASHINGTON', 'AP', 'April 6'],
  ['WASHINGTON, D.C. — The', 'WASHINGTON, D.C. —', 'WASHINGTON, D.C.', null, null],
  ['TOKYO/SEOUL – Japan', 'TOKYO/SEOUL –', 'TOKYO/SEOUL', null, null],
  ['LONDON AND PARIS -- Two', 'LONDON AND PARIS --', 'LONDON AND PARIS', null, null],
  ['Nairobi, 12 May (Xinhua) -- It', 'Nairobi, 12 May (Xinhua) --', 'Nairobi', 'Xinhua', '12 May'],
  ['ULAANBAATAR (AFP) _ It', 'ULAANBAATAR (AFP) _', 'ULAANBAATAR', 'AFP', null],
  [
    "ST. JOHN'S, Newfoundland — It",
    "ST. JOHN'S, Newfoundland —",
    "ST. JOHN'S, Newfoundland",
    null,
    null,
  ],
  ['KABOUL, 22 juin — Les', 'KABOUL, 22 juin —', 'KABOUL', null, '22 juin'],
  ['Freetown, 25 may (EFE).- El', 'Freetown, 25 may (EFE).-', 'Freetown', 'EFE', '25 may'],
  ['SPRINGFIELD, Mo. (AP) -- It', 'SPRINGFIELD, Mo. (AP) --', 'SPRINGFIELD, Mo.', 'AP', null],
  ['PORT-AU-PRINCE, Haiti — It', 'PORT-AU-PRINCE, Haiti —', 'PORT-AU-PRINCE, Haiti', null, null],
  [
    'BERLIN, Sept. 8 /U.S. Newswire/ -- It',
    'BERLIN, Sept. 8 /U.S. Newswire/ --',
    'BERLIN',
    'U.S. Newswire',
    'Sept. 8',
  ],
  ['LONDON--(BUSINESS WIRE)--Acme', 'LONDON--(BUSINESS WIRE)--', 'LONDON', 'BUSINESS WIRE', null],
  ['NEW DELHI, April 6 (PTI): The', 'NEW DELHI, April 6 (PTI):', 'NEW DELHI', 'PTI', 'April 6'],
  ['MOSCOW, April 6. /TASS/. It', 'MOSCOW, April 6. /TASS/.', 'MOSCOW', 'TASS', 'April 6'],
  [
    'Москва. 6 апреля. INTERFAX.RU - Он',
    'Москва. 6 апреля. INTERFAX.RU -',
    'Москва',
    'INTERFAX.RU',
    '6 апреля',
  ],
  [
    'КИЇВ, 6 квітня (Укрінформ) — Він',
    'КИЇВ, 6 квітня (Укрінформ) —',
    'КИЇВ',
    'Укрінформ',
    '6 квітня',
  ],
  ['كييف (رويترز) - قال', 'كييف (رويترز) -', 'كييف', 'رويترز', null],
  ['Berlin (dpa) - Die', 'Berlin (dpa) -', 'Berlin', 'dpa', null],
  ['PARIS, 6 avr 2022 (AFP) - Le', 'PARIS, 6 avr 2022 (AFP) -', 'PARIS', 'AFP', '6 avr 2022'],
  ['PARIS (AFP), 6 avril — Le', 'PARIS (AFP), 6 avril —', 'PARIS', 'AFP', '6 avril'],
  ['CHICAGO, Monday — It', 'CHICAGO, Monday —', 'CHICAGO', null, 'Monday'],
  ['WASHINGTON (Reuters) - al-Qaeda', 'WASHINGTON (Reuters) -', 'WASHINGTON', 'Reuters', null],
  ['KYIV, April 6 (Reuters)', 'KYIV, April 6 (Reuters)', 'KYIV', 'Reuters', 'April 6'],
  ['Kyiv (Reuters)', 'Kyiv (Reuters)', 'Kyiv', 'Reuters', null],
  ['ULAANBAATAR. June 3.', 'ULAANBAATAR. June 3.', 'ULAANBAATAR', null, 'June 3'],
  ['Киев. 6 мая. УНИАН. Рада уже', 'Киев. 6 мая. УНИАН.', 'Киев', 'УНИАН', '6 мая'],
  ['ROME. 6 May. Rain fell', 'ROME. 6 May.', 'ROME', null, '6 May'],
  ['(CNN) -- It', '(CNN) --', '', 'CNN', null],
  ['23 juin 2012. - La', '23 juin 2012. -', '', null, '23 juin 2012'],
];

const others = [
  'NATO -- an alliance of 30 -- said',
  'NATO -- An alliance',
  'UPDATE -- The',
  'UPDATE 2 -- The',
  'EXCLUSIVE -- The',
  "EDITOR'S NOTE -- The",
  "Editor's note -- This",
  'BREAKING NEWS -- The',
  'U.N. -- The',
  'IBM -- The',
  'BRUSSELS -- and nowhere else -- they met',
  'Smith (left) - Jones',
  'TREATY - 31 pages of it (or so) - was',
  'KYIV, April 6, 2022 (Reuters)',
  'Tanker sinks (Reuters)',
  'Smith (Reuters)',
  'New Delhi, May 3 (PTI) The',
  'Moscow. April 6. The day',
  'FROST. June 3. The day',
  'He said (AP) - It',
  'The minister - Max Roe',
  'TOKYO-based',
  'FILE - In this',
  'PHOTO -- The',
  'READ MORE -- The',
  'brussels -- The',
  '2022 - The',
];

describe('readDateline', () => {
  for (const [text, whole, place, agency, date] of datelines) {
    it(`reads ${whole}`, () => {
      const found = readDateline(text, 0, text.length);
      assert.ok(found);
      assert.deepEqual(
        {
          whole: text.slice(found.start, found.end),
          place: found.place,
          agency: found.agency,
          date: found.date,
        },
        { whole, place, agency, date },
      );
    });
  }
  for (const text of others) {
    it(`finds none in ${text}`, () => {
      assert.equal(readDateline(text, 0, text.length), null);
    });
  }
  it('looks no further than the beginning of a paragraph', () => {
    const text = `A${'A'.repeat(200)} (AP) -- The`;
    assert.equal(readDateline(text, 0, text.length), null);
  });
});
