import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LiveRanges } from '../../../../../src/core/annotation/anchor/live-ranges';
import {
  inTextOrder,
  mapRange,
  type TextEdit,
} from '../../../../../src/core/annotation/anchor/edit-mapping';

const text = 'NATO foreign ministers will meet. The officials are expected to agree. The end.';

function rangeOf(quote: string, within = text) {
  const start = within.indexOf(quote);
  return { start, end: start + quote.length };
}

function live(...quotes: string[]) {
  return new LiveRanges(
    text,
    quotes.map((quote) => [quote, rangeOf(quote)] as const),
  );
}

function read(ranges: LiveRanges, id: string): string | undefined {
  const range = ranges.get(id);
  return range && ranges.text.slice(range.start, range.end);
}

/** Edits of one event: up to three, not overlapping, over a text of the given length. */
const someEdits = fc.array(
  fc.record({
    at: fc.nat(),
    length: fc.nat(9),
    text: fc.constantFrom('', 'x', 'new ', '👍', 'meet'),
  }),
  { minLength: 1, maxLength: 3 },
);
function fit(raw: { at: number; length: number; text: string }[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { at, length: wanted, text: inserted } of raw) {
    const start = at % (length + 1);
    const end = Math.min(length, start + wanted);
    if (edits.every((edit) => end < edit.start || start > edit.end))
      edits.push({ start, end, text: inserted });
  }
  return edits;
}
const someRanges = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 15 })), {
  minLength: 1,
  maxLength: 12,
});

describe('LiveRanges', () => {
  it('leaves text typed at the edges outside and takes text typed inside along', () => {
    const ranges = live('officials');
    const { start, end } = ranges.get('officials')!;
    ranges.apply([{ start: end, end, text: '!' }]);
    ranges.apply([{ start, end: start, text: '“' }]);
    assert.equal(read(ranges, 'officials'), 'officials');
    ranges.apply([{ start: start + 4, end: start + 4, text: '-' }]);
    assert.equal(read(ranges, 'officials'), 'off-icials');
  });

  it('takes an annotation along when its passage is cut and pasted', () => {
    const ranges = live('officials', 'NATO', 'meet');
    const cut = rangeOf('The officials are expected to agree. ');
    ranges.apply([{ ...cut, text: '' }]);
    assert.deepEqual([...ranges.suspended], ['officials']);
    ranges.apply([{ start: 0, end: 0, text: 'The officials are expected to agree. ' }]);
    assert.equal(read(ranges, 'officials'), 'officials');
    assert.equal(ranges.get('officials')!.start, 4);
    assert.equal(read(ranges, 'NATO'), 'NATO');
    ranges.apply([{ start: 0, end: 37, text: '' }], 'undo');
    ranges.apply(
      [{ ...cut, end: cut.start, text: 'The officials are expected to agree. ' }],
      'undo',
    );
    assert.deepEqual(ranges.get('officials'), rangeOf('officials'));
    assert.equal(ranges.text, text);
  });

  it('moves with a line that one event deletes and inserts elsewhere', () => {
    const ranges = live('officials');
    const line = rangeOf('The officials are expected to agree. ');
    ranges.apply([
      { ...line, text: '' },
      { start: 0, end: 0, text: 'The officials are expected to agree. ' },
    ]);
    assert.equal(read(ranges, 'officials'), 'officials');
    assert.equal(ranges.get('officials')!.start, 4);
  });

  it('does not take a short word of another text for the deleted one', () => {
    const ranges = live('NATO');
    ranges.apply([{ start: 0, end: 5, text: '' }]);
    ranges.apply([{ start: 10, end: 10, text: 'a paper about NATO enlargement' }]);
    assert.equal(ranges.get('NATO'), undefined);
  });

  it('undoes several edits that the editor undoes in one step, and redoes them', () => {
    const ranges = live('officials', 'agree');
    const { start } = rangeOf('officials');
    ranges.apply([{ start: start + 2, end: start + 30, text: '' }]);
    for (const [index, letter] of [...'abc'].entries())
      ranges.apply([{ start: start + 2 + index, end: start + 2 + index, text: letter }]);
    const typed = { ...ranges.get('officials')! };
    ranges.apply(
      [{ start: start + 2, end: start + 5, text: text.slice(start + 2, start + 30) }],
      'undo',
    );
    assert.deepEqual(ranges.get('officials'), rangeOf('officials'));
    assert.deepEqual(ranges.get('agree'), rangeOf('agree'));
    ranges.apply([{ start: start + 2, end: start + 30, text: 'abc' }], 'redo');
    assert.deepEqual(ranges.get('officials'), typed);
  });

  it('keeps a passage that is replaced by nearly the same', () => {
    const ranges = live('officials');
    ranges.apply([{ ...rangeOf('officials'), text: 'oficials' }]);
    assert.equal(read(ranges, 'officials'), 'oficials');
  });

  it('restores every range exactly after any edits and their undo', () => {
    fc.assert(
      fc.property(someRanges, fc.array(someEdits, { maxLength: 6 }), (raw, events) => {
        const original = raw.map(([start, length]) => ({ start, end: start + length }));
        const ranges = new LiveRanges(
          text,
          original.map((range, index) => [`${index}`, range]),
        );
        const texts: string[] = [];
        for (const event of events) {
          texts.push(ranges.text);
          ranges.apply(fit(event, ranges.text.length));
        }
        for (const earlier of texts.reverse())
          ranges.apply([{ start: 0, end: ranges.text.length, text: earlier }], 'undo');
        assert.equal(ranges.text, text);
        for (const [index, range] of original.entries())
          assert.deepEqual(ranges.get(`${index}`), range);
      }),
    );
  });

  it('agrees with the plain mapping, and keeps text that no edit touches', () => {
    fc.assert(
      fc.property(someRanges, someEdits, (raw, event) => {
        const original = raw.map(([start, length]) => ({ start, end: start + length }));
        // Replacements that share text with what they replace are narrowed: keep them apart here.
        const edits = fit(event, text.length).map((edit) => ({
          ...edit,
          text: edit.text && '###',
        }));
        const ranges = new LiveRanges(
          text,
          original.map((range, index) => [`${index}`, range]),
        );
        ranges.apply(edits);
        const changes = edits.map((edit) => ({ ...edit, newLength: edit.text.length }));
        const ordered = inTextOrder(changes);
        for (const [index, range] of original.entries()) {
          assert.deepEqual(ranges.get(`${index}`), mapRange(range, ordered));
          const { start, end } = range;
          if (edits.every((edit) => edit.end <= start || edit.start >= end))
            assert.equal(read(ranges, `${index}`), text.slice(start, end));
        }
      }),
    );
  });
});
