import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import {
  groupAnnotations,
  matchesFilter,
  type Grouping,
} from '../../../../src/core/annotation/group-annotations';

const base = { id: 'x', kind: 'note' as const, target: [] };
const selector = { quote: 'Forty Yards', before: '', after: '', start: 0, end: 11 };
const annotations: Annotation[] = [
  { ...base, by: 'Ben', tags: ['place', 'date/year'], note: 'Who counted?' },
  { ...base, kind: 'question', by: 'Anna', target: [selector], type: 'speech' },
  { ...base, replies: [{ by: 'Cleo', created: '', note: 'I did.' }], entity: 'esbrook' },
];
const archived = annotations.map((annotation, index) => ({
  place: `folder${index % 2}/${index}.txt`,
  found: { annotation, ranges: [], state: 'exact' as const, reason: '' },
}));

function keys(grouping: Grouping): [string, number][] {
  const groups = groupAnnotations(archived, grouping, (place) => place.split('/')[0]!);
  return groups.map(({ key, annotations: found }) => [key, found.length]);
}

describe('groupAnnotations', () => {
  it('groups by each sign, those without one last', () => {
    assert.deepEqual(keys('folder'), [
      ['folder0', 2],
      ['folder1', 1],
    ]);
    assert.deepEqual(keys('tag'), [
      ['date/year', 1],
      ['place', 1],
      ['', 2],
    ]);
    assert.deepEqual(keys('author'), [
      ['Anna', 1],
      ['Ben', 1],
      ['', 1],
    ]);
    assert.deepEqual(keys('kind'), [
      ['note', 2],
      ['question', 1],
    ]);
    assert.deepEqual(keys('type').at(-1), ['', 2]);
    assert.deepEqual(keys('entity')[0], ['esbrook', 1]);
  });
});

describe('matchesFilter', () => {
  const found = (filter: string) =>
    annotations.flatMap((it, index) => (matchesFilter(it, filter) ? [index] : []));

  it('looks into quotes, notes, replies and everything that is said, for every word', () => {
    assert.deepEqual(found('yards FORTY'), [1]);
    assert.deepEqual(found('counted'), [0]);
    assert.deepEqual(found('did'), [2]);
    assert.deepEqual(found('counted yards'), []);
    assert.deepEqual(found('  '), [0, 1, 2]);
  });

  it('asks for a tag with its narrower ones, or for an author', () => {
    assert.deepEqual(found('#date'), [0]);
    assert.deepEqual(found('#dat'), []);
    assert.deepEqual(found('@anna'), [1]);
    assert.deepEqual(found('@cleo'), [], 'who only replied is no author');
  });
});
