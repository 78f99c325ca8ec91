import assert from 'node:assert/strict';
import { editSidecar } from '../../../../src/core/annotation/edit-sidecar';
import { mergeSidecars } from '../../../../src/core/annotation/merge-sidecars';
import { readSidecar } from '../../../../src/core/annotation/read-sidecar';
import { applyEdits } from '../../../../src/core/annotation/text-edit';

const id = '01KAV7M2Q8T4Z6R1C3X5B7N9DE';
const older = `# drafts
format: archive-annotations/0
source:
  name: a.txt
  sha256: ${'0a'.repeat(32)}
  blob: ${'1b'.repeat(20)}
annotations:
  # by hand
  - id: ${id}
    kind: note
    target:
      exact: abc
      prefix: x
      suffix: y
      start: 3
      end: 6
    body: "exact: this"   # said so
    creator: Anna
`;
const upgraded = older
  .replace('annotations/0', 'annotations/1')
  .replace('exact: abc', 'quote: abc')
  .replace('prefix', 'before')
  .replace('suffix', 'after')
  .replace('body', 'note')
  .replace('creator', 'by');

describe('the older format', () => {
  it('is read as the present one, with a word about it', () => {
    const sidecar = readSidecar(older);
    assert.deepEqual(
      sidecar.records.map(({ annotation }) => annotation),
      readSidecar(upgraded).records.map(({ annotation }) => annotation),
    );
    assert.deepEqual(
      sidecar.problems.map(({ code, severity }) => [code, severity]),
      [['older-format', 'warning']],
    );
    assert.equal(sidecar.source?.name, 'a.txt');
  });

  it('is upgraded by the first edit, which changes names only', () => {
    const annotation = readSidecar(older).records[0]!.annotation!;
    for (const text of [older, older.replaceAll('\n', '\r\n')]) {
      const edited = editSidecar(text, [{ replace: { ...annotation, by: 'Ben' } }]);
      const expected = upgraded.replace('Anna', 'Ben');
      assert.equal(edited.text, text.includes('\r') ? expected.replaceAll('\n', '\r\n') : expected);
      assert.equal(applyEdits(text, edited.edits), edited.text);
    }
  });

  it('merges with the present one', () => {
    const merged = mergeSidecars(older, older, upgraded.replace('Anna', 'Ben'));
    assert.deepEqual(merged, { text: upgraded.replace('Anna', 'Ben'), conflicts: [] });
    assert.equal(mergeSidecars(older, upgraded.replace('Anna', 'Ben'), older).text, merged.text);
  });

  it('overwrites nothing that has the new name already', () => {
    const both = older.replace('    creator: Anna\n', '    creator: Anna\n    by: Ben\n');
    assert.equal(readSidecar(both).records[0]!.annotation!.by, 'Ben');
    assert.match(
      editSidecar(both, [{ remove: id }, { add: readSidecar(both).records[0]!.annotation! }]).text,
      /by: Ben/,
    );
  });
});
