import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Segmenter } from '../../../../src/core/message/body/segmenter';
import { decodeMessage } from '../../../../src/core/message/decoded-message';
import type { ParsedFile } from '../../../../src/core/message/message';
import { parseFile } from '../../../../src/core/message/parse-file';
import { reparseFile } from '../../../../src/core/message/reparse-file';
import { SourceText } from '../../../../src/core/text/source-text';
import { anyFile } from './any-file';

const separator = 'From jane at example.org  Mon May  3 10:00:00 2021';

/** Messages whose bodies hold lines that begin, end and hide messages. */
const anyMessage = fc
  .record({ subject: fc.string({ maxLength: 8 }), body: anyFile })
  .map(
    ({ subject, body }) =>
      `${separator}\nFrom: jane at example.org (Jane)\nSubject: ${subject.replace(/\s/g, ' ')}\n\n${body}\n\n`,
  );
const anyMbox = fc.array(anyMessage, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const anyInsertion = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    '\n',
    '\n\n',
    `\n\n${separator}\nSubject: new\n\nBody\n\n`,
    'From ',
    '>',
  ),
  fc.constantFrom('Content-Length: 3\n', 'Subject: y\n', 'KYIV (AP) — Yes.'),
  anyFile,
);

/** Everything a parsed file says, with what is read only when asked for. */
function facts({ kind, reason, messages }: ParsedFile, source: SourceText): unknown {
  const read = messages.map((message) => ({
    ...message,
    header: { ...message.header },
    decoded: decodeMessage(source, message).text,
  }));
  return JSON.parse(JSON.stringify({ kind, reason, read })) as unknown;
}

function edited(text: string, at: number, length: number, insertion: string) {
  const start = text.length === 0 ? 0 : at % (text.length + 1);
  const oldEnd = Math.min(text.length, start + length);
  const change = { start, oldEnd, newEnd: start + insertion.length };
  return { change, text: text.slice(0, start) + insertion + text.slice(oldEnd) };
}

describe('reparseFile', () => {
  const anyEdit = fc.tuple(fc.nat(), fc.nat({ max: 200 }), anyInsertion);

  it('reads an edited mbox as parseFile does, edit after edit', () => {
    fc.assert(
      fc.property(anyMbox, fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (start, edits) => {
        let source = new SourceText(start);
        let parsed = parseFile(source, 'a.mbox');
        for (const [at, length, insertion] of edits) {
          const next = edited(source.text, at, length, insertion);
          const nextSource = new SourceText(next.text);
          if (nextSource.text !== next.text) return;
          parsed = reparseFile(parsed, source, nextSource, next.change, 'a.mbox');
          source = nextSource;
          assert.deepEqual(facts(parsed, source), facts(parseFile(source, 'a.mbox'), source));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('reads an edited text as parseFile does', () => {
    fc.assert(
      fc.property(anyFile, anyEdit, (text, [at, length, insertion]) => {
        const source = new SourceText(text);
        const next = edited(source.text, at, length, insertion);
        const after = new SourceText(next.text);
        const reread = reparseFile(parseFile(source), source, after, next.change);
        assert.deepEqual(reread, parseFile(after));
      }),
    );
  });

  it('reads a long text as parseFile does, edit after edit', () => {
    const anyPiece = fc.oneof(
      anyFile,
      fc.constantFrom(
        '-------------- next part --------------\nA non-text attachment was scrubbed...',
        '-----BEGIN PGP SIGNATURE-----\n\niQEz\n\n-----END PGP SIGNATURE-----',
        'Kind regards,',
        'Jane Doe',
        '(a) one',
        '– Non, dit-il.',
        '> quoted\n> lines',
        '  indented below a list',
        '-- ',
        'KYIV, Ukraine (AP) — The river rose on Tuesday, and the ferries stayed in port all day long.',
      ),
    );
    const anyLong = fc
      .array(anyPiece, { minLength: 4, maxLength: 30 })
      .map((pieces) => pieces.join('\n\n'));
    fc.assert(
      fc.property(anyLong, fc.array(anyEdit, { minLength: 1, maxLength: 5 }), (start, edits) => {
        let source = new SourceText(start);
        let parsed = parseFile(source, 'a.txt');
        for (const [at, length, insertion] of edits) {
          const next = edited(source.text, at, length % 60, insertion);
          const nextSource = new SourceText(next.text);
          if (nextSource.text !== next.text) return;
          parsed = reparseFile(parsed, source, nextSource, next.change, 'a.txt');
          source = nextSource;
          assert.deepEqual(parsed, parseFile(source, 'a.txt'));
        }
      }),
      { numRuns: 120 },
    );
  });

  it('cuts only the paragraphs around an edit of a long text', () => {
    const paragraph = (count: number) =>
      `The harbour was closed on day ${count}, and the ships waited outside until the evening.\n\n`;
    const text = Array.from({ length: 500 }, (_, count) => paragraph(count)).join('');
    const source = new SourceText(text);
    const parsed = parseFile(source, 'a.txt');
    const at = text.indexOf('day 250');
    const after = new SourceText(`${text.slice(0, at)}no ${text.slice(at)}`);
    const change = { start: at, oldEnd: at, newEnd: at + 3 };
    const segmentGroup = Object.getOwnPropertyDescriptor(Segmenter.prototype, 'segmentGroup')!;
    let count = 0;
    Segmenter.prototype.segmentGroup = function (this: Segmenter) {
      count++;
      (segmentGroup.value as () => void).call(this);
    };
    try {
      assert.equal(
        reparseFile(parsed, source, after, change, 'a.txt').messages[0]!.parts.length,
        500,
      );
    } finally {
      Object.defineProperty(Segmenter.prototype, 'segmentGroup', segmentGroup);
    }
    assert.ok(count > 0 && count < 5, `${count} groups of lines`);
  });

  it('keeps the messages that an edit does not touch', () => {
    const message = `${separator}\nFrom: jane at example.org (Jane)\nSubject: s\n\nBody of it.\n\n`;
    const source = new SourceText(message.repeat(20));
    const parsed = parseFile(source, 'a.mbox');
    const at = message.length * 10 + message.indexOf('Body');
    const after = new SourceText(`${source.text.slice(0, at)}New ${source.text.slice(at)}`);
    const change = { start: at, oldEnd: at, newEnd: at + 4 };
    const reread = reparseFile(parsed, source, after, change, 'a.mbox');
    assert.equal(reread.messages.length, 20);
    for (let index = 0; index < 8; index++)
      assert.equal(reread.messages[index], parsed.messages[index]);
    assert.equal(after.slice(reread.messages[19]!.parts.at(-1)!), 'Body of it.');
  });
});
