import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { editSidecar } from '../../../../src/core/annotation/edit-sidecar';
import { mergeConflicted, mergeSidecars } from '../../../../src/core/annotation/merge-sidecars';
import { stableText } from '../../../../src/core/annotation/merge-record';
import { readSidecar } from '../../../../src/core/annotation/read-sidecar';
import type { RecordValue } from '../../../../src/core/annotation/record-value';
import { createSidecar } from '../../../../src/core/annotation/write-sidecar';
import { annotationLists, annotations } from './arbitrary-annotation';

const source = { name: 'a.txt', sha256: '0a'.repeat(32), blob: '1b'.repeat(20) };
const otherSource = { name: 'a.txt', sha256: '0c'.repeat(32), blob: '1d'.repeat(20) };

interface Change {
  readonly what: 'keep' | 'remove' | 'replace' | 'note' | 'reply';
  readonly fresh: Annotation;
}

const changes = fc.array(
  fc.record({
    what: fc.constantFrom(
      'keep' as const,
      'remove' as const,
      'replace' as const,
      'note' as const,
      'reply' as const,
    ),
    fresh: annotations,
  }),
  { minLength: 6, maxLength: 6 },
);

/** One side's work on the base: a change for each annotation, and one new annotation. */
function changed(base: readonly Annotation[], side: readonly Change[]): Annotation[] {
  const result = base.flatMap((annotation, index): Annotation[] => {
    const { what, fresh } = side[index]!;
    if (what === 'keep') return [annotation];
    if (what === 'remove') return [];
    if (what === 'replace') return [{ ...fresh, id: annotation.id }];
    if (what === 'note') return [{ ...annotation, note: fresh.id }];
    const reply = { by: 'B', created: '2026-01-01T00:00:00Z', note: fresh.id };
    return [{ ...annotation, replies: [...(annotation.replies ?? []), reply] }];
  });
  return [...result, side[5]!.fresh];
}

function content(text: string): Map<string, RecordValue> {
  const data = parse(text) as { annotations: RecordValue[] };
  return new Map(data.annotations.map((record) => [record['id'] as string, record]));
}

