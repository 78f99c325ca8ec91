import assert from 'node:assert/strict';
import { entityValueRange } from '../../../../src/core/annotation/entity-value';
import { readSidecar } from '../../../../src/core/annotation/read-sidecar';
import { danglingEntities } from '../../../../src/core/annotation/validate-references';

const head = `format: archive-annotations/1
source:
  name: a.txt
  sha256: ${'0a'.repeat(32)}
  blob: ${'1b'.repeat(20)}
annotations:
`;
const fields = ['kind: entity', 'target: { quote: N, before: "", after: "", start: 0, end: 1 }'];
const block = (id: number, ...more: string[]) =>
  `  - id: 01KAV7M2Q8T4Z6R1C3X5B7N9D${id}\n${[...fields, ...more].map((it) => `    ${it}\n`).join('')}`;

/** Each record's id with the line that it stands on. */
function found(text: string) {
  return readSidecar(text).records.map((record) => {
    const range = entityValueRange(text, record);
    return (
      range &&
      `${text.slice(0, range.start).split('\n').length}:${text.slice(range.start, range.end)}`
    );
  });
}

describe('entityValueRange', () => {
  it('finds the value, whatever else of the record looks like it', () => {
    const note = [
      'note: |',
      '  entity: nato',
      'entity: nato # not the note',
      'attributes:',
      '  entity: other',
    ];
    assert.deepEqual(found(head + block(1, ...note) + block(2, 'entity: "eu"')), [
      '12:nato',
      '18:eu',
    ]);
    assert.deepEqual(found((head + block(1, 'entity: nato')).replaceAll('\n', '\r\n')), [
      '10:nato',
    ]);
    assert.deepEqual(found(head + block(1, 'note: entity')), [undefined]);
  });

  it('finds it in other layouts, and in records that are wrong', () => {
    const flow = `${head.trimEnd()}\n  [{ id: 01KAV7M2Q8T4Z6R1C3X5B7N9D1, ${fields.join(', ')}, entity: nato }]\n`;
    assert.deepEqual(found(flow), ['7:nato']);
    assert.deepEqual(found(head + block(1, 'entity: nato', 'confidence: loud')), ['10:nato']);
    assert.deepEqual(found(head + block(1, 'note: &n nato', 'entity: *n')), [undefined]);
    assert.deepEqual(found(head + block(1, 'entity:', '  nato')), ['11:nato']);
  });

  it('is where a dangling entity is reported', () => {
    const text = head + block(1, 'entity: nato') + block(2, 'entity: eu');
    const { records } = readSidecar(text);
    const [problem, ...others] = danglingEntities(text, records, (id) => id === 'eu');
    assert.equal(text.slice(problem!.range.start, problem!.range.end), 'nato');
    assert.deepEqual(others, []);
  });
});
