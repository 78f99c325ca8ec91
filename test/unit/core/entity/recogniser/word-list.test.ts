import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hashName } from '../../../../../src/core/entity/recogniser/word-hash';
import { packWords, unpackHashes } from '../../../../../src/core/entity/recogniser/word-list';

function unpacked(packed: string): number[] {
  const hashes: number[] = [];
  unpackHashes(packed, (hash) => hashes.push(hash));
  return hashes;
}

describe('packed word lists', () => {
  it('share the beginnings of neighbours', () => {
    assert.equal(packWords(['anne', 'anna', 'anna']), 'AannaDe');
  });

  it('give back the hashes of words and names in order, each once', () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcé .'-&7"), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const sorted = [...new Set(words)].sort();
        assert.deepEqual(unpacked(packWords(words)), sorted.map(hashName));
      }),
    );
  });
});
