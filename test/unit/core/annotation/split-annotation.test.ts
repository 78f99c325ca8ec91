import assert from 'node:assert/strict';
import { newAnnotation } from '../../../../src/core/annotation/new-annotation';
import { retarget } from '../../../../src/core/annotation/retarget';
import { splitAnnotation } from '../../../../src/core/annotation/split-annotation';
import { SourceText } from '../../../../src/core/text/source-text';

const source = new SourceText('One two three, four five six.');
const place = (passage: string) => {
  const start = source.text.indexOf(passage);
  return { start, end: start + passage.length };
};
const quotes = ({ target }: { target: readonly { quote: string }[] }) =>
  target.map(({ quote }) => quote);

function annotated(...passages: string[]) {
  const ranges = passages.map(place);
  const said = { kind: 'note' as const, note: 'n', tags: ['t'], by: 'Anna' };
  const annotation = {
    ...newAnnotation({ ...said, source, ranges }),
    replies: [{ by: 'Ben', created: '2026-01-01T00:00:00Z', note: 'r' }],
  };
  return { annotation, ranges, state: 'exact' as const, reason: '' };
}

describe('splitAnnotation', () => {
  it('makes two annotations that say the same; replies stay with the first', () => {
    const found = annotated('two three, four');
    const split = splitAnnotation(found, source.text.indexOf(' four'), source)!;
    assert.deepEqual(quotes(split.first), ['two three,']);
    assert.deepEqual(quotes(split.second), ['four']);
    assert.equal(split.first.id, found.annotation.id);
    assert.notEqual(split.second.id, found.annotation.id);
    assert.deepEqual(split.second.tags, ['t']);
    assert.equal(split.second.note, 'n');
    assert.equal(split.second.by, 'Anna');
    assert.equal(split.first.replies?.length, 1);
    assert.equal(split.second.replies, undefined);
  });

  it('divides a discontinuous target between its stretches', () => {
    const split = splitAnnotation(annotated('One', 'three, four', 'six'), 15, source)!;
    assert.deepEqual(quotes(split.first), ['One', 'three,']);
    assert.deepEqual(quotes(split.second), ['four', 'six']);
  });

  it('does not split off nothing', () => {
    const found = annotated('two three');
    assert.equal(splitAnnotation(found, found.ranges[0]!.start, source), undefined);
    assert.equal(splitAnnotation(found, found.ranges[0]!.end, source), undefined);
  });
});

describe('retarget', () => {
  it('quotes the new passage', () => {
    const [selector] = retarget(annotated('two'), [place('two three')], source).target;
    assert.equal(selector!.quote, 'two three');
    assert.equal(selector!.start, 4);
    assert.equal(selector!.current, undefined);
  });

  it('keeps the quote of a passage that was edited since, and the message it is in', () => {
    const { annotation } = annotated('two');
    const [old] = annotation.target;
    const edited = {
      ...annotation,
      state: 'edited' as const,
      target: [{ ...old!, quote: 'too', current: 'two', message: 'm@example' }],
    };
    const again = retarget(
      { annotation: edited, ranges: [place('two')] },
      [place('two three')],
      new SourceText(source.text, 'm@example'),
    );
    assert.equal(again.target[0]!.quote, 'too');
    assert.equal(again.target[0]!.current, 'two three');
    assert.equal(again.target[0]!.message, 'm@example');
    assert.equal(again.state, undefined);
    const unsaved = { annotation, ranges: [place('four')] };
    const [kept] = retarget(unsaved, [place('four five')], source).target;
    assert.deepEqual([kept!.quote, kept!.current], ['two', 'four five']);
  });
});
