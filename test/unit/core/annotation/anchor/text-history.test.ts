import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchTokens } from '../../../../../src/core/annotation/anchor/anchored-diff';
import { TextHistory } from '../../../../../src/core/annotation/anchor/text-history';
import { SourceText } from '../../../../../src/core/text/source-text';

const first = 'The council met in Velmora on Tuesday and spoke about grain and diesel.';
const second = 'The delegates applauded, and a second round is planned for the autumn.';
const third = 'Norline carried 4,200 passengers in March, says its director Paul Anders.';
const original = `${first}\n\n${second}\n\n${third}\n`;

function follow(quote: string, now: string) {
  const start = original.indexOf(quote);
  const source = new SourceText(now);
  const finding = new TextHistory(original, source).follow({ start, end: start + quote.length });
  return finding && { ...finding, texts: finding.places.map(({ range }) => source.slice(range)) };
}

describe('TextHistory', () => {
  it('keeps every untouched quote exactly, also among copies of its words', () => {
    const now = `The council is back.\n\n${first} The council met.\n\n${second}\n\n${third}\n`;
    const found = follow('The council met in', now)!;
    assert.equal(found.verdict, 'placed');
    assert.equal(found.places[0]!.range.start, now.indexOf(first));
  });

  it('follows an edited quote and gives its present text', () => {
    const now = original.replace('spoke about grain', 'also spoke abuot grain');
    const found = follow('met in Velmora on Tuesday and spoke about grain', now)!;
    assert.equal(found.verdict, 'placed');
    assert.deepEqual(found.texts, ['met in Velmora on Tuesday and also spoke abuot grain']);
  });

  it('has nothing for a deleted quote, though its words occur elsewhere', () => {
    assert.equal(follow('delegates', original.replace(second, 'Some delegates left.')), undefined);
    assert.equal(follow(second, `${first}\n\n${third}\n`), undefined);
  });

  it('leaves an exchanged number to a person', () => {
    const found = follow('carried 4,200 passengers', original.replace('4,200', '4,300'))!;
    assert.equal(found.verdict, 'ambiguous');
    assert.deepEqual(found.texts, ['carried 4,300 passengers']);
  });

  it('does not decide which of two copies is the old one', () => {
    const now = `${first}\n\n${second}\n\n${second}\n\n${third}\n`;
    const found = follow('a second round', now)!;
    assert.equal(found.verdict, 'ambiguous');
    assert.equal(found.places.length, 2);
    const edited = now.replace(second, second.replace('planned', 'plannd'));
    assert.equal(follow('The delegates applauded', edited)!.verdict, 'ambiguous');
  });
});

describe('matchTokens', () => {
  it('gives equal tokens in rising order, and all of what was not touched', () => {
    const tokens = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 300 });
    fc.assert(
      fc.property(tokens, tokens, tokens, (head, changed, tail) => {
        const old = Int32Array.from([...head, ...tail]);
        const now = Int32Array.from([...head, ...changed, ...tail]);
        const matches = matchTokens(old, now);
        let last = -1;
        matches.forEach((match, index) => {
          if (match === -1) return;
          assert.equal(now[match], old[index]);
          assert.ok(match > last);
          last = match;
        });
        assert.ok(matches.every((match) => match !== -1));
      }),
    );
  });
});
