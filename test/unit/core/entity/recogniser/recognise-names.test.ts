import assert from 'node:assert/strict';
import { recogniseNames } from '../../../../../src/core/entity/recogniser/recognise-names';
import { model } from './recogniser-model';

describe('recogniseNames', () => {
  it('takes what follows a title for a person and keeps the title as role and evidence', () => {
    const text = 'crime," NATO Secretary-General Jens Stoltenberg told reporters on Tuesday';
    const name = recogniseNames(text, { typeOf: () => undefined }, model).find(
      ({ type }) => type === 'person',
    );
    assert.equal(text.slice(name!.start, name!.end), 'Jens Stoltenberg');
    assert.equal(name!.role, 'NATO Secretary-General');
    assert.equal(name!.evidence, 'NATO Secretary-General Jens Stoltenberg');
  });
});
