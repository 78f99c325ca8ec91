import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findWholeWordOccurrences } from '../../../../src/core/text/occurrences';

describe('findWholeWordOccurrences', () => {
  const found = (text: string, quote: string) =>
    findWholeWordOccurrences(text, quote).map(({ start, end }) => text.slice(start, end));

  it('finds whole words only, in any script', () => {
    assert.deepEqual(found('clerk, clerks, Clerk; (clerk)', 'clerk'), ['clerk', 'clerk']);
    assert.deepEqual(found('рік, роки, рік', 'рік'), ['рік', 'рік']);
  });

  it('finds a name across a line break and through double blanks', () => {
    assert.deepEqual(found('Maren\nOldkirk and Maren  Oldkirk', 'Maren Oldkirk').length, 2);
  });

  it('takes what a regular expression would interpret literally', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), (quote) => {
        if (quote.trim() === '') return;
        const text = `. ${quote.trim()} .`;
        assert.ok(findWholeWordOccurrences(text, quote).some(({ start }) => start === 2));
      }),
    );
  });
});
