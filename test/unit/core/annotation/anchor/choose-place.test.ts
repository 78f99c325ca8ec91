import assert from 'node:assert/strict';
import type { Candidate } from '../../../../../src/core/annotation/anchor/candidate';
import { choosePlace } from '../../../../../src/core/annotation/anchor/choose-place';
import type { ContextMatch } from '../../../../../src/core/annotation/anchor/context-match';

/** A side of the context of 25 units, of which so many stand beside the quote without a break. */
function side(adjacent: number, more: Partial<ContextMatch> = {}): ContextMatch {
  return {
    length: 25,
    matched: adjacent,
    near: adjacent / 25,
    adjacent,
    atTextEdge: false,
    statementChanged: false,
    ...more,
  };
}

interface Look {
  readonly fit?: Candidate['fit'];
  readonly similarity?: number;
  readonly before: ContextMatch;
  readonly after: ContextMatch;
}

/** What is decided about a quote of so many telling units that was found at one place. */
function verdict(quoteLength: number, { fit = 'in place', similarity = 1, before, after }: Look) {
  const candidate: Candidate = {
    placement: {
      ...{ start: 100, end: 100 + quoteLength, similarity, score: similarity },
      ...{ statementChanged: false, before, after },
    },
    fit,
    isHeld: false,
    paragraphEdges: () => ({ before: false, after: false }),
    hasCopyBeside: () => false,
    isSaidTwice: () => false,
  };
  return choosePlace({ quoteLength, contextLength: 50 }, [candidate]).verdict;
}

describe('choosePlace', () => {
  it('takes an unchanged passage of which one neighbour went', () => {
    assert.equal(verdict(20, { before: side(25), after: side(0) }), 'placed');
    assert.equal(verdict(20, { before: side(0), after: side(25) }), 'placed');
  });

  it('asks where one neighbour is there only in part, as beside a sentence of the same make', () => {
    assert.equal(verdict(20, { before: side(25), after: side(16) }), 'ambiguous');
    assert.equal(verdict(20, { before: side(11), after: side(25) }), 'ambiguous');
    assert.equal(verdict(20, { before: side(25), after: side(21) }), 'placed');
    assert.equal(verdict(20, { before: side(11), after: side(25), fit: 'aligned' }), 'placed');
  });

  it('needs more of an edited passage where one neighbour is another one', () => {
    const edited = { fit: 'aligned', before: side(25) } as const;
    assert.equal(verdict(60, { ...edited, similarity: 0.7, after: side(25) }), 'placed');
    assert.equal(verdict(60, { ...edited, similarity: 0.7, after: side(0) }), 'ambiguous');
    assert.equal(verdict(60, { ...edited, similarity: 0.8, after: side(0) }), 'placed');
    const atEdge = side(0, { atTextEdge: true });
    assert.equal(verdict(60, { ...edited, similarity: 0.7, after: atEdge }), 'placed');
  });

  it('asks about a few words beside which a name is another one', () => {
    const changed = side(1, { matched: 24, near: 0.96, statementChanged: true });
    assert.equal(verdict(8, { before: side(25), after: changed }), 'ambiguous');
    assert.equal(verdict(16, { before: side(25), after: changed }), 'placed');
    const edited = side(1, { matched: 24, near: 0.96 });
    assert.equal(verdict(8, { before: side(25), after: edited }), 'placed');
  });
});
