import assert from 'node:assert/strict';
import fc from 'fast-check';
import { annotationsWithin, byStart } from '../../../../src/core/entity/annotations-within';

const annotation = fc
  .record({ start: fc.nat(30), length: fc.nat(10), entity: fc.constantFrom('a', 'b') })
  .map(({ start, length, entity }) => ({ start, end: start + length, entity }));

describe('annotationsWithin', () => {
  it('finds what a look at every annotation finds', () => {
    fc.assert(
      fc.property(fc.array(annotation), fc.nat(30), fc.nat(15), (all, start, length) => {
        const range = { start, end: start + length };
        const sorted = byStart(all);
        const found = sorted.filter((it) => it.start >= range.start && it.end <= range.end);
        assert.deepEqual(annotationsWithin(sorted, range), found);
      }),
    );
  });
});
