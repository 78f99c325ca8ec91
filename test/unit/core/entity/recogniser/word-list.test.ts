import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packWords, unpackWords } from '../../../../../src/core/entity/recogniser/word-list';

function unpacked(packed: string): string[] {
  const words: string[] = [];
  unpackWords(packed, (word) => words.push(word));
  return words;
}

describe('packed word lists', () => {
  it('share the beginnings of neighbours', () => {
    assert.equal(packWords(['anne', 'anna', 'anna']), 'AannaDe');
  });

  it('give back the words in order, each once', () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcé .'-&7"), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        assert.deepEqual(unpacked(packWords(words)), [...new Set(words)].sort());
      }),
    );
  });
});
