import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { describeChanges } from '../../../../src/core/annotation/describe-changes';

const make = (id: string, rest: Partial<Annotation> = {}): Annotation => ({
  id,
  kind: 'note',
  target: [{ quote: 'q', before: '', after: '', start: 0, end: 1 }],
  note: 'n',
  ...rest,
});

describe('describeChanges', () => {
  it('counts what was added by kind, and what was changed and removed', () => {
    const before = [make('a'), make('b')];
    const after = [
      make('a', { note: 'other' }),
      make('c'),
      make('d'),
      make('e', { kind: 'entity' }),
    ];
    assert.equal(describeChanges(before, after), 'add 2 notes and 1 entity, change 1, remove 1');
  });

  it('takes a moved passage for no change', () => {
    const moved = make('a', {
      target: [{ quote: 'q', before: 'x', after: '', start: 9, end: 10 }],
    });
    assert.equal(describeChanges([make('a')], [moved]), '');
  });
});
