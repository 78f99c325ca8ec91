import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Mention } from '../../../../src/core/entity/entity';
import type { Message, Part } from '../../../../src/core/message/message';
import { tokenRanges } from '../../../../src/core/message/token-ranges';
import { SourceText } from '../../../../src/core/text/source-text';

const header = { list: null, subject: null, from: null, date: null, url: null, urls: [] };
const message = (length: number, parts: Part[]): Message => ({
  start: 0,
  end: length,
  header: { ...header, messageId: null, inReplyTo: null },
  dateline: null,
  datelines: [],
  quotedDatelines: [],
  parts,
});
const mention = (start: number, end: number): Mention => ({
  start,
  end,
  text: '',
  type: 'place',
  source: 'file',
  entities: [],
});

describe('tokenRanges', () => {
  it('cuts a title around the names in it', () => {
    const source = new SourceText('The port of Esbrook opens');
    const parts: Part[] = [{ kind: 'title', start: 0, end: source.length }];
    const tokens = tokenRanges(source, [message(source.length, parts)], [mention(12, 19)], {
      start: 0,
      end: source.length,
    });
    const read = tokens.map(({ type, ...range }) => [type, source.slice(range)]);
    assert.deepEqual(read, [
      ['title', 'The port of '],
      ['place', 'Esbrook'],
      ['title', ' opens'],
    ]);
  });

  it('is ordered, without overlap and within lines, whatever overlaps', () => {
    const range = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ' ', '\n', '🚢'), { maxLength: 30 }),
        fc.array(range, { maxLength: 5 }),
        fc.array(range, { maxLength: 5 }),
        (letters, titles, names) => {
          const source = new SourceText(letters.join(''));
          const parts = titles.map(([start, end]): Part => ({
            kind: 'title',
            start: start!,
            end: end!,
          }));
          const disjoint: Mention[] = [];
          for (const [start, end] of names.sort((a, b) => a[0]! - b[0]!)) {
            if (start! >= (disjoint.at(-1)?.end ?? 0)) disjoint.push(mention(start!, end!));
          }
          const all = { start: 0, end: source.length };
          let at = 0;
          for (const token of tokenRanges(source, [message(99, parts)], disjoint, all)) {
            assert.ok(token.start >= at && token.end > token.start);
            assert.ok(!source.slice(token).includes('\n'));
            at = token.end;
          }
        },
      ),
    );
  });
});
