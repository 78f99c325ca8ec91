import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countsLengths } from '../../../../../src/core/message/mbox/stated-lengths';
import { SourceText } from '../../../../../src/core/text/source-text';

/** The pieces that a field, and what is nearly one, is made of. */
const piece = fc.constantFrom(
  '\n',
  'Content-',
  'content-',
  'Length',
  ' ',
  '\t',
  ':',
  '3',
  'x',
  '\n\n',
);
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('countsLengths', () => {
  it('finds a field that edits put together as a look at the whole text does', () => {
    let found = 0;
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), anyText), { minLength: 1, maxLength: 5 }),
        (text, edits) => {
          let source = new SourceText(text);
          for (const [at, length, insertion] of edits) {
            const start = at % (source.length + 1);
            const oldEnd = Math.min(source.length, start + length);
            const next = new SourceText(
              source.text.slice(0, start) + insertion + source.text.slice(oldEnd),
            );
            const change = { start, oldEnd, newEnd: start + insertion.length };
            const states = [source, next].some(({ text: whole }) =>
              /\ncontent-length[ \t]*:/i.test(whole),
            );
            if (states) found++;
            assert.equal(countsLengths(source, next, change), states);
            source = next;
          }
        },
      ),
      { numRuns: 5000 },
    );
    assert.ok(found > 0, 'no text had a field');
  });
});
