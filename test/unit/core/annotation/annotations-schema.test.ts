import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { toRecordValue, type RecordValue } from '../../../../src/core/annotation/record-value';
import { interpretRecord } from '../../../../src/core/annotation/validate-annotation';
import { annotations, anyText, sources } from './arbitrary-annotation';

const schema = JSON.parse(
  readFileSync(join(__dirname, '../../../../schemas/annotations.schema.json'), 'utf8'),
) as object;
const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

/** What a JSON Schema cannot compare: the order of a range's ends. */
const beyondSchema = new Set(['empty-range']);

const anything = fc.oneof(
  anyText,
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    0.5,
    2,
    [],
    {},
    [''],
    ['a'],
    [{}],
    { a: [] },
    { a: 1 },
    'suggested',
    'entity',
    'relation',
    'document',
    'note',
    '2026-01-01T00:00:00Z',
    '2026-01-01',
    1e300,
  ),
);
const keys = fc.constantFrom(
  'id',
  'kind',
  'target',
  'entity',
  'type',
  'note',
  'tags',
  'attributes',
  'status',
  'confidence',
  'from',
  'to',
  'by',
  'created',
  'modified',
  'replies',
  'state',
  'x-other',
  'constructor',
  'colour',
);

describe('annotations.schema.json', () => {
  it('accepts and refuses the same records as the program', () => {
    const changes = fc.array(
      fc.record({ key: keys, value: fc.option(anything, { nil: undefined }) }),
      { maxLength: 2 },
    );
    const inner = fc.array(
      fc.record({
        key: fc.constantFrom(
          'quote',
          'current',
          'before',
          'after',
          'start',
          'end',
          'message',
          'prototype',
          'by',
          'created',
          'note',
        ),
        value: fc.option(anything, { nil: undefined }),
      }),
      { maxLength: 1 },
    );
    let good = 0;
    let bad = 0;
    fc.assert(
      fc.property(sources, annotations, changes, inner, (source, annotation, outer, deep) => {
        const record = structuredClone(toRecordValue(annotation));
        const apply = (value: unknown, list: readonly { key: string; value: unknown }[]) => {
          if (typeof value !== 'object' || value === null) return;
          for (const { key, value: field } of list)
            if (field === undefined) Reflect.deleteProperty(value, key);
            else (value as RecordValue)[key] = field;
        };
        const { target, replies } = record;
        apply(Array.isArray(target) ? target[0] : target, deep);
        apply((replies as unknown[] | undefined)?.[0], deep);
        apply(record, outer);
        const issues = interpretRecord(record).issues.filter(
          ({ severity, code }) => severity === 'error' && !beyondSchema.has(code),
        );
        const file = { format: 'archive-annotations/1', source, annotations: [record] };
        const accepted = validate(file);
        if (accepted) good++;
        else bad++;
        assert.equal(
          accepted,
          issues.length === 0,
          JSON.stringify([record, issues, validate.errors]),
        );
      }),
      { numRuns: 600 },
    );
    assert.ok(good > 50 && bad > 50, `${good} good, ${bad} bad`);
  });

  it('knows the fields of the file itself', () => {
    const source = { name: 'a.txt', sha256: '0a'.repeat(32), blob: '1b'.repeat(20) };
    const file = { format: 'archive-annotations/1', source };
    assert.ok(validate(file));
    assert.ok(validate({ ...file, annotations: null, 'x-project': 1 }));
    for (const wrong of [
      { name: '../a' },
      { name: '..' },
      { name: '' },
      { sha256: 'x' },
      { blob: '1B'.repeat(20) },
    ])
      assert.equal(
        validate({ ...file, source: { ...source, ...wrong } }),
        false,
        JSON.stringify(wrong),
      );
    assert.equal(validate({ ...file, format: 'archive-annotations/2' }), false);
  });
});
