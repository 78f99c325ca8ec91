import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HashTable } from '../../../../../src/core/entity/recogniser/hash-table';

describe('HashTable', () => {
  it('answers as a map does, and 0 for what it does not hold', () => {
    const hash = fc
      .oneof(fc.integer(), fc.integer({ min: -20, max: 20 }))
      .filter((key) => key !== 0);
    const entries = fc.array(fc.tuple(hash, fc.integer({ min: 1 })), { maxLength: 200 });
    fc.assert(
      fc.property(entries, fc.array(hash), (pairs, others) => {
        const map = new Map(pairs);
        const table = new HashTable(map);
        for (const key of [...map.keys(), ...others]) {
          assert.equal(table.get(key), map.get(key) ?? 0);
        }
      }),
    );
  });
});
