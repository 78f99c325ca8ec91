import assert from 'node:assert/strict';
import { editSidecar } from '../../../../src/core/annotation/edit-sidecar';
import { mergeSidecars } from '../../../../src/core/annotation/merge-sidecars';
import { readSidecar } from '../../../../src/core/annotation/read-sidecar';
import { SidecarRefusal } from '../../../../src/core/annotation/sidecar-refusal';
import { undoChange } from '../../../../src/core/annotation/undo-change';

const id = (last: string) => `01KAV7M2Q8T4Z6R1C3X5B7N9D${last}`;
const target = (quote: string, start: number) =>
  `{ quote: ${quote}, before: "", after: "", start: ${start}, end: ${start + quote.length} }`;

/** A record as somebody has worked on it by hand. */
const record = `  - id: ${id('A')}
    # seen by Ben
    kind: 'note'
    target:   ${target('one', 10)}
    note: Why?   # ask him
    x-mood: [good,   bad]
    someday: maybe
`;
const others = `  - id: ${id('B')}
    kind: highlight
    target: ${target('two', 20)}
  - id: ${id('C')}
    kind: highlight
    target: ${target('three', 30)}
`;
const before = `format: archive-annotations/1
source:
  name: a.txt
  sha256: ${'0a'.repeat(32)}
  blob: ${'1b'.repeat(20)}
annotations:
${record}${others}`;

const annotationIn = (text: string, last: string) =>
  readSidecar(text).records.find(({ annotation }) => annotation?.id === id(last))!.annotation!;

describe('undoChange', () => {
  const after = editSidecar(before, [{ remove: id('A') }]).text;

  it('gives the old text back, byte for byte, when nothing was written since', () => {
    assert.ok(!after.includes('x-mood'));
    assert.equal(undoChange(after, { before, after }), before);
  });

  it('gives a deleted record its bytes back and keeps what was written since', () => {
    const note = { ...annotationIn(after, 'C'), note: 'New' };
    const newest = editSidecar(after, [{ replace: note }, { remove: id('B') }]).text;
    const expected = editSidecar(before, [{ replace: note }, { remove: id('B') }]).text;
    assert.equal(undoChange(newest, { before, after }), expected);
    assert.ok(expected.includes(record));
  });

  it('keeps line ends and finds the list’s own indentation', () => {
    const windows = after.replaceAll('\n', '\r\n');
    assert.equal(undoChange(windows, { before, after }), before.replaceAll('\n', '\r\n'));
    const flat = after.replaceAll(/^ {2}(?=- | {2})/gm, '');
    assert.equal(readSidecar(flat).records.length, 2);
    const undone = undoChange(flat, { before, after });
    assert.ok(undone.includes(record.replaceAll(/^ {2}/gm, '')), undone);
  });

  it('gives a changed record its bytes back', () => {
    const { note, ...said } = annotationIn(before, 'A');
    assert.equal(note, 'Why?');
    const changed = editSidecar(before, [{ replace: { ...said, kind: 'highlight' } }]).text;
    assert.ok(!changed.includes('ask him'));
    const newest = editSidecar(changed, [{ remove: id('B') }]).text;
    const undone = undoChange(newest, { before, after: changed });
    assert.equal(undone, editSidecar(before, [{ remove: id('B') }]).text);
  });

  it('takes a new annotation away', () => {
    const added = editSidecar(after, [{ add: annotationIn(before, 'A') }]).text;
    const newest = `${added}# the end\n`;
    assert.equal(undoChange(newest, { before: after, after: added }), `${after}# the end\n`);
  });

  it('leaves an annotation that was changed since', () => {
    const annotation = annotationIn(before, 'A');
    const noted = editSidecar(before, [{ replace: { ...annotation, note: 'One' } }]).text;
    const newest = editSidecar(noted, [{ replace: { ...annotation, note: 'Two' } }]).text;
    assert.throws(
      () => undoChange(newest, { before, after: noted }),
      (error) => error instanceof SidecarRefusal && error.code === 'changed-meanwhile',
    );
  });

  it('brings a record back into a sidecar that counts another text by now', () => {
    const sha256 = '0c'.repeat(32);
    const inOneText = (text: string) => {
      const { source, records } = readSidecar(text);
      if (source?.sha256 === sha256) return text;
      const moved = records.map(({ annotation }) => {
        const [selector] = annotation!.target;
        const place = { start: selector!.start + 5, end: selector!.end + 5 };
        return { replace: { ...annotation!, target: [{ ...selector!, ...place }] } };
      });
      return editSidecar(text, [{ source: { ...source!, sha256 } }, ...moved]).text;
    };
    const newest = inOneText(after);
    const undone = undoChange(newest, { before, after }, inOneText);
    assert.equal(undone, inOneText(before));
    assert.equal(annotationIn(undone, 'A').target[0]!.start, 15);
  });
});

describe('a merge', () => {
  it('takes a record from the other version as it is written there', () => {
    const ours = editSidecar(before, [{ remove: id('A') }, { remove: id('B') }]).text;
    const { text } = mergeSidecars(ours, ours, before.replace(others, ''));
    assert.ok(text.includes(record), text);
  });
});
