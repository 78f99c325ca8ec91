import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import {
  currentValue,
  keepBoth,
  keepCurrent,
  takeOther,
} from '../../../../src/core/annotation/settle-conflict';

const selector = { quote: 'bell', before: '', after: '', start: 4, end: 8 };
const merged: Annotation = {
  id: '01KAV7M2Q8T4Z6R1C3X5B7N9DE',
  kind: 'note',
  target: [selector],
  note: 'ours\n',
  attributes: { mood: 'calm', sure: true },
  replies: [{ by: 'Ben', created: '2026-01-01T00:00:00Z', note: 'Yes.' }],
  conflicts: [
    { field: 'note', value: 'theirs\n' },
    { field: 'kind', value: 'question' },
    { field: 'attributes.mood', value: 'cross' },
  ],
};

describe('settling what a merge left', () => {
  it('keeps the present values, of all or of one field', () => {
    assert.deepEqual(keepCurrent(merged), { ...merged, conflicts: [] });
    assert.deepEqual(
      keepCurrent(merged, 1).conflicts?.map(({ field }) => field),
      ['note', 'attributes.mood'],
    );
  });

  it('takes the other values, of all or of one field', () => {
    assert.deepEqual(takeOther(merged), {
      ...merged,
      kind: 'question',
      note: 'theirs\n',
      attributes: { mood: 'cross', sure: true },
      conflicts: [],
    });
    const one = takeOther(merged, 2);
    assert.deepEqual([one.kind, one.note], ['note', 'ours\n']);
    assert.deepEqual(one.attributes, { mood: 'cross', sure: true });
    assert.equal(one.conflicts?.length, 2);
  });

  it('takes another target', () => {
    const other = { ...selector, quote: 'bells', end: 9 };
    const twice = [selector, other];
    for (const value of [other, twice]) {
      const conflicts = [{ field: 'target', value }];
      const expected = Array.isArray(value) ? value : [value];
      assert.deepEqual(takeOther({ ...merged, conflicts }).target, expected);
    }
  });

  it('keeps both: one note below the other, and for the rest a second annotation', () => {
    const [note, none] = keepBoth(merged, 'new', 0);
    assert.equal(note.note, 'ours\n\ntheirs');
    assert.equal(none, undefined);
    const [first, second] = keepBoth(merged, 'new');
    assert.equal(first.kind, 'note');
    assert.equal(first.note, 'ours\n\ntheirs');
    assert.deepEqual(first.conflicts, []);
    const { id, kind, attributes, replies, conflicts } = second!;
    assert.deepEqual([id, kind, attributes], ['new', 'question', { mood: 'cross', sure: true }]);
    assert.deepEqual([replies, conflicts], [undefined, undefined]);
  });

  it('refuses a value that cannot stand in its field', () => {
    for (const conflict of [
      { field: 'kind', value: 'nonsense' },
      { field: 'x-mine', value: 1 },
      { field: '__proto__', value: { note: 'x' } },
    ]) {
      const annotation = { ...merged, conflicts: [conflict] };
      assert.throws(() => takeOther(annotation), { code: 'invalid-annotation' });
      assert.deepEqual(keepCurrent(annotation).conflicts, []);
    }
  });

  it('tells the present value of a field', () => {
    const values = merged.conflicts!.map((conflict) => currentValue(merged, conflict));
    assert.deepEqual(values, ['ours\n', 'note', 'calm']);
  });
});
