import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pairwiseAgreement } from '../../../../src/core/annotation/agreement';
import { alphaUnitizing, type Unit } from '../../../../src/core/annotation/alpha-unitizing';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { countAnnotations } from '../../../../src/core/annotation/stats';

const unit = (start: number, length: number, observer: number, category: string): Unit => ({
  start,
  end: start + length,
  observer,
  category,
});

describe('alphaUnitizing', () => {
  it("gives the values of Krippendorff's own example (2004, page 254)", () => {
    // The continuum of the book begins at 150.
    const c = [
      unit(75, 70, 0, 'c'),
      unit(220, 30, 0, 'c'),
      unit(70, 80, 1, 'c'),
      unit(205, 20, 1, 'c'),
      unit(250, 20, 1, 'c'),
    ];
    const k = [
      unit(30, 60, 0, 'k'),
      unit(150, 50, 0, 'k'),
      unit(30, 60, 1, 'k'),
      unit(150, 50, 1, 'k'),
    ];
    assert.ok(Math.abs(alphaUnitizing(c, 2, 300)! - 0.7286) < 0.0005);
    assert.equal(alphaUnitizing(k, 2, 300), 1);
    assert.ok(Math.abs(alphaUnitizing([...c, ...k], 2, 300)! - 0.8591) < 0.0005);
  });

  it('is 1 for equal work, less for any difference, and the same with observers exchanged', () => {
    const spans = fc
      .uniqueArray(fc.nat(40), { minLength: 1, maxLength: 8 })
      .map((starts) =>
        starts.sort((a, b) => a - b).map((start) => ({ start: start * 5, end: start * 5 + 4 })),
      );
    fc.assert(
      fc.property(spans, spans, (ours, theirs) => {
        const units = (first: typeof ours, second: typeof ours): Unit[] =>
          [first, second].flatMap((list, observer) =>
            list.map((span) => ({ ...span, observer, category: 'c' })),
          );
        assert.equal(alphaUnitizing(units(ours, ours), 2, 300), 1);
        const alpha = alphaUnitizing(units(ours, theirs), 2, 300)!;
        assert.ok(Math.abs(alpha - alphaUnitizing(units(theirs, ours), 2, 300)!) < 1e-9);
        assert.equal(alpha === 1, JSON.stringify(ours) === JSON.stringify(theirs));
      }),
    );
  });

  it('is not defined without units', () => {
    assert.equal(alphaUnitizing([], 2, 100), undefined);
  });
});

const annotation = (
  by: string,
  start: number,
  end: number,
  more: Partial<Annotation> = {},
): Annotation => ({
  id: `${by}${start}`,
  kind: 'note',
  target: [{ quote: 'x'.repeat(end - start), before: '', after: '', start, end }],
  by,
  created: '2026-11-30T23:30:00-02:00',
  ...more,
});

describe('pairwiseAgreement', () => {
  it('counts equal passages, with and without their labels', () => {
    const annotations = [
      annotation('A', 0, 5),
      annotation('A', 10, 15, { kind: 'entity', entity: 'nato' }),
      annotation('A', 20, 25),
      annotation('B', 0, 5),
      annotation('B', 10, 15, { kind: 'entity', entity: 'eu' }),
      annotation('B', 40, 45, { state: 'orphaned' }),
      annotation('C', 60, 65),
    ];
    const pairs = pairwiseAgreement([
      { length: 100, annotations },
      { length: 50, annotations: [annotation('A', 1, 2)] },
    ]);
    assert.deepEqual(
      pairs.map(({ annotators }) => annotators.join('')),
      ['AB', 'AC', 'BC'],
    );
    const [first] = pairs;
    assert.deepEqual([first!.texts, first!.annotations], [1, [3, 2]]);
    assert.equal(first!.spanF1, 0.8);
    assert.equal(first!.labelF1, 0.4);
    assert.ok(first!.alpha! < 1);
  });
});

describe('countAnnotations', () => {
  it('counts by kind, entity, tag, annotator and month', () => {
    const stats = countAnnotations([
      annotation('A', 0, 5, { tags: ['x', 'y'], replies: [{ by: 'B', created: '', note: '' }] }),
      annotation('B', 0, 5, { kind: 'entity', entity: 'nato', tags: ['y'] }),
      annotation('B', 5, 9, { state: 'moved', status: 'suggested' }),
    ]);
    assert.deepEqual(stats, {
      annotations: 3,
      replies: 1,
      kinds: { note: 2, entity: 1 },
      entities: { nato: 1 },
      types: {},
      tags: { y: 2, x: 1 },
      annotators: { B: 2, A: 1 },
      months: { '2026-12': 3 },
      states: { exact: 2, moved: 1 },
      statuses: { confirmed: 2, suggested: 1 },
    });
    assert.deepEqual(Object.keys(stats.tags), ['y', 'x']);
  });
});