describe('mergeSidecars', () => {
  const threeVersions = fc.record({
    base: annotationLists.map((list) => list.slice(0, 5)),
    ours: changes,
    theirs: changes,
  });

  it('loses no annotation and no value, and gives the same content either way', () => {
    fc.assert(
      fc.property(threeVersions, (versions) => {
        const base = createSidecar(source, versions.base);
        const ours = createSidecar(source, changed(versions.base, versions.ours));
        const theirs = createSidecar(source, changed(versions.base, versions.theirs));
        const merged = mergeSidecars(base, ours, theirs);
        const [old, first, second, result] = [base, ours, theirs, merged.text].map(content);
        assert.deepEqual(result, content(mergeSidecars(base, theirs, ours).text));
        for (const id of new Set([...first!.keys(), ...second!.keys()])) {
          const sides = [first!.get(id), second!.get(id)];
          const untouched = sides.find(
            (side) => side && stableText(side) === stableText(old!.get(id)),
          );
          if (untouched && sides.includes(undefined)) {
            assert.equal(result!.has(id), false);
            continue;
          }
          const kept = result!.get(id)!;
          assert.ok(kept, `lost ${id}`);
          const everything = stableText(kept);
          for (const side of sides)
            for (const [key, value] of Object.entries(side ?? {})) {
              if (
                [
                  'modified',
                  'created',
                  'state',
                  'target',
                  'tags',
                  'replies',
                  'attributes',
                ].includes(key)
              )
                continue;
              if (stableText(old!.get(id)?.[key]) === stableText(value)) continue;
              assert.ok(everything.includes(stableText(value)), `lost ${key} of ${id}`);
            }
        }
        const sidecar = readSidecar(merged.text);
        assert.ok(sidecar.writable);
        for (const { field, at } of merged.conflicts.map((conflict) => ({
          field: conflict.message,
          at: conflict.id,
        })))
          if (field.includes('both versions'))
            assert.ok(
              sidecar.problems.some((problem) => problem.code === 'merge-conflict'),
              `${at}`,
            );
      }),
      { numRuns: 150 },
    );
  });

  it('takes over what only one side changed', () => {
    fc.assert(
      fc.property(threeVersions, (versions) => {
        const base = createSidecar(source, versions.base);
        const ours = createSidecar(source, changed(versions.base, versions.ours));
        assert.deepEqual(mergeSidecars(base, ours, base), { text: ours, conflicts: [] });
        const taken = mergeSidecars(base, base, ours);
        assert.deepEqual(content(taken.text), content(ours));
        assert.deepEqual(taken.conflicts, []);
      }),
      { numRuns: 100 },
    );
  });

  const id = '01KAV7M2Q8T4Z6R1C3X5B7N9DE';
  const target = [{ quote: 'abc', before: '', after: '', start: 3, end: 6 }];
  const annotation: Annotation = { id, kind: 'note', target, note: 'one', tags: ['a'], by: 'Anna' };
  const file = (change: Partial<Annotation>, from = source) =>
    createSidecar(from, [{ ...annotation, ...change }]);

  it('merges tags, replies and different fields without a conflict', () => {
    const reply = (by: string) => ({ by, created: '2026-01-01T00:00:00Z', note: 'x' });
    const merged = mergeSidecars(
      file({}),
      file({ tags: ['a', 'b'], replies: [reply('Ben')], status: 'confirmed' }),
      file({ tags: ['c'], replies: [reply('Cleo')], note: 'two' }),
    );
    assert.deepEqual(merged.conflicts, []);
    const [record] = readSidecar(merged.text).records;
    assert.deepEqual(record!.annotation, {
      ...annotation,
      note: 'two',
      tags: ['b', 'c'],
      status: 'confirmed',
      replies: [reply('Ben'), reply('Cleo')],
    });
  });

  it('keeps both values of a contradiction, the later one in its place', () => {
    const early = file({ note: 'ours', modified: '2026-01-01T00:00:00Z' });
    const late = file({ note: 'theirs', modified: '2026-01-02T00:00:00Z' });
    for (const [ours, theirs] of [
      [early, late],
      [late, early],
    ] as const) {
      const merged = mergeSidecars(file({}), ours, theirs);
      assert.equal(merged.conflicts.length, 1);
      assert.match(merged.text, /note: theirs\n/);
      assert.match(merged.text, /x-conflict:\n {6}- field: note\n {8}value: ours\n/);
      assert.equal(readSidecar(merged.text).problems[0]!.code, 'merge-conflict');
    }
  });

  it('lets a person settle a contradiction, with or without another value', () => {
    const merged = mergeSidecars(file({}), file({ note: 'a' }), file({ note: 'b' })).text;
    const read = readSidecar(merged).records[0]!.annotation!;
    assert.deepEqual(read.conflicts, [{ field: 'note', value: 'a' }]);
    assert.equal(editSidecar(merged, [{ replace: read }]).text, merged);
    const settled = (changed: object) =>
      editSidecar(merged, [{ replace: { ...read, ...changed } }]).text;
    assert.equal(settled({ conflicts: [] }), file({ note: 'b' }));
    assert.equal(settled({ note: 'a', conflicts: [] }), file({ note: 'a' }));
    // Who knows nothing of the contradiction leaves it.
    assert.match(settled({ note: 'c', conflicts: undefined }), /x-conflict/);
  });

  it('keeps what was changed on one side and deleted on the other, and says so', () => {
    const empty = createSidecar(source, []);
    const merged = mergeSidecars(file({}), empty, file({ note: 'two' }));
    assert.equal(merged.text, file({ note: 'two' }));
    assert.match(merged.conflicts[0]!.message, /deleted in ours, changed/);
    assert.equal(mergeSidecars(file({}), empty, file({})).text, empty);
  });

  it('does not call it a conflict when both sides anchored the same passage anew', () => {
    const moved = (start: number) => [{ ...target[0]!, start, end: start + 3 }];
    const merged = mergeSidecars(file({}), file({ target: moved(5) }), file({ target: moved(7) }));
    assert.deepEqual(merged.conflicts, []);
  });

  it('keeps comments, unknown fields and records that cannot be read, of either side', () => {
    const base = file({});
    const ours = `# ours\n${base}  - id: broken\n    kind: nothing\n`;
    const theirs = `${base.replace('note: one', 'note: one # said on the phone\n    x-mine: 1').replace('annotations:', 'x-list: [1, 2]\nannotations:')}  - just text\n`;
    const merged = mergeSidecars(
      base,
      ours,
      theirs.replace('  - just text\n', '  - kind: document\n'),
    );
    for (const kept of ['# ours', 'x-mine: 1', 'x-list: [1, 2]', 'kind: nothing', 'kind: document'])
      assert.ok(merged.text.includes(kept), kept);
    assert.ok(readSidecar(merged.text).writable);
  });

  it('merges the source and keeps the one that lost', () => {
    const one = mergeSidecars(file({}), file({}, otherSource), file({ note: 'two' }));
    assert.equal(one.text, file({ note: 'two' }, otherSource));
    const third = { ...otherSource, sha256: 'ff'.repeat(32) };
    const two = mergeSidecars(file({}), file({}, otherSource), file({}, third));
    assert.equal(two.conflicts.length, 1);
    assert.ok(two.text.includes(otherSource.sha256) && two.text.includes(third.sha256));
    assert.deepEqual(readSidecar(two.text).source, third);
  });
});

