import assert from 'node:assert/strict';
import { fieldValueAt } from '../../../../src/core/annotation/sidecar-field';

/** The value at `|` in a text. */
function at(marked: string) {
  const lines = marked.split('\n');
  const line = lines.findIndex((it) => it.includes('|'));
  const character = lines[line]!.indexOf('|');
  const text = lines.map((it) => it.replace('|', ''));
  const found = fieldValueAt((index) => text[index] ?? '', line, character);
  return found && [found.field, found.value, text[line]!.slice(found.range.start, found.range.end)];
}

describe('fieldValueAt', () => {
  it('finds values of single fields, written or to be written', () => {
    assert.deepEqual(at('    kind: no|te'), ['kind', 'note', 'note']);
    assert.deepEqual(at('    type: |'), ['type', '', '']);
    assert.deepEqual(at('  - kind: |note # it is'), ['kind', 'note', 'note']);
    assert.deepEqual(at('    type: "a b|"'), ['type', 'a b', '"a b"']);
    assert.deepEqual(at('    entity: esb|'), ['entity', 'esb', 'esb']);
  });

  it('finds the tag in a list of one line', () => {
    assert.deepEqual(at('    tags: [|]'), ['tags', '', '']);
    assert.deepEqual(at('    tags: [date, pl|ace, "a b"]'), ['tags', 'place', 'place']);
    assert.deepEqual(at('    tags: [date, |'), ['tags', '', '']);
    assert.deepEqual(at('    tags: [date, place, "a b|"]'), ['tags', 'a b', '"a b"']);
    assert.equal(at('    tags: [date]|  '), undefined);
  });

  it('finds the tag in a list of several lines', () => {
    assert.deepEqual(at('    tags:\n      - date\n      - pl|'), ['tags', 'pl', 'pl']);
    assert.deepEqual(at('    tags:\n    - |'), ['tags', '', '']);
    assert.equal(at('    replies:\n      - x|'), undefined);
    assert.equal(at('    tags: [a]\n    note: |\n      - x'), undefined);
  });

  it('answers nothing on keys and on other fields', () => {
    assert.equal(at('    ki|nd: note'), undefined);
    assert.equal(at('    note: kind: |'), undefined);
    assert.equal(at('|'), undefined);
  });
});
