import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longestRising } from '../../../../../src/core/annotation/anchor/longest-rising';

describe('longestRising', () => {
  it('gives the longest chain of values that do not fall', () => {
    const rising = (...values: number[]): number[] => [...longestRising(Int32Array.from(values))];
    assert.deepEqual(rising(), []);
    assert.deepEqual(rising(5), [0]);
    assert.deepEqual(rising(1, 9, 2, 2, 3), [0, 2, 3, 4]);
    assert.deepEqual(rising(-1, 0, 0, -2), [0, 1, 2]);
  });

  it('is as long as the best of all chains', () => {
    const values = fc.array(fc.integer({ min: -3, max: 12 }), { maxLength: 40 });
    fc.assert(
      fc.property(values, (list) => {
        const indices = [...longestRising(Int32Array.from(list))];
        indices.slice(1).forEach((index, position) => {
          assert.ok(index > indices[position]! && list[index]! >= list[indices[position]!]!);
        });
        const longest: number[] = [];
        list.forEach((value, index) => {
          const lengths = longest.filter((_, earlier) => list[earlier]! <= value);
          longest[index] = 1 + Math.max(0, ...lengths);
        });
        assert.equal(indices.length, Math.max(0, ...longest));
      }),
    );
  });
});
