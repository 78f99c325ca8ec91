import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { readSidecar, type Sidecar } from '../../../../src/core/annotation/read-sidecar';
import { createSidecar } from '../../../../src/core/annotation/write-sidecar';
import { annotationLists, anyText, sources } from './arbitrary-annotation';

const header = `format: archive-annotations/1
source:
  name: a.txt
  sha256: ${'0a'.repeat(32)}
  blob: ${'1b'.repeat(20)}
annotations:
`;
const id = (last: string) => `01KAV7M2Q8T4Z6R1C3X5B7N9D${last}`;
const note = (last: string, rest = 'note: x') =>
  `  - id: ${id(last)}\n    kind: document\n    ${rest}\n`;

/** Every problem as `code@text`, so that a test shows the place. */
function found(text: string): string[] {
  return readSidecar(text).problems.map(
    ({ code, range }) => `${code}@${text.slice(range.start, range.end).trim().split('\n')[0]}`,
  );
}

function ids(sidecar: Sidecar): (string | undefined)[] {
  return sidecar.records.map(({ annotation }) => annotation?.id.slice(-1));
}

describe('readSidecar', () => {
  it('never throws and keeps its ranges inside the text', () => {
    const line = fc.constantFrom(
      'annotations:',
      'annotations: []',
      '  - id: a',
      '- id: b',
      '    kind: note',
      '    target:',
      '      quote: "x',
      '    note: |',
      '      text',
      '    note: >+',
      '',
      '   ',
      '# c',
      '---',
      '...',
      '<<<<<<< a',
      '=======',
      '>>>>>>> b',
      '||||||| c',
      'format: archive-annotations/1',
      '\t- x',
      '{',
      '[',
      '&a',
      '*a',
      '? x',
      ': y',
      '    replies:',
      '      - { by: a, note: "b" }',
      '    tags: [a, b]',
      'source: {name: ../x}',
      '!!binary x',
      '%YAML 1.1',
      '  - *a',
      '  - &a {id: q}',
    );
    const texts = fc.oneof(
      anyText,
      fc.array(fc.oneof(line, anyText), { maxLength: 25 }).map((lines) => lines.join('\n')),
      fc.array(line, { maxLength: 25 }).map((lines) => header + lines.join('\r\n')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const sidecar = readSidecar(text);
        for (const { range } of [...sidecar.problems, ...sidecar.records]) {
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('calls a file writable only when a YAML reader can read it, and sees the same records', () => {
    const mutation = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      put: fc.constantFrom('', '"', "'", '\n', '  ', ': ', '- ', '#', '{', '*a', '\t', 'x'),
    });
    fc.assert(
      fc.property(
        sources,
        annotationLists,
        fc.array(mutation, { minLength: 1, maxLength: 2 }),
        (source, list, mutations) => {
          let text = createSidecar(source, list);
          for (const { at, cut, put } of mutations) {
            const offset = Math.floor(at * text.length);
            text = text.slice(0, offset) + put + text.slice(offset + cut);
          }
          const sidecar = readSidecar(text);
          const document = parseDocument(text, { schema: 'core', logLevel: 'silent' });
          if (!sidecar.writable) return;
          assert.deepEqual(document.errors, []);
          const data = document.toJS() as { annotations?: unknown[] | null };
          assert.deepEqual(
            sidecar.records.map(({ value }) => value),
            data.annotations ?? [],
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reports a wrong record at its place and gives the others', () => {
    const text = `${header}${note('A')}${note('B', 'note: "open')}${note('C', 'status: maybe')}${note('E')}`;
    const sidecar = readSidecar(text);
    assert.deepEqual(ids(sidecar), ['A', undefined, undefined, 'E']);
    assert.equal(sidecar.writable, false);
    assert.match(sidecar.reason!, /not valid YAML/);
    assert.ok(found(text).includes('invalid-status@maybe'));
    assert.equal(found(text)[0]!.split('@')[0], 'yaml-syntax');
  });

  it('finds every kind of wrong field', () => {
    const target = (lines: string) => `  - id: ${id('A')}\n    kind: note\n    target:\n${lines}`;
    const good = { quote: 'ab', before: '""', after: '""', start: '3', end: '5' };
    const selector = (change: object) =>
      target(
        Object.entries({ ...good, ...change })
          .map(([key, value]) => `      ${key}: ${value}\n`)
          .join(''),
      );
    const cases: [string, string][] = [
      [selector({ quote: '""' }), 'empty-quote@""'],
      [selector({ end: '3' }), 'empty-range@3'],
      [selector({ end: '9' }), 'length-mismatch@9'],
      [selector({ start: '-1' }), 'invalid-offset@-1'],
      [selector({ start: '1.5' }), 'invalid-offset@1.5'],
      [selector({ after: '[a]' }), 'invalid-target@[a]'],
      [selector({ colour: 'red' }), 'unknown-key@red'],
      [target('      []\n'), 'missing-target@[]'],
      ['  - kind: document\n', 'missing-id@kind: document'],
      [`  - id: ${id('A')}\n`, `missing-kind@id: ${id('A')}`],
      [note('A', 'kind: note'), 'duplicate-key@kind'],
      [note('A', 'note: 12'), 'invalid-note@12'],
      [note('A', 'created: 2026-13-01T00:00:00Z'), 'invalid-created@2026-13-01T00:00:00Z'],
      [note('A', 'created: yesterday'), 'invalid-created@yesterday'],
      [note('A', 'confidence: 1.5'), 'invalid-confidence@1.5'],
      [note('A', 'confidence: high'), 'invalid-confidence@high'],
      [note('A', 'tags: a'), 'invalid-tags@a'],
      [note('A', 'tags: [1]'), 'invalid-tags@[1]'],
      [note('A', 'attributes: { a: [1] }'), 'invalid-attributes@[1]'],
      [note('A', 'attributes: { __proto__: 1 }'), 'prototype-key@1'],
      [note('A', 'constructor: 1'), 'prototype-key@1'],
      [note('A', 'replies: [{ by: a, note: b }]'), 'invalid-replies@{ by: a, note: b }'],
      [note('A', 'target: x'), 'unexpected-target@x'],
      [note('A', 'entity: NATO HQ'), 'invalid-entity@NATO HQ'],
      [note('A', 'entity:'), 'invalid-entity@entity'],
      [note('A').replace(id('A'), 'short'), 'not-a-ulid@short'],
      [note('A') + note('A'), `duplicate-id@- id: ${id('A')}`],
      [
        `  - id: ${id('A')}\n    kind: entity\n    target:\n      quote: a\n      before: b\n      after: c\n      start: 1\n      end: 2\n`,
        `missing-entity@id: ${id('A')}`,
      ],
      ['  - text\n', 'invalid-record@text'],
      ['  - !!js/function x\n', 'custom-tag@x'],
    ];
    for (const [yaml, expected] of cases) {
      assert.ok(
        found(header + yaml).includes(expected),
        `${expected} in ${found(header + yaml).join(' | ')}`,
      );
    }
  });

  it('guards against files made to harm', () => {
    const bomb = Array.from({ length: 9 }, (_, level) =>
      level === 0
        ? 'x0: &x0 [a, a, a, a, a, a, a, a, a]'
        : `x${level}: &x${level} [${Array(9)
            .fill(`*x${level - 1}`)
            .join(', ')}]`,
    ).join('\n');
    assert.ok(found(`${bomb}\n${header}  - *x8\n`).some((code) => code.startsWith('alias-limit')));
    for (const nested of ['[', '- ', '? ', '[a, {b: ', '- k: ', '!a ', '&a '])
      assert.equal(readSidecar(nested.repeat(20_000)).writable, false, nested);
    const stairs = Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}k:`);
    assert.equal(readSidecar(stairs.join('\n')).writable, false);
    const keys = Array.from({ length: 30_000 }, (_, index) => `k${index}: 1`).join('\n');
    assert.deepEqual(ids(readSidecar(`${keys}\n${header}${note('A')}`)), ['A']);
    assert.equal(readSidecar(`${header}  - ${'['.repeat(100_000)}\n`).writable, false);
    assert.deepEqual(found(header.replace('a.txt', '../../.bashrc')), [
      'invalid-source-name@../../.bashrc',
    ]);
    assert.deepEqual(found(header.replace('a.txt', 'C:\\x')), ['invalid-source-name@C:\\x']);
    assert.equal(readSidecar(' '.repeat(50_000_001)).problems[0]!.code, 'too-large');
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  it('reads layouts other than its own', () => {
    const data = parseDocument(`${header}${note('A')}${note('B')}`).toJS() as object;
    const layouts = [
      JSON.stringify(data),
      JSON.stringify(data, null, 2),
      `---\n${header}${note('A')}${note('B')}`,
      `\ufeff${header}${note('A')}${note('B')}`,
      `${header}${note('A')}\n\n  # about B\n${note('B')}x-more: 1\n`,
      `${header}${(note('A') + note('B')).replace(/^ {2}/gm, '')}`,
      `${header}${(note('A') + note('B')).replace(/^ {2}/gm, '      ')}`,
      `${header}${note('A', 'by: &who Anna')}${note('B', 'by: *who')}`,
      `${header}${note('A')}${note('B')}`.replace(/^/gm, '  ').trimEnd(),
    ];
    for (const layout of layouts) {
      const sidecar = readSidecar(layout);
      assert.deepEqual(ids(sidecar), ['A', 'B'], layout.slice(0, 80));
      assert.equal(sidecar.source?.name, 'a.txt');
      assert.ok(sidecar.writable, sidecar.reason);
    }
  });

  it('says what to do with conflicts, and still reads one side', () => {
    const text = `${header}${note('A')}<<<<<<< HEAD\n${note('B')}=======\n${note('C')}>>>>>>> theirs\n${note('E')}`;
    const sidecar = readSidecar(text);
    assert.deepEqual(ids(sidecar), ['A', 'B', 'E']);
    assert.equal(sidecar.writable, false);
    assert.match(sidecar.reason!, /Merge Sidecars/);
    assert.deepEqual(found(text), ['conflict-markers@<<<<<<< HEAD']);
  });

  it('reads newer formats without writing them', () => {
    const sidecar = readSidecar(header.replace('/1', '/2') + note('A', 'x-new: 1'));
    assert.deepEqual(ids(sidecar), ['A']);
    assert.equal(sidecar.writable, false);
    assert.match(sidecar.reason!, /newer version \(archive-annotations\/2\)/);
  });
});
