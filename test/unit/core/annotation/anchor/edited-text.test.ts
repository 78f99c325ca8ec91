import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EditedText } from '../../../../../src/core/annotation/anchor/edited-text';

const long = Array.from({ length: 4000 }, (_, line) => `line ${line}\n`).join('');

/** An edit of a text of any length, as shares of it. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.nat(12), fc.nat(15_000)),
  text: fc.oneof(fc.string({ maxLength: 8 }), fc.constant('pasted '.repeat(2500))),
});

function placed(length: number, { at, removed }: { at: number; removed: number }) {
  const start = Math.floor(at * length);
  return { start, end: Math.min(length, start + removed) };
}

describe('EditedText', () => {
  it('is the text after every edit, as a whole and in part', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const text = new EditedText(long);
        let plain = long;
        for (const one of edits) {
          const { start, end } = placed(plain.length, one);
          text.replace(start, end, one.text);
          plain = plain.slice(0, start) + one.text + plain.slice(end);
          assert.equal(text.length, plain.length);
          const part = placed(plain.length, { at: one.at * 0.99, removed: 9000 });
          assert.equal(text.slice(part.start, part.end), plain.slice(part.start, part.end));
          assert.equal(text.slice(0, 5), plain.slice(0, 5));
        }
        assert.equal(text.toString(), plain);
      }),
      { numRuns: 60 },
    );
  });

  it('is equal to the same text, whatever way it came to be', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.nat(), (edits, changed) => {
        const text = new EditedText(long);
        const before = text.copy();
        for (const one of edits) {
          const { start, end } = placed(text.length, one);
          text.replace(start, end, one.text);
        }
        assert.equal(text.equals(before), text.toString() === long);
        assert.equal(before.toString(), long);
        const other = new EditedText(text.toString());
        assert.ok(text.equals(other) && other.equals(text));
        if (text.length === 0) return;
        const at = changed % text.length;
        other.replace(at, at + 1, text.slice(at, at + 1) === 'a' ? 'b' : 'a');
        assert.ok(!text.equals(other));
      }),
      { numRuns: 60 },
    );
  });

  it('may become empty and be filled again', () => {
    const text = new EditedText('some');
    text.replace(0, 4, '');
    assert.deepEqual([text.length, text.toString(), text.slice(0, 0)], [0, '', '']);
    assert.ok(text.equals(new EditedText('')));
    text.replace(0, 0, 'more');
    assert.equal(text.toString(), 'more');
  });
});
