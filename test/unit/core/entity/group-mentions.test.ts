import assert from 'node:assert/strict';
import type { Entity, Mention } from '../../../../src/core/entity/entity';
import { groupMentions, matchesFilter } from '../../../../src/core/entity/group-mentions';
import { mergedEntity } from '../../../../src/core/entity/merge-entities';

const nato: Entity = { id: 'nato', type: 'organization', name: 'NATO', aliases: ['the alliance'] };

function mention(start: number, text: string, entity?: Entity): Mention {
  const fields = { start, end: start + text.length, text };
  if (entity) return { ...fields, type: entity.type, source: 'file', entities: [entity] };
  return { ...fields, type: 'person', source: 'recognised', entities: [] };
}

describe('groups of mentions', () => {
  it('counts entities by type and recognised names apart, the most mentioned first', () => {
    const groups = groupMentions([
      mention(0, 'Ann Lee'),
      mention(10, 'NATO', nato),
      mention(20, 'Bo  Key'),
      mention(30, 'the alliance', nato),
      mention(50, 'Bo\nKey'),
    ]);
    assert.deepEqual(
      groups.map(({ kind, things }) => [kind, things.map((it) => [it.name, it.mentions.length])]),
      [
        ['organization', [['NATO', 2]]],
        [
          'recognised',
          [
            ['Bo Key', 2],
            ['Ann Lee', 1],
          ],
        ],
      ],
    );
  });

  it('filters by the words of name and id', () => {
    assert.ok(matchesFilter({ name: 'Jens Stoltenberg' }, 'stol JE'));
    assert.ok(matchesFilter({ name: 'NATO', id: 'alliance' }, 'alli'));
    assert.ok(!matchesFilter({ name: 'NATO' }, 'nato x'));
    assert.ok(matchesFilter({ name: 'NATO' }, ''));
  });
});

describe('merged entities', () => {
  it('joins names, descriptions, notes and links, and says nothing twice', () => {
    const other: Entity = {
      id: 'alliance',
      type: 'other',
      name: 'Alliance',
      aliases: ['NATO', 'the alliance', 'OTAN'],
      description: 'Founded in 1949.',
      wikidata: 'Q7184',
      links: ['https://a.example/'],
      notes: 'Two.\n',
    };
    const kept = { ...nato, description: 'Alliance of states.', notes: 'One.\n' };
    assert.deepEqual(mergedEntity(kept, other), {
      id: 'nato',
      type: 'organization',
      name: 'NATO',
      aliases: ['the alliance', 'Alliance', 'OTAN'],
      description: 'Alliance of states. Founded in 1949.',
      wikidata: 'Q7184',
      links: ['https://a.example/'],
      notes: 'One.\nTwo.\n',
    });
    assert.equal(
      mergedEntity(kept, { ...other, description: 'Alliance' }).description,
      kept.description,
    );
  });
});
