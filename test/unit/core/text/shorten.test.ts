import assert from 'node:assert/strict';
import { shorten } from '../../../../src/core/text/shorten';

describe('shorten', () => {
  it('leaves what fits as it is, on one line', () => {
    assert.equal(shorten(' The ferry\n was  late ', 18), 'The ferry was late');
  });

  it('cuts behind a word, and leaves out what would hang at its end', () => {
    assert.equal(shorten('The ferry was late, they say', 22), 'The ferry was late…');
    assert.equal(shorten('The ferry was late again', 19), 'The ferry was late…');
  });

  it('cuts a word that is as long as the room, but no surrogate pair', () => {
    assert.equal(shorten('Donaudampfschifffahrt', 10), 'Donaudamp…');
    assert.equal(shorten('🚢🚢🚢', 4), '🚢…');
  });
});
