import assert from 'node:assert/strict';
import type { AnchoredAnnotation } from '../../../../src/core/annotation/anchor/anchored-annotation';
import { newAnnotation } from '../../../../src/core/annotation/new-annotation';
import { settleAnnotations } from '../../../../src/core/annotation/settle-annotations';
import { SourceText } from '../../../../src/core/text/source-text';

const old = new SourceText('One 🚢 two three four.');
const range = { start: old.text.indexOf('two'), end: old.text.indexOf(' four') };
const annotation = newAnnotation({ kind: 'highlight', source: old, ranges: [range] });

function settle(text: string, passage: string, state: AnchoredAnnotation['state']) {
  const source = new SourceText(text);
  const start = text.indexOf(passage);
  const ranges = passage ? [{ start, end: start + passage.length }] : [];
  return settleAnnotations([{ annotation, state, ranges, reason: '' }], source);
}

describe('settleAnnotations', () => {
  it('leaves out what stays as it is', () => {
    assert.deepEqual(settle(old.text, 'two three', 'exact'), []);
  });

  it('gives a moved annotation its new place in code points and writes no state', () => {
    const [moved] = settle('Zero 🚢. One 🚢 two three four.', 'two three', 'moved');
    assert.equal(moved!.target[0]!.start, 14);
    assert.equal(moved!.target[0]!.current, undefined);
    assert.equal('state' in moved!, false);
  });

  it('keeps the quote of an edited passage and notes what stands there now', () => {
    const [edited] = settle('One 🚢 two or three four.', 'two or three', 'edited');
    assert.equal(edited!.target[0]!.quote, 'two three');
    assert.equal(edited!.target[0]!.current, 'two or three');
    assert.equal(edited!.state, 'edited');
  });

  it('keeps everything of one that was not found but for its state', () => {
    const [lost] = settle('Nothing is left.', '', 'orphaned');
    assert.deepEqual(lost, { ...annotation, state: 'orphaned' });
  });
});
