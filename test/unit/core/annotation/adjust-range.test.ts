import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adjustRange, type RangeAdjustment } from '../../../../src/core/annotation/adjust-range';
import { SourceText } from '../../../../src/core/text/source-text';

const source = new SourceText(
  'The clerk’s count: forty-one docks 🚢 on Monday.\n\n  東京の港は静かだ。\nEnd of it.\n',
);

function adjusted(
  passage: string,
  edge: RangeAdjustment['edge'],
  direction: 1 | -1,
  by: RangeAdjustment['by'] = 'word',
): string | undefined {
  const start = source.text.indexOf(passage);
  const range = adjustRange(
    source,
    { start, end: start + passage.length },
    { edge, direction, by },
  );
  return range && source.slice(range);
}

describe('adjustRange', () => {
  it('grows and shrinks at the end, word by word', () => {
    assert.equal(adjusted('count', 'end', 1), 'count: forty');
    assert.equal(adjusted('docks', 'end', 1), 'docks 🚢 on');
    assert.equal(adjusted('count: forty', 'end', -1), 'count');
    assert.equal(adjusted('on Monday.', 'end', -1), 'on Monday');
  });

  it('grows and shrinks at the start, and takes a word with an apostrophe whole', () => {
    assert.equal(adjusted('count', 'start', -1), 'clerk’s count');
    assert.equal(adjusted('clerk’s count', 'start', 1), 'count');
  });

  it('completes a word that is cut', () => {
    assert.equal(adjusted('oun', 'end', 1), 'ount');
    assert.equal(adjusted('oun', 'start', -1), 'coun');
  });

  it('knows words of scripts without blanks, across lines', () => {
    assert.equal(adjusted('Monday.', 'end', 1), 'Monday.\n\n  東京');
    assert.equal(adjusted('東京', 'end', 1), '東京の');
  });

  it('moves a passage on and back', () => {
    assert.equal(adjusted('one docks', 'both', 1), 'docks 🚢 on');
    assert.equal(adjusted('one docks', 'both', -1), 'forty-one');
  });

  it('goes by lines that are not blank, without the blanks around them', () => {
    assert.equal(adjusted('on Monday', 'end', 1, 'line'), 'on Monday.');
    assert.equal(adjusted('on Monday.', 'end', 1, 'line'), 'on Monday.\n\n  東京の港は静かだ。');
    assert.equal(adjusted('港は', 'both', 1, 'line'), 'End of it.');
    assert.equal(adjusted('港は', 'both', -1, 'line'), source.text.split('\n')[0]);
  });

  it('leaves nothing empty and stays in the text', () => {
    assert.equal(adjusted('The', 'start', -1), undefined);
    assert.equal(adjusted('docks', 'end', -1), undefined);
    assert.equal(adjusted('it.', 'end', 1), undefined);
  });

  it('takes every word of any text in turn and never turns round', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\n', '-', '’', '🚢'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.constantFrom('word' as const, 'line' as const), (content, by) => {
        const any = new SourceText(`x ${content}`);
        let range = { start: 0, end: 1 };
        for (;;) {
          const next = adjustRange(any, range, { edge: 'end', direction: 1, by });
          if (!next) break;
          assert.equal(next.start, 0);
          assert.ok(next.end > range.end && next.end <= any.length);
          range = next;
        }
        const left = any.text.slice(range.end);
        assert.ok(by === 'word' ? !/[ab]/.test(left) : left.trim() === '', JSON.stringify(left));
      }),
    );
  });

  it('finds the next word behind a long run of marks', () => {
    const long = new SourceText(`a ${'- '.repeat(5000)}b`);
    const grown = adjustRange(
      long,
      { start: 0, end: 1 },
      { edge: 'end', direction: 1, by: 'word' },
    );
    assert.deepEqual(grown, { start: 0, end: long.length });
  });
});
