import assert from 'node:assert/strict';
import {
  loadRecogniser,
  packWeights,
  type RecogniserData,
} from '../../../../../src/core/entity/recogniser/recogniser-data';
import { featureBits } from '../../../../../src/core/entity/recogniser/feature-rows';
import { hashName } from '../../../../../src/core/entity/recogniser/word-hash';
import { packWords } from '../../../../../src/core/entity/recogniser/word-list';

const empty: RecogniserData = {
  format: 'archive-recogniser/1',
  words: { firstName: '', surname: '', ordinary: '' },
  names: {},
  weights: '',
  step: 1,
  threshold: { person: 0.5, organization: 0.5, place: 0.5, other: 0.5 },
};

describe("the recogniser's data", () => {
  it('brings weights back, near and far apart', () => {
    const weights = new Int8Array(4 << featureBits);
    weights.set([1, -2, 3, -128], 0);
    weights.set([127, 0, 0, 0], 4 * 130);
    weights.set([0, 0, 0, -1], weights.length - 4);
    const packed = Buffer.from(packWeights(weights)).toString('base64');
    assert.deepEqual(loadRecogniser({ ...empty, weights: packed }).weights, weights);
  });

  it('finds a whole name by the hashes of its words', () => {
    const model = loadRecogniser({
      ...empty,
      names: { place: packWords(['bay of kotor', 'kotor']) },
    });
    assert.equal(model.names.get(hashName('bay of kotor')), 3);
    assert.equal(model.names.get(hashName('kotor of bay')), 0);
  });

  it('refuses a format it does not know', () => {
    const later = { ...empty, format: 'archive-recogniser/2' } as unknown as RecogniserData;
    assert.throws(() => loadRecogniser(later), RangeError);
  });
});
