import assert from 'node:assert/strict';
import { LookUpError } from '../../../../../src/core/entity/look-up/look-up-error';
import { searchHits } from '../../../../../src/core/entity/look-up/search-answer';
import { searchAnswer } from '../../../../fixtures/wikidata-answers';

describe('the answer of a search', () => {
  it('gives each item with its label, description and the alias that was found', () => {
    assert.deepEqual(searchHits(searchAnswer), [
      { id: 'Q900001', label: 'Ebbgate Bureau', description: 'invented office for tides' },
      { id: 'Q900002', label: 'Ebb Harbour', alias: 'Ebbgate' },
    ]);
  });

  it('leaves out what is no item and shows no deceptive characters', () => {
    const search = [
      { id: 'Q1); drop', label: 'bad id' },
      { id: 'P31', label: 'a property' },
      { id: 7 },
      null,
      { id: 'Q5', label: 'na\u202eme\n# heading', description: 'x'.repeat(100_000) },
      { id: 'Q5', label: 'again' },
    ];
    const [hit, ...others] = searchHits({ search });
    assert.deepEqual(others, []);
    assert.equal(hit?.label, 'name # heading');
    assert.equal(hit.description?.length, 300);
  });

  it('says why there is no answer', () => {
    const fails = (answer: unknown, reason: string, detail = '') =>
      assert.throws(
        () => searchHits(answer),
        (error) =>
          error instanceof LookUpError && error.reason === reason && error.detail === detail,
      );
    fails({ error: { code: 'maxlag', info: 'Waiting', lag: 7 } }, 'busy');
    fails({ error: { code: 'ratelimited', info: 'Slow down' } }, 'too-many-requests');
    fails(
      { error: { code: 'badvalue', info: 'No\u202e such language' } },
      'refused',
      'No such language',
    );
    fails({ hello: 'world' }, 'unreadable');
    fails([], 'unreadable');
    fails('text', 'unreadable');
    fails(null, 'unreadable');
  });
});
