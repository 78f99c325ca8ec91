import assert from 'node:assert/strict';
import { itemOf } from '../../../../../src/core/entity/look-up/item-answer';
import { requestLanguages } from '../../../../../src/core/entity/look-up/wikidata-request';
import {
  coordinates,
  instanceOf,
  itemAnswer,
  ebbgateBureau,
  time,
} from '../../../../fixtures/wikidata-answers';

const english = requestLanguages('en');
const claimed = (claims: object) => itemOf(itemAnswer({ claims }), english);

describe('the answer with an item', () => {
  it('gives what an entity file has fields for, in the user’s language', () => {
    assert.deepEqual(itemOf(ebbgateBureau, english), {
      id: 'Q900001',
      label: 'Ebbgate Bureau',
      description: 'invented office for tides',
      aliases: ['Bureau of Tides', 'TWB', 'the bureau'],
      type: 'organization',
      coordinates: [54.321, -3.1235],
      dates: [{ kind: 'founded', date: '1904-05-02' }],
    });
    const german = itemOf(ebbgateBureau, requestLanguages('de-AT'));
    assert.equal(german.label, 'Gezeitenamt');
    assert.equal(german.description, 'erfundenes Amt für Gezeiten');
    assert.deepEqual(german.aliases, ['Amt für Gezeiten']);
    const welsh = itemOf(ebbgateBureau, requestLanguages('cy'));
    assert.equal(welsh.label, 'Ebbgate Bureau');
    assert.equal(welsh.aliases.length, 3);
  });

  it('takes the best rank, and nothing on which sources disagree', () => {
    const bothPlaces = claimed({ P625: [coordinates(10, 20), coordinates(30, 40)] });
    assert.equal(bothPlaces.coordinates, undefined);
    const preferred = claimed({ P625: [coordinates(10, 20), coordinates(30, 40, 'preferred')] });
    assert.deepEqual(preferred.coordinates, [30, 40]);
    assert.equal(claimed({ P625: [coordinates(10, 20, 'deprecated')] }).coordinates, undefined);
    const born = claimed({
      P569: [time('P569', '+1901-02-03T00:00:00Z'), time('P569', '+1901-02-07T00:00:00Z')],
      P570: [time('P570', '+1970-01-01T00:00:00Z'), time('P570', '+1971-01-01T00:00:00Z')],
    });
    assert.deepEqual(born.dates, [{ kind: 'born', date: '1901-02' }]);
  });

  it('keeps a date as exact as it is known', () => {
    const { dates } = claimed({
      P569: [time('P569', '+1901-00-00T00:00:00Z', 9)],
      P570: [time('P570', '+1970-05-00T00:00:00Z', 10)],
      P571: [time('P571', '+1900-00-00T00:00:00Z', 8)],
      P580: [time('P580', '-0044-03-15T00:00:00Z')],
    });
    assert.deepEqual(dates, [
      { kind: 'born', date: '1901' },
      { kind: 'died', date: '1970-05' },
      { kind: 'began', date: '-0044-03-15' },
    ]);
    const julian = time('P569', '+1600-02-03T00:00:00Z');
    const value = julian.mainsnak.datavalue.value as { calendarmodel: string };
    value.calendarmodel = 'http://www.wikidata.org/entity/Q1985786';
    assert.deepEqual(claimed({ P569: [julian] }).dates, [{ kind: 'born', date: '1600' }]);
  });

  it('says a type only when the classes agree', () => {
    assert.equal(claimed({ P31: [instanceOf('Q5')] }).type, 'person');
    assert.equal(claimed({ P31: [instanceOf('Q515'), instanceOf('Q5119')] }).type, 'place');
    assert.equal(claimed({ P31: [instanceOf('Q515'), instanceOf('Q5')] }).type, undefined);
    assert.equal(claimed({ P31: [instanceOf('Q999999999')] }).type, undefined);
  });

  it('refuses hostile values', () => {
    const moon = coordinates(1, 2);
    (moon.mainsnak.datavalue.value as { globe: string }).globe = 'http://x/entity/Q405';
    const item = itemOf(
      JSON.parse(
        JSON.stringify({
          entities: {
            Q900001: {
              id: 'Q900001',
              labels: { en: { value: '\u202egnip\u0000' } },
              descriptions: { en: { value: ['no text'] } },
              aliases: {
                en: [
                  { value: '…' },
                  { value: 7 },
                  ...Array.from({ length: 5000 }, (_, n) => ({ value: `Name ${n}` })),
                ],
              },
              claims: {
                P625: [coordinates(91, 0), coordinates(NaN, 1), moon, null, 'x'],
                P569: [{ rank: 'normal', mainsnak: { snaktype: 'somevalue' } }, {}],
                P570: [time('P570', '+1970-01-01T00:00:00Z; rm -rf')],
                P31: 'person',
              },
            },
          },
        }).replace('"labels"', '"__proto__":{"id":"Q1"},"labels"'),
      ),
      english,
    );
    assert.equal(item.label, 'gnip');
    assert.equal(item.description, undefined);
    assert.equal(item.aliases.length, 40);
    assert.equal(item.coordinates, undefined);
    assert.deepEqual(item.dates, []);
    assert.equal(item.type, undefined);
  });

  it('tells an item that is not there, and one that was merged into another', () => {
    const missing = { entities: { Q7: { id: 'Q7', missing: '' } }, success: 1 };
    assert.throws(() => itemOf(missing, english), /no-such-item: Q7/);
    const merged = { entities: { Q8: { id: 'Q8', redirects: { from: 'Q7', to: 'Q8' } } } };
    assert.equal(itemOf(merged, english).id, 'Q8');
    assert.throws(() => itemOf({ entities: {} }, english), /unreadable/);
    assert.throws(() => itemOf({ entities: { Q7: { id: '../Q7' } } }, english), /unreadable/);
  });
});
