import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { editSidecar } from '../../../../src/core/annotation/edit-sidecar';
import { readSidecar } from '../../../../src/core/annotation/read-sidecar';
import { toRecordValue } from '../../../../src/core/annotation/record-value';
import { SidecarRefusal } from '../../../../src/core/annotation/sidecar-refusal';
import { compareAnnotations } from '../../../../src/core/annotation/sort-order';
import { applyEdits } from '../../../../src/core/annotation/text-edit';
import { createSidecar } from '../../../../src/core/annotation/write-sidecar';
import { annotationLists, annotations, sources } from './arbitrary-annotation';

const header = `format: archive-annotations/1
source:
  name: a.txt # the source
  sha256: ${'0a'.repeat(32)}
  blob: ${'1b'.repeat(20)}
`;
const id = (last: string) => `01KAV7M2Q8T4Z6R1C3X5B7N9D${last}`;

/** A file as people leave it: comments, unknown keys, other quotes, orders and indentation. */
const handEdited = `# our notes on this message
${header}x-project: { name: 'archive',   year: 2026 }
annotations:
  # about the secretary
  - kind: entity   # checked
    id: ${id('A')}
    target:
        # where it stands
        quote: 'Jens Stoltenberg'
        before: ""
        after: ' told reporters'
        start: 10
        end:   26
        x-line: 4
    entity: 'jens-stoltenberg' # see entities.yaml
    x-score: [1,   2]
    by: "Anna"
  - { id: ${id('B')}, kind: note, target: { quote: abc, before: "", after: x, start: 30, end: 33 }, note: short, x-flow: yes }

  - id: ${id('C')}
    kind: question
    target:
      - { quote: one, before: a, after: b, start: 40, end: 43 }
      - quote: two
        before: c
        after: d
        start: 50
        end: 53
    note: >-
      folded text
      of a note
    replies:
    -   by: Ben
        created: 2026-11-25T08:00:00Z
        note: first  # keep me
# the end
x-footer: 1
`;

function get(text: string, last: string): Annotation {
  const found = readSidecar(text).records.find(({ annotation }) => annotation?.id === id(last));
  assert.ok(found?.annotation, `no annotation ${last} in:\n${text}`);
  return found.annotation;
}

/** The reader remembers a few texts; after these it must read anew. */
function forgetReadings(): void {
  for (let count = 0; count < 8; count++) readSidecar(`x: ${count}`);
}

/** Lines of `text` that are not in `other`, in order. */
function linesNotIn(text: string, other: string): string[] {
  const lines = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !lines.has(line));
}

