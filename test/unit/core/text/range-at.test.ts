import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rangeAt } from '../../../../src/core/text/range-at';

describe('rangeAt', () => {
  it('finds what a look at every range finds', () => {
    const lengths = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(lengths, fc.nat(80), (steps, offset) => {
        let at = 0;
        const ranges = steps.map(([gap, length]) => {
          const start = at + gap;
          at = start + length;
          return { start, end: at };
        });
        const expected = ranges.findLast(({ start, end }) => start <= offset && offset <= end);
        assert.equal(rangeAt(ranges, offset), expected);
      }),
    );
  });
});
