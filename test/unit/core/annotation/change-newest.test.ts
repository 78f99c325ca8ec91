import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { editSidecar, type SidecarChange } from '../../../../src/core/annotation/edit-sidecar';
import { readSidecar } from '../../../../src/core/annotation/read-sidecar';
import { SidecarRefusal } from '../../../../src/core/annotation/sidecar-refusal';
import { createSidecar } from '../../../../src/core/annotation/write-sidecar';
import { annotationLists, annotations } from './arbitrary-annotation';

const source = { name: 'a.txt', sha256: '0a'.repeat(32), blob: '1b'.repeat(20) };
const base: Annotation = {
  id: '01KAV7M2Q8T4Z6R1C3X5B7N9DA',
  kind: 'note',
  target: [{ quote: 'two ships', before: 'orders ', after: ', Finland', start: 40, end: 49 }],
  note: 'Which ones?',
  tags: ['ships'],
  by: 'Anna',
  created: '2026-11-24T21:35:59Z',
};

/** What the file holds after somebody else's change and then ours, which was made on `base`. */
function after(theirs: SidecarChange, ours: SidecarChange): Annotation | undefined {
  const { text } = editSidecar(createSidecar(source, [base]), [theirs]);
  const [record] = readSidecar(editSidecar(text, [ours]).text).records;
  return record && record.annotation;
}

const refused = (code: string) => (error: unknown) =>
  error instanceof SidecarRefusal && error.code === code;

describe('a change of an annotation that another program has written meanwhile', () => {
  const reply = { by: 'Ben', created: '2026-11-25T08:00:00Z', note: 'Frigates.' };

  it('keeps both when they are about different fields', () => {
    const made = after(
      { replace: { ...base, replies: [reply], tags: ['ships', 'navy'] } },
      { replace: { ...base, note: 'Which two?', modified: '2026-11-25T09:00:00Z' }, base },
    );
    assert.deepEqual(
      [made?.note, made?.replies, made?.tags, made?.conflicts],
      ['Which two?', [reply], ['ships', 'navy'], undefined],
    );
  });

  it('keeps both values of one field and leaves the choice to a person', () => {
    const made = after(
      { replace: { ...base, note: 'The old ones?', modified: '2026-11-25T08:00:00Z' } },
      { replace: { ...base, note: 'The new ones?', modified: '2026-11-25T09:00:00Z' }, base },
    );
    assert.equal(made?.note, 'The new ones?');
    assert.deepEqual(made.conflicts, [{ field: 'note', value: 'The old ones?' }]);
  });

  it('keeps what was said about one that was deleted', () => {
    const said = { ...base, note: 'It matters.' };
    assert.deepEqual(after({ remove: base.id }, { replace: said, base }), said);
  });

  it('leaves the place that another program has found for it', () => {
    const [selector] = base.target;
    const moved = { ...base, target: [{ ...selector!, start: 140, end: 149 }] };
    const made = after({ replace: moved }, { replace: { ...base, note: 'New' }, base });
    assert.deepEqual([made?.target, made?.note], [moved.target, 'New']);
  });

  it('deletes it only while it says the same', () => {
    const [selector] = base.target;
    const moved = { ...base, target: [{ ...selector!, start: 140, end: 149 }] };
    assert.equal(after({ replace: moved }, { remove: base.id, base }), undefined);
    assert.throws(
      () => after({ replace: { ...base, replies: [reply] } }, { remove: base.id, base }),
      refused('changed-meanwhile'),
    );
  });

  it('does not touch a record that cannot be read any more', () => {
    const text = createSidecar(source, [base]).replace('kind: note', 'kind: nothing');
    assert.throws(
      () => editSidecar(text, [{ replace: { ...base, note: 'New' }, base }]),
      refused('changed-meanwhile'),
    );
  });

  it('takes the place that was found in the same step, unless it gives another', () => {
    const [selector] = base.target;
    const text = createSidecar(source, [base]);
    const settled = { ...base, target: [{ ...selector!, start: 45, end: 54 }] };
    const now = { ...source, sha256: '0c'.repeat(32) };
    const apply = (replace: Annotation) =>
      readSidecar(
        editSidecar(text, [{ source: now }, { replace: settled }, { replace, base }]).text,
      ).records[0]?.annotation;
    const noted = apply({ ...base, note: 'New' });
    assert.deepEqual([noted?.target, noted?.note], [settled.target, 'New']);
    const pointed = [{ ...selector!, quote: 'ships', start: 49, end: 54 }];
    assert.deepEqual(apply({ ...base, target: pointed })?.target, pointed);
  });

  it('changes what it would without a base where nobody else has written', () => {
    fc.assert(
      fc.property(annotationLists, annotations, fc.nat(), (list, fresh, at) => {
        const seen = list[at % list.length];
        if (!seen) return;
        const text = createSidecar(source, list);
        const replace = { ...fresh, id: seen.id };
        assert.equal(
          editSidecar(text, [{ replace, base: seen }]).text,
          editSidecar(text, [{ replace }]).text,
        );
      }),
      { numRuns: 60 },
    );
  });
});
