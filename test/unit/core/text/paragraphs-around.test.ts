import assert from 'node:assert/strict';
import { paragraphsAround } from '../../../../src/core/text/paragraphs-around';

describe('paragraphsAround', () => {
  const paragraph = `${'word '.repeat(200)}\n${'word '.repeat(200)}\n\n`;

  it('takes whole paragraphs on both sides', () => {
    const text = paragraph.repeat(50);
    const offset = paragraph.length * 25 + 100;
    const { start, end } = paragraphsAround(text, { start: 0, end: text.length }, offset);
    assert.equal(start % paragraph.length, 0);
    assert.equal((end + 2) % paragraph.length, 0);
    assert.ok(offset - start > 5000 && offset - start <= 8000);
    assert.ok(end - offset > 5000 && end - offset <= 8000);
  });

  it('stays within a range, and takes all of it where it is short', () => {
    const text = paragraph.repeat(50);
    const within = { start: paragraph.length * 3, end: paragraph.length * 5 };
    assert.deepEqual(paragraphsAround(text, within, paragraph.length * 4), within);
  });

  it('takes lines where there are no paragraphs, and a stretch where there are no lines', () => {
    const lines = 'one line of a long table\n'.repeat(2000);
    const ofLines = paragraphsAround(lines, { start: 0, end: lines.length }, 25_010);
    assert.equal(ofLines.start % 25, 0);
    assert.equal(ofLines.end % 25, 24);
    const flat = 'x'.repeat(50_000);
    const ofNothing = paragraphsAround(flat, { start: 0, end: flat.length }, 25_000);
    assert.deepEqual(ofNothing, { start: 17_000, end: 33_000 });
  });
});