describe('editSidecar on a canonical file', () => {
  it('adds, replaces and removes to the canonical file of the new model', () => {
    fc.assert(
      fc.property(
        sources,
        annotationLists,
        fc.array(annotations, { maxLength: 3 }),
        fc.infiniteStream(fc.nat(3)),
        fc.boolean(),
        (source, list, fresh, choices, windows) => {
          const model = new Map(list.map((annotation) => [annotation.id, annotation]));
          const changes = [];
          for (const annotation of list) {
            const choice = choices.next().value;
            if (choice === 0) {
              changes.push({ remove: annotation.id });
              model.delete(annotation.id);
            } else if (choice === 1 && fresh[0]) {
              const replace = { ...fresh[0], id: annotation.id };
              changes.push({ replace });
              model.set(annotation.id, replace);
            }
          }
          for (const annotation of fresh) {
            if (model.has(annotation.id) || list.some((other) => other.id === annotation.id))
              continue;
            changes.push({ add: annotation });
            model.set(annotation.id, annotation);
          }
          const lineBreak = windows ? '\r\n' : '\n';
          const text = createSidecar(source, list).replaceAll('\n', lineBreak);
          const edited = editSidecar(text, changes);
          assert.equal(
            edited.text,
            createSidecar(source, [...model.values()]).replaceAll('\n', lineBreak),
          );
          assert.equal(applyEdits(text, edited.edits), edited.text);
          const remembered = readSidecar(edited.text);
          forgetReadings();
          assert.deepEqual(remembered, readSidecar(edited.text));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives edits no longer than what changes', () => {
    const list = fc
      .sample(annotationLists, { numRuns: 20, seed: 7 })
      .find(({ length }) => length > 3)!;
    const source = fc.sample(sources, { numRuns: 1, seed: 7 })[0]!;
    const text = createSidecar(source, list);
    const changed = { ...list[2]!, status: 'rejected' as const };
    const { edits } = editSidecar(text, [{ replace: changed }]);
    assert.ok(edits.length <= 1);
    for (const { newText, range } of edits) {
      assert.equal(newText.trim(), 'status: rejected');
      assert.ok(text.slice(range.start, range.end).split('\n').length <= 2);
    }
  });
});

describe('editSidecar on a file edited by hand', () => {
  it('reads it without errors', () => {
    const sidecar = readSidecar(handEdited);
    assert.deepEqual(
      sidecar.problems.filter(({ severity }) => severity !== 'information'),
      [],
    );
    assert.equal(sidecar.records.length, 3);
    assert.ok(sidecar.writable);
  });

  it('changes the lines of the changed fields only', () => {
    const { text } = editSidecar(handEdited, [
      { replace: { ...get(handEdited, 'A'), by: 'Anna Reader', modified: '2026-11-24T21:41:10Z' } },
    ]);
    assert.deepEqual(linesNotIn(text, handEdited), [
      '    by: Anna Reader',
      '    modified: 2026-11-24T21:41:10Z',
    ]);
    assert.deepEqual(linesNotIn(handEdited, text), ['    by: "Anna"']);
  });

  it('keeps comments and unknown keys inside a changed target', () => {
    const annotation = get(handEdited, 'A');
    const [selector] = annotation.target;
    const target = [{ ...selector!, current: 'J. Stoltenberg', start: 12, end: 26 }];
    const { text } = editSidecar(handEdited, [
      { replace: { ...annotation, target, state: 'edited' } },
    ]);
    assert.deepEqual(linesNotIn(text, handEdited), [
      '        current: J. Stoltenberg',
      '        start: 12',
      '    state: edited',
    ]);
    assert.match(text, /# where it stands\n {8}quote: 'Jens Stoltenberg'\n/);
    assert.match(text, /x-line: 4/);
  });

  it('keeps the comment behind a changed value', () => {
    const { text } = editSidecar(handEdited, [
      { replace: { ...get(handEdited, 'A'), entity: 'nato', note: 'two\nlines\n' } },
    ]);
    assert.match(
      text,
      /\n {4}entity: nato # see entities.yaml\n {4}note: \|\n {6}two\n {6}lines\n/,
    );
  });

  it('changes a record in flow style in place', () => {
    const { text } = editSidecar(handEdited, [
      { replace: { ...get(handEdited, 'B'), note: 'a, b', tags: ['x', 'y: z'], by: 'Ben' } },
    ]);
    const line = text.split('\n').find((candidate) => candidate.includes(id('B')));
    assert.match(
      line!,
      /note: "a, b", tags: \[x, "y: z"\], by: Ben, x-flow: yes \}$|note: "a, b".*x-flow: yes.*\}$/,
    );
    assert.deepEqual(get(text, 'B').tags, ['x', 'y: z']);
    assert.equal(linesNotIn(text, handEdited).length, 1);
  });

  it('adds a reply below the others and keeps their comments', () => {
    const annotation = get(handEdited, 'C');
    const reply = { by: 'Cleo', created: '2026-11-26T08:00:00Z', note: 'second' };
    const { text } = editSidecar(handEdited, [
      { replace: { ...annotation, replies: [...annotation.replies!, reply] } },
    ]);
    assert.deepEqual(linesNotIn(text, handEdited), [
      '    - { by: Cleo, created: 2026-11-26T08:00:00Z, note: second }',
    ]);
    assert.deepEqual(get(text, 'C').replies, [...annotation.replies!, reply]);
  });

  it('removes a record and leaves the comments around it', () => {
    const { text } = editSidecar(handEdited, [{ remove: id('A') }, { remove: id('C') }]);
    assert.match(text, /annotations:\n {2}# about the secretary\n {2}- \{ id/);
    assert.match(text, /\n# the end\nx-footer: 1\n$/);
    const empty = editSidecar(text, [{ remove: id('B') }]);
    assert.deepEqual((parse(empty.text) as { annotations: unknown }).annotations, []);
    const again = editSidecar(empty.text, [{ add: get(handEdited, 'A') }]);
    assert.deepEqual(get(again.text, 'A'), { ...get(handEdited, 'A') });
    assert.match(again.text, /# our notes on this message/);
  });

  it('adds to files without a list, with an empty one, and with one in flow style', () => {
    const annotation = get(handEdited, 'B');
    const item = `{ id: ${id('A')}, kind: document, note: x }`;
    for (const list of [
      '',
      'annotations: []\n',
      'annotations: [] # none\n',
      'annotations:\n',
      'annotations:',
      `annotations: [${item}]\n`,
    ]) {
      const { text } = editSidecar(header + list, [{ add: annotation }]);
      assert.deepEqual(get(text, 'B'), annotation);
      assert.equal(text.includes('# none'), list.includes('# none'));
      const removed = editSidecar(text, [{ remove: annotation.id }]);
      assert.equal(readSidecar(removed.text).records.length, list.includes('kind') ? 1 : 0);
    }
    const json = JSON.stringify(parse(handEdited));
    assert.throws(
      () => editSidecar(json, [{ add: { ...annotation, id: id('Z') } }]),
      SidecarRefusal,
    );
  });

  it('changes the source and keeps the comment beside it', () => {
    const source = { name: 'b.txt', sha256: 'ff'.repeat(32), blob: 'ee'.repeat(20) };
    const { text } = editSidecar(handEdited, [{ source }]);
    assert.deepEqual(readSidecar(text).source, source);
    assert.match(text, /name: b.txt # the source/);
    assert.equal(linesNotIn(text, handEdited).length, 3);
  });

  it('leaves every other record byte for byte, whatever is written into one', () => {
    fc.assert(
      fc.property(
        annotations,
        fc.constantFrom('A', 'B', 'C'),
        fc.boolean(),
        (annotation, last, windows) => {
          const text = handEdited.replaceAll('\n', windows ? '\r\n' : '\n');
          const before = readSidecar(text);
          const replace = { ...annotation, id: id(last) };
          const edited = editSidecar(text, [{ replace }]);
          const after = readSidecar(edited.text);
          forgetReadings();
          assert.deepEqual(after, readSidecar(edited.text));
          assert.deepEqual(
            toRecordValue(
              after.records.find((record) => record.annotation?.id === id(last))!.annotation!,
            ),
            toRecordValue(replace),
          );
          for (const record of before.records) {
            const old = text.slice(record.range.start, record.range.end);
            if (record.annotation!.id !== id(last)) assert.ok(edited.text.includes(old));
          }
          assert.deepEqual(parse(edited.text)['x-project'], { name: 'archive', year: 2026 });
          for (const kept of ['# our notes', '# about the secretary', '# the end'])
            assert.ok(edited.text.includes(kept));
          if (last === 'A') assert.ok(edited.text.includes('x-score: [1,   2]'));
          assert.equal(/(?<!\r)\n/.test(edited.text), !windows);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('makes a new file of an empty one', () => {
    const source = { name: 'b.txt', sha256: 'ff'.repeat(32), blob: 'ee'.repeat(20) };
    const annotation = get(handEdited, 'A');
    assert.equal(
      editSidecar('', [{ source }, { add: annotation }]).text,
      createSidecar(source, [annotation]),
    );
    assert.throws(() => editSidecar('\n', [{ add: annotation }]), { code: 'no-source' });
  });

  it('moves a record whose new position is elsewhere', () => {
    const list = ['A', 'B', 'C'].map((last, index) => ({
      ...get(handEdited, 'B'),
      id: id(last),
      target: [{ quote: 'abc', before: '', after: '', start: index * 10, end: index * 10 + 3 }],
    }));
    const source = { name: 'b.txt', sha256: 'ff'.repeat(32), blob: 'ee'.repeat(20) };
    const text = createSidecar(source, list);
    const moved = { ...list[0]!, target: [{ ...list[0]!.target[0]!, start: 15, end: 18 }] };
    const edited = editSidecar(text, [{ replace: moved }]);
    assert.equal(
      edited.text,
      createSidecar(source, [moved, list[1]!, list[2]!].sort(compareAnnotations)),
    );
  });
});

describe('editSidecar refuses', () => {
  const annotation = get(handEdited, 'A');
  const refuses = (text: string, code: string, message: RegExp) =>
    assert.throws(
      () => editSidecar(text, [{ replace: annotation }]),
      (error) =>
        error instanceof SidecarRefusal && error.code === code && message.test(error.message),
    );

  it('files that are broken, conflicted or newer', () => {
    refuses(handEdited.replace("'Jens Stoltenberg'", "'Jens"), 'not-writable', /not valid YAML/);
    refuses(`<<<<<<< HEAD\n${handEdited}=======\n>>>>>>> x\n`, 'not-writable', /Merge Sidecars/);
    refuses(handEdited.replace('annotations/1', 'annotations/2'), 'not-writable', /newer version/);
    refuses(handEdited.replace('archive-annotations/1', 'other/1'), 'not-writable', /format/);
  });

  it('ids that are unknown, taken or repeated', () => {
    refuses(handEdited.replaceAll(id('A'), id('Q')), 'unknown-id', /no annotation/);
    refuses(handEdited.replaceAll(id('B'), id('A')), 'duplicate-id', /twice/);
    assert.throws(() => editSidecar(handEdited, [{ add: annotation }]), { code: 'duplicate-id' });
    assert.throws(() => editSidecar(handEdited, [{ remove: 'x' }]), { code: 'unknown-id' });
  });
});
