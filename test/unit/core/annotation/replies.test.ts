import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { removeReply, replaceReply } from '../../../../src/core/annotation/edit-replies';
import { conversation, opinions, withOpinion } from '../../../../src/core/annotation/opinions';

const created = '2026-11-24T21:00:00Z';
const reply = (by: string, note: string) => ({ by, created, note });
const annotation: Annotation = {
  id: '01KAV7M2Q8T4Z6R1C3X5B7N9DE',
  kind: 'document',
  target: [],
  replies: [reply('Anna', '+1'), reply('Ben', 'Who says so?'), reply('Anna', '-1')],
};

describe('opinions', () => {
  it('count the last one of each person and stay out of the conversation', () => {
    assert.deepEqual(opinions(annotation), { agree: [], disagree: ['Anna'] });
    assert.deepEqual(conversation(annotation), [reply('Ben', 'Who says so?')]);
  });

  it('replace each other, and are taken back by saying the same again', () => {
    const agreed = withOpinion(annotation, 'agree', 'Anna', created);
    assert.deepEqual(agreed.replies, [reply('Ben', 'Who says so?'), reply('Anna', '+1')]);
    const taken = withOpinion(agreed, 'agree', 'Anna', created);
    assert.deepEqual(taken.replies, [reply('Ben', 'Who says so?')]);
    const own = withOpinion({ ...annotation, replies: [] }, 'disagree', 'Cleo', created);
    assert.equal('replies' in withOpinion(own, 'disagree', 'Cleo', created), false);
  });
});

describe('replies', () => {
  it('are changed and removed one at a time', () => {
    const ben = annotation.replies![1]!;
    assert.equal(replaceReply(annotation, ben, 'Who?')!.replies![1]!.note, 'Who?');
    assert.equal(removeReply(annotation, ben)!.replies!.length, 2);
    assert.equal('replies' in removeReply({ ...annotation, replies: [ben] }, ben)!, false);
  });

  it('are left alone when somebody else has changed them meanwhile', () => {
    assert.equal(replaceReply(annotation, reply('Ben', 'Who said so?'), 'x'), undefined);
    assert.equal(removeReply(annotation, reply('Cleo', 'Who says so?')), undefined);
  });
});
