import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchLengths } from '../../../../src/core/annotation/occurrences';
import { createSelector, isUnique } from '../../../../src/core/annotation/selector';
import { SourceText } from '../../../../src/core/text/source-text';
import { processorMilliseconds } from '../../processor-time';

const codePoints = (text: string) => [...text].length;
const repetitive = fc
  .array(
    fc.constantFrom('a ', 'b', 'ab ', '\n', '😀', 'e\u0301', 'a '.repeat(20), 'x'.repeat(40)),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const passages = repetitive
  .filter((text) => text.length > 1)
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      start: fc.nat(text.length - 2),
      length: fc.integer({ min: 1, max: 12 }),
    }),
  );

/** Overlapping occurrences, counted the slow way. */
function count(text: string, part: string): number {
  let found = 0;
  for (let at = 0; at <= text.length; at++) if (text.startsWith(part, at)) found++;
  return found;
}

describe('createSelector', () => {
  it('holds the passage, its position and its surroundings, within the limits', () => {
    fc.assert(
      fc.property(passages, ({ text, start, length }) => {
        const source = new SourceText(text);
        const selector = createSelector(source, {
          start,
          end: Math.min(start + length, text.length),
        });
        const points = [...source.text];
        const { quote, before, after } = selector;
        assert.equal(points.slice(selector.start, selector.end).join(''), quote);
        assert.ok(source.text.includes(before + quote + after));
        assert.ok(points.slice(0, selector.start).join('').endsWith(before));
        assert.ok(points.slice(selector.end).join('').startsWith(after));
        assert.ok(codePoints(before) >= Math.min(32, selector.start));
        assert.ok(codePoints(after) >= Math.min(32, points.length - selector.end));
        assert.ok(codePoints(before) <= 256 && codePoints(after) <= 256);
      }),
      { numRuns: 150 },
    );
  });

  it('is unique exactly when it says so, and always when 256 code points can make it so', () => {
    fc.assert(
      fc.property(passages, ({ text, start, length }) => {
        const source = new SourceText(text);
        const selector = createSelector(source, {
          start,
          end: Math.min(start + length, text.length),
        });
        const { quote, before, after } = selector;
        const unique = count(source.text, before + quote + after) === 1;
        assert.equal(isUnique(source, selector), unique);
        const range = source.toTextRange(selector);
        const widest = source.text.slice(Math.max(0, range.start - 256), range.end + 256);
        if (count(source.text, widest) === 1 && codePoints(widest) === widest.length)
          assert.ok(unique);
      }),
      { numRuns: 150 },
    );
  });

  it('takes no more context than it needs', () => {
    const text = `${'same words again '.repeat(5)}HERE one ${'same words again '.repeat(5)}HERE two`;
    const source = new SourceText(text);
    const at = text.indexOf('HERE');
    const { before, after } = createSelector(source, { start: at, end: at + 4 });
    assert.equal(before.length, 32);
    assert.ok(after.startsWith(' one same') && after.length === 32);
    const twins = new SourceText(
      `1${'z'.repeat(60)}HERE${'z'.repeat(80)}2${'z'.repeat(60)}HERE${'z'.repeat(80)}`,
    );
    const selector = createSelector(twins, { start: 61, end: 65 });
    assert.equal(selector.before, `1${'z'.repeat(60)}`);
    assert.equal(selector.after.length, 61);
    assert.ok(isUnique(twins, selector));
  });

  it('never splits a grapheme cluster, widening the passage and its context', () => {
    const family = '👨‍👩‍👧';
    const source = new SourceText(`${family.repeat(20)}e\u0301x${family.repeat(20)}`);
    const at = source.text.indexOf('\u0301');
    const selector = createSelector(source, { start: at, end: at + 1 });
    assert.equal(selector.quote, 'e\u0301');
    assert.equal(selector.before, family.repeat(7));
    assert.equal(selector.after, `x${family.repeat(7)}`);
  });

  it('takes linear time on texts that repeat themselves', () => {
    const source = new SourceText('a '.repeat(500_000));
    const select = () => createSelector(source, { start: 500_000, end: 500_001 });
    assert.ok(processorMilliseconds(select) < 2000);
    const selector = select();
    assert.equal(isUnique(source, selector), false);
    assert.equal(selector.before.length, 256);
    const long = createSelector(source, { start: 400_000, end: 600_000 });
    assert.equal(long.quote.length, 200_000);
  });

  it('refuses an empty passage', () => {
    assert.throws(() => createSelector(new SourceText('abc'), { start: 1, end: 1 }), RangeError);
  });
});

describe('matchLengths', () => {
  it('gives the common prefix at every offset', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b') }),
        fc.string({ unit: fc.constantFrom('a', 'b') }),
        (pattern, text) => {
          const lengths = matchLengths(pattern, text);
          for (let at = 0; at <= text.length; at++) {
            let length = 0;
            while (
              length < pattern.length &&
              at + length < text.length &&
              text[at + length] === pattern[length]
            )
              length++;
            assert.equal(lengths[at], length);
          }
        },
      ),
    );
  });
});
