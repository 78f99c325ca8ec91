import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import {
  relationsByEnd,
  sameRelation,
  withItsRelations,
} from '../../../../src/core/annotation/relations';

const note = (id: string): { annotation: Annotation } => ({
  annotation: { id, kind: 'note', target: [] },
});
const relation = (id: string, from: string, to: string, said: Partial<Annotation> = {}) => ({
  annotation: { id, kind: 'relation', target: [], from, to, ...said } as Annotation,
});

describe('relations', () => {
  const all = [
    note('A'),
    note('B'),
    relation('R', 'A', 'B', { type: 'answers' }),
    relation('S', 'B', 'gone'),
    relation('T', 'A', 'A'),
    relation('U', 'B', 'A', { status: 'rejected' }),
  ];

  it('are seen from each of their ends, with what stands at the other one', () => {
    const seen = [...relationsByEnd(all)].map(([id, relations]) => [
      id,
      ...relations.map(
        ({ relation: { annotation }, outwards, other }) =>
          `${annotation.id} ${outwards ? 'to' : 'from'} ${other?.annotation.id ?? 'nothing'}`,
      ),
    ]);
    assert.deepEqual(seen, [
      ['A', 'R to B', 'T to A'],
      ['B', 'R from A', 'S to nothing'],
    ]);
  });

  it('go with an annotation that they have an end at, whatever their status', () => {
    const gone = withItsRelations(all[1]!.annotation, all).map(({ id }) => id);
    assert.deepEqual(gone, ['B', 'R', 'S', 'U']);
  });

  it('are the same when they relate the same ends in the same way', () => {
    assert.equal(sameRelation({ from: 'A', to: 'B', type: 'answers' }, all)?.id, 'R');
    assert.equal(sameRelation({ from: 'B', to: 'A', type: 'answers' }, all), undefined);
    assert.equal(sameRelation({ from: 'A', to: 'B' }, all), undefined);
  });
});
