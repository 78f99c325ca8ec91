import assert from 'node:assert/strict';
import { nearestFirst } from '../../../../src/core/text/nearest-first';

describe('nearest first', () => {
  const order = (starts: readonly (number | undefined)[], offsets: readonly number[]) =>
    nearestFirst(starts, (start) => start, offsets);

  it('sorts by the distance from the nearest offset, on either side', () => {
    assert.deepEqual(order([0, 10, 20, 30, 40], [21]), [20, 30, 10, 40, 0]);
    assert.deepEqual(order([0, 10, 20, 30, 40], [1, 39]), [0, 40, 10, 30, 20]);
  });

  it('keeps the order of the equally near, and puts what has no place first', () => {
    assert.deepEqual(order([15, 5, undefined, 10], [10]), [undefined, 10, 15, 5]);
  });
});
