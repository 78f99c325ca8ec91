import assert from 'node:assert/strict';
import type { Entity, Mention } from '../../../../src/core/entity/entity';
import { countSame, isSameThing, nameOf } from '../../../../src/core/entity/same-mentions';

const entity: Entity = { id: 'tidewater', type: 'organization', name: 'Tidewater', aliases: [] };

function mention(text: string, entities: Entity[] = []): Mention {
  const source = entities.length > 0 ? 'file' : 'recognised';
  return { start: 0, end: text.length, text, type: 'organization', source, entities };
}

describe('mentions of the same', () => {
  it('have the same entity, or the same words where there is none', () => {
    const mentions = [
      mention('Tidewater', [entity]),
      mention('the bureau', [entity]),
      mention('Kelp Office'),
      mention('Kelp\nOffice'),
      mention('Tidewater'),
    ];
    assert.equal(countSame(mentions, mentions[1]!), 2);
    assert.equal(countSame(mentions, mentions[3]!), 2);
    assert.equal(countSame(mentions, mentions[4]!), 1);
    assert.equal(countSame(mentions, mention('nobody')), 0);
    assert.equal(nameOf(mentions[3]!), 'Kelp Office');
    assert.ok(isSameThing(mentions[2]!, mentions[3]!));
    assert.ok(!isSameThing(mentions[0]!, mentions[4]!));
  });
});
