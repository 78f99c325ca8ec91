import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DecodedOffsets } from '../../../../src/core/text/decoded-offsets';
import { SourceText } from '../../../../src/core/text/source-text';

describe('DecodedOffsets', () => {
  it('leads from the text of a file to its canonical text', () => {
    const offsets = new DecodedOffsets('\ufeffa\r\nb\rc');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((offset) => offsets.toCanonical(offset)),
      [0, 0, 1, 2, 2, 3, 4, 5],
    );
  });

  it('agrees with the canonical text of all that stands before', () => {
    const unit = fc.constantFrom('\r', '\n', '\r\n', 'a', '\ufeff', '😀');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (decoded) => {
        const offsets = new DecodedOffsets(decoded);
        for (let offset = 0; offset <= decoded.length; offset++) {
          const before = new SourceText(decoded.slice(0, offset)).length;
          assert.equal(offsets.toCanonical(offset), before);
        }
      }),
    );
  });
});
