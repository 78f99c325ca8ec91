import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readSidecar } from '../../../../src/core/annotation/read-sidecar';
import { toRecordValue } from '../../../../src/core/annotation/record-value';
import { compareAnnotations } from '../../../../src/core/annotation/sort-order';
import { createSidecar } from '../../../../src/core/annotation/write-sidecar';
import { annotationLists, sources } from './arbitrary-annotation';

describe('a sidecar in canonical form', () => {
  it('reads back to the same model and writes back to the same bytes', () => {
    fc.assert(
      fc.property(sources, annotationLists, (source, list) => {
        const text = createSidecar(source, list);
        const sidecar = readSidecar(text);
        assert.deepEqual(
          sidecar.problems.filter(({ severity }) => severity === 'error'),
          [],
        );
        assert.deepEqual(sidecar.source, source);
        const read = sidecar.records.map((record) => record.annotation!);
        assert.deepEqual(read, [...list].sort(compareAnnotations));
        assert.equal(createSidecar(sidecar.source, read), text);
      }),
      { numRuns: 150 },
    );
  });

  it('means the same to a YAML reader, on Windows line ends too', () => {
    fc.assert(
      fc.property(sources, annotationLists, fc.boolean(), (source, list, windows) => {
        const text = createSidecar(source, list).replaceAll('\n', windows ? '\r\n' : '\n');
        const data = parse(text) as { annotations: unknown[] };
        const records = readSidecar(text).records;
        assert.deepEqual(
          records.map((record) => record.value),
          data.annotations,
        );
        assert.deepEqual(data.annotations, [...list].sort(compareAnnotations).map(toRecordValue));
        assert.equal(data.annotations.length, list.length);
      }),
      { numRuns: 150 },
    );
  });
});
