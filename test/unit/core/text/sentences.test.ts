import assert from 'node:assert/strict';
import { sentenceAt } from '../../../../src/core/text/sentences';

describe('sentenceAt', () => {
  const text = 'First one here. Second\ngoes on the next line. Third?';
  const within = { start: 0, end: text.length };
  const at = (word: string) => {
    const { start, end } = sentenceAt(text, within, text.indexOf(word));
    return text.slice(start, end);
  };

  it('finds the sentence across a hard line break', () => {
    assert.equal(at('one'), 'First one here.');
    assert.equal(at('next'), 'Second\ngoes on the next line.');
    assert.equal(at('Third'), 'Third?');
  });

  it('answers at the very end', () => {
    assert.deepEqual(sentenceAt(text, within, text.length).end, text.length);
  });
});
