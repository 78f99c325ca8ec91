import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSeeds } from '../../../../../src/core/annotation/anchor/seed-search';
import { unitsOf } from '../../../../../src/core/annotation/anchor/token-table';

function clustersOf(patterns: readonly string[], text: string, length = 4) {
  const asPatterns = patterns.map((pattern) => ({
    codes: unitsOf(pattern),
    quoteStart: 0,
    quoteEnd: pattern.length,
  }));
  return findSeeds(asPatterns, unitsOf(text), length);
}

describe('findSeeds', () => {
  it('counts the stretches that speak for a place', () => {
    const [first, second] = clustersOf(['grain and diesel', 'nowhere'], 'about grain and petrol.');
    assert.deepEqual(first, [{ from: 6, to: 6, votes: 7 }]);
    assert.deepEqual(second, []);
  });

  it('gives each of several copies its own votes, the most first', () => {
    const text = `the old harbour${'.'.repeat(60)}the old harbour wall`;
    const [clusters] = clustersOf(['the old harbour wall'], text);
    assert.deepEqual(clusters, [
      { from: 75, to: 75, votes: 17 },
      { from: 0, to: 0, votes: 12 },
    ]);
  });

  it('does not follow a stretch that stands everywhere', () => {
    assert.deepEqual(clustersOf(['-----'], '-'.repeat(400)), [[]]);
  });

  it('finds every stretch that a search one by one finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 9 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 50 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), text, (words, hay) => {
        clustersOf(words, hay).forEach((clusters, index) => {
          const stretches = new Set<string>();
          for (let at = 0; at + 4 <= words[index]!.length; at++)
            stretches.add(words[index]!.slice(at, at + 4));
          const isThere = [...stretches].some((stretch) => hay.includes(stretch));
          assert.equal(clusters.length > 0, isThere);
        });
      }),
    );
  });
});
