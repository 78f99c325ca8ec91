import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCanonicalRecord } from '../../../../../src/core/entity/file/canonical-record';
import type { RecordValue } from '../../../../../src/core/entity/file/record-value';
import { readYaml } from '../../../../../src/core/entity/file/yaml-record';

/** A value without ranges: what both readers must agree on. */
function plainValue(value: RecordValue): unknown {
  if (value.kind === 'scalar') return value.text === '' && value.plain ? null : value.text;
  if (value.kind === 'list') return value.items.map(plainValue);
  return value.entries.map(({ key, value: inner }) => [key.text, plainValue(inner)]);
}

/** The text of every quoted or plain scalar at its range, to compare places. */
function places(value: RecordValue): [number, string][] {
  if (value.kind === 'scalar') return value.text.includes('\n') ? [] : [[value.start, value.text]];
  if (value.kind === 'list') return value.items.flatMap(places);
  return value.entries.flatMap(({ key, value: inner }) => [...places(key), ...places(inner)]);
}

/** Scalars full of what YAML treats specially. */
const scalar = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'NATO',
      'Côte d’Ivoire',
      'U.S.',
      'a b',
      '東京',
      '12',
      'null',
      '~',
      'true',
    ),
  },
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        ':',
        '#',
        '-',
        "'",
        '"',
        ',',
        '[',
        ']',
        '{',
        '}',
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        '\\',
        '?',
        '\t',
        'é',
        '\u00a0',
        '\u2028',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
const quoted = scalar.map((text) => `'${text.replaceAll("'", "''")}'`);
const doubled = scalar.map((text) => JSON.stringify(text));
const value = fc.oneof({ weight: 4, arbitrary: scalar }, quoted, doubled);
const space = fc.constantFrom('', ' ', '  ');
const field = fc.oneof(
  fc
    .tuple(fc.constantFrom('name', 'type', 'x-1'), value, space)
    .map(([key, text, end]) => [`${key}: ${text}${end}`]),
  fc.array(value, { maxLength: 4 }).map((items) => [`aliases: [${items.join(', ')}]`]),
  fc
    .tuple(fc.array(value, { maxLength: 4 }), space)
    .map(([items, indent]) => ['links:', ...items.map((item) => `${indent}- ${item}`)]),
  fc
    .array(fc.oneof(scalar, fc.constant('')), { maxLength: 4 })
    .map((lines) => ['notes: |', ...lines.map((line) => line && `  ${line}`)]),
  fc.constantFrom(
    ['match: { caseSensitive: true }'],
    ['match:', '  caseSensitive: false'],
    ['# a comment'],
    [''],
    ['name:'],
    ['name: a # b'],
    ['notes: >', '  folded', '  text'],
    ['aliases: [a, b] # c'],
  ),
);
const record = fc.array(field, { minLength: 1, maxLength: 4 }).map(
  (fields) =>
    `  nato:\n${fields
      .flat()
      .map((line) => (line === '' ? '' : `    ${line}`))
      .join('\n')}\n`,
);

describe('readCanonicalRecord', () => {
  it('reads what it reads exactly as the YAML parser does', () => {
    let read = 0;
    fc.assert(
      fc.property(record, (text) => {
        const fast = readCanonicalRecord(text, 0, text.length);
        if (!fast) return;
        read++;
        const { map, problems } = readYaml(text, 0, text.length);
        assert.deepEqual(problems, [], text);
        const [entry] = map!.entries;
        assert.deepEqual(plainValue(fast.value), plainValue(entry!.value), text);
        assert.deepEqual(places(fast.value), places(entry!.value), text);
        assert.equal(fast.key.start, entry!.key.start);
      }),
      { numRuns: 3000 },
    );
    assert.ok(read > 300, `only ${read} records were read by the line reader`);
  });

  it('reads the layout of the documentation', () => {
    const text =
      '  nato:\n    type: organization  # a body\n    name: NATO\n    aliases: ["North Atlantic", the alliance]\n    links:\n      - https://nato.int/a#b\n    match: \n      caseSensitive: true\n    notes: |\n      One\n\n      two\n';
    // The trailing comment needs the parser: everything else stays with the line reader.
    assert.equal(readCanonicalRecord(text, 0, text.length), undefined);
    const plain = text.replace('  # a body', '');
    const entry = readCanonicalRecord(plain, 0, plain.length);
    assert.deepEqual(plainValue(entry!.value), [
      ['type', 'organization'],
      ['name', 'NATO'],
      ['aliases', ['North Atlantic', 'the alliance']],
      ['links', ['https://nato.int/a#b']],
      ['match', [['caseSensitive', 'true']]],
      ['notes', 'One\n\ntwo\n'],
    ]);
  });
});
