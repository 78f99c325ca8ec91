import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldText, unitAt, unitEnd } from '../../../../../src/core/annotation/anchor/folded-text';

function read(text: string): { folded: string; parts: string[] } {
  const folded = foldText(text);
  return {
    folded: String.fromCharCode(...folded.codes),
    parts: Array.from(folded.starts, (start, unit) => text.slice(start, unitEnd(folded, unit))),
  };
}

describe('foldText', () => {
  it('takes away what typesetting changes and tells where each unit stands in the original', () => {
    const { folded, parts } = read('“Yes” \n\t—\u00a0no\u00adne: ﬁve -- ten');
    assert.equal(folded, '"Yes" - none: five - ten');
    assert.equal(parts[5], ' \n\t');
    assert.deepEqual(parts.slice(14, 16), ['ﬁ', 'ﬁ']);
    assert.equal(parts[19], '--');
  });

  it('takes soft hyphens within a run of white space for a part of it', () => {
    assert.deepEqual(read('a \u00ad b').parts, ['a', ' \u00ad ', 'b']);
    assert.deepEqual(read('a \u00adb').parts, ['a', ' ', 'b']);
  });

  it('makes one dash of three hyphens and another of the fourth', () => {
    assert.deepEqual(read('a----b').parts, ['a', '---', '-', 'b']);
  });

  it('gives units in order, none of which reaches into another character', () => {
    const sign = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '-',
      '–',
      '\u00ad',
      '½',
      'é',
      'e\u0301',
      '😀',
      '…',
    );
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 40 }), (text) => {
        const folded = foldText(text);
        let end = 0;
        for (let unit = 0; unit < folded.codes.length; unit++) {
          const start = folded.starts[unit]!;
          assert.ok(start >= end || start === folded.starts[unit - 1]);
          end = unitEnd(folded, unit);
          assert.ok(end > start && end <= text.length);
          assert.ok(unitAt(folded, start) <= unit);
        }
      }),
    );
  });
});