describe('mergeConflicted', () => {
  it('resolves the markers of git, with and without the ancestor', () => {
    const line = (last: string) =>
      `  - id: 01KAV7M2Q8T4Z6R1C3X5B7N9D${last}\n    kind: document\n    note: n${last}\n`;
    const head = createSidecar(source, []).replace(' []', '') + line('A');
    const plain = `${head}<<<<<<< HEAD\n${line('B')}=======\n${line('C')}>>>>>>> topic\n${line('E')}`;
    const ids = (text: string) => [...content(text).keys()].map((id) => id.slice(-1));
    assert.deepEqual(ids(mergeConflicted(plain).text), ['A', 'B', 'C', 'E']);
    const diff3 = `${head}<<<<<<< HEAD\n${line('B')}||||||| base\n${line('B')}${line('D')}=======\n${line('C')}>>>>>>> topic\n${line('E')}`;
    assert.deepEqual(ids(mergeConflicted(diff3).text), ['A', 'C', 'E']);
    const windows = mergeConflicted(plain.replaceAll('\n', '\r\n')).text;
    assert.deepEqual(ids(windows), ['A', 'B', 'C', 'E']);
    assert.equal(/(?<!\r)\n/.test(windows), false);
  });

  it('refuses what it cannot read', () => {
    assert.throws(() => mergeConflicted('format: archive-annotations/1\n'), {
      name: 'SidecarRefusal',
    });
    assert.throws(() => mergeConflicted('<<<<<<< a\n"\n=======\nx: [\n>>>>>>> b\n'), {
      name: 'SidecarRefusal',
    });
  });

  it('makes a file that can be edited again', () => {
    const list = fc
      .sample(annotationLists, { numRuns: 30, seed: 3 })
      .find(({ length }) => length > 2)!;
    const text = createSidecar(source, list);
    const conflicted = text.replace(
      'annotations:\n',
      `annotations:\n<<<<<<< a\n=======\n>>>>>>> b\n`,
    );
    const merged = mergeConflicted(conflicted).text;
    assert.equal(merged, text);
    assert.ok(editSidecar(merged, [{ remove: list[0]!.id }]).text.length < text.length);
  });
});
