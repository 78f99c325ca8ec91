import assert from 'node:assert/strict';
import type { Entity } from '../../../../../src/core/entity/entity';
import { surnameMentions, type FullName } from '../../../../../src/core/entity/mentions/surnames';

const person = (id: string, name: string): Entity => ({ id, type: 'person', name, aliases: [] });

/** Where the persons stand in the text, in order. */
function fullNames(text: string, persons: readonly Entity[]): FullName[] {
  return persons
    .flatMap((entity) =>
      [...text.matchAll(new RegExp(entity.name, 'g'))].map(({ index }) => ({
        start: index,
        end: index + entity.name.length,
        entity,
      })),
    )
    .sort((a, b) => a.start - b.start);
}

function found(text: string, persons: readonly Entity[]): string[] {
  const range = { start: 0, end: text.length };
  return surnameMentions(text, range, fullNames(text, persons)).map(
    ({ start, end, entities }) =>
      `${text.slice(start, end)} ${entities.map(({ id }) => id).join(' ')}`,
  );
}

describe('surnameMentions', () => {
  const [ann, ben] = [person('ann', 'Ann Marsh'), person('ben', 'Ben Marsh')];

  it('gives everybody of that surname who was named before, the last one first', () => {
    const text = 'Marsh. Ann Marsh. Marsh. Ben Marsh. Marsh. Ann Marsh, Marsh.';
    assert.deepEqual(found(text, [ann, ben]), [
      'Marsh ann',
      'Marsh ann',
      'Marsh ben ann',
      'Marsh ben ann',
      'Marsh ann ben',
    ]);
  });

  it('knows who was named last, however often others were', () => {
    const text = `${'Ann Marsh. '.repeat(300)}Ben Marsh. Marsh.`;
    assert.equal(found(text, [ann, ben]).at(-1), 'Marsh ben ann');
  });
});
