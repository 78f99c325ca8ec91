import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rangeLayers } from '../../../../src/core/text/range-layers';

describe('rangeLayers', () => {
  it('puts nested ranges above those that hold them', () => {
    const ranges = [
      { start: 5, end: 8 },
      { start: 0, end: 20 },
      { start: 0, end: 8 },
      { start: 20, end: 25 },
    ];
    assert.deepEqual(rangeLayers(ranges), [2, 0, 1, 0]);
  });

  it('never gives one layer to ranges that overlap, and no more layers than needed', () => {
    const range = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 25 }), (ranges) => {
        const layers = rangeLayers(ranges);
        let deepest = 0;
        for (const [index, { start, end }] of ranges.entries()) {
          const here = ranges.filter((it) => it.start <= start && start < it.end).length;
          deepest = Math.max(deepest, here);
          for (const [other, it] of ranges.entries()) {
            if (other === index || it.end <= start || it.start >= end) continue;
            assert.notEqual(layers[other], layers[index]);
          }
        }
        assert.ok(Math.max(-1, ...layers) < Math.max(deepest, 1));
      }),
    );
  });
});
