import assert from 'node:assert/strict';
import { vocabularyPlaceAt } from '../../../../src/core/annotation/vocabulary-place';

/** What is written at the end of a text. */
function at(text: string) {
  const lines = text.split('\n');
  return vocabularyPlaceAt((line) => lines[line]!, lines.length - 1, lines.at(-1)!);
}

describe('vocabularyPlaceAt', () => {
  it('tells keys, terms, their fields and colours apart', () => {
    assert.deepEqual(at('form'), { writes: 'top-level key' });
    assert.deepEqual(at('types:\n  '), { writes: 'term', list: 'types' });
    assert.deepEqual(at('tags:\n  # comment\n\n  date:\n  pl'), { writes: 'term', list: 'tags' });
    assert.deepEqual(at('tags:\n  date:\n    '), { writes: 'field of a term' });
    assert.deepEqual(at('tags:\n  date:\n    color: b'), { writes: 'color' });
    assert.deepEqual(at('tags:\n  date: { '), { writes: 'field of a term' });
    assert.deepEqual(at('tags:\n  date: { description: x, col'), { writes: 'field of a term' });
    assert.deepEqual(at('tags:\n  date: { color: '), { writes: 'color' });
  });

  it('answers nothing in texts and comments', () => {
    assert.equal(at('tags:\n  date:\n    description: of '), undefined);
    assert.equal(at('tags:\n  date: { description: of the '), undefined);
    assert.equal(at('# co'), undefined);
    assert.equal(at('x-own:\n  a'), undefined);
  });
});
