import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SeedHits } from '../../../../../src/core/annotation/anchor/seed-clusters';

/** The same, plainly. */
function clustersOf(hits: readonly { offset: number; place: number }[], length: number) {
  const sorted = hits
    .map(({ offset, place }) => ({ offset, diagonal: place - offset }))
    .sort((a, b) => a.diagonal - b.diagonal);
  const clusters: { from: number; to: number; offsets: Set<number> }[] = [];
  for (const { offset, diagonal } of sorted) {
    const last = clusters.at(-1);
    if (last && diagonal - last.to <= Math.max(12, length >>> 2)) {
      last.to = diagonal;
      last.offsets.add(offset);
    } else clusters.push({ from: diagonal, to: diagonal, offsets: new Set([offset]) });
  }
  return clusters
    .map(({ from, to, offsets }) => ({ from, to, votes: offsets.size }))
    .sort((a, b) => b.votes - a.votes)
    .slice(0, 8);
}

describe('SeedHits', () => {
  it('gives the clusters of diagonals with most votes, in texts of any length', () => {
    const hit = (longest: number) => fc.record({ offset: fc.nat(59), place: fc.nat(longest) });
    const hits = fc.oneof(
      fc.array(hit(300), { maxLength: 200 }),
      fc.array(hit(2 ** 30), { maxLength: 200 }),
    );
    const found = new SeedHits();
    fc.assert(
      fc.property(fc.array(hits, { maxLength: 3 }), (patterns) => {
        for (const one of patterns) {
          found.begin(60);
          for (const { offset, place } of one) found.add(offset, Int32Array.of(7, place), 1, 2);
          assert.deepEqual(found.clusters(), clustersOf(one, 60));
        }
      }),
    );
  });

  it('takes more hits than it has room for at first', () => {
    const found = new SeedHits();
    found.begin(10);
    const places = Int32Array.from({ length: 40 }, (_, index) => index * 100);
    for (let offset = 0; offset < 60; offset++) found.add(offset % 10, places, 0, 40);
    const clusters = found.clusters();
    assert.equal(clusters.length, 8);
    assert.deepEqual(clusters[0], { from: -9, to: 0, votes: 10 });
  });
});
