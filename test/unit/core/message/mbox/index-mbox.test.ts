import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFromLine } from '../../../../../src/core/message/mbox/from-line';
import { indexMbox } from '../../../../../src/core/message/mbox/index-mbox';
import { messageIdentity } from '../../../../../src/core/message/mbox/message-identity';
import { parseMbox } from '../../../../../src/core/message/mbox/parse-mbox';
import { SourceText } from '../../../../../src/core/text/source-text';
import { assertTiles, partText } from '../assert-parts';

const from = 'From reader@example.org  Thu Nov  1 11:19:12 2001\n';

function subjects(text: string): (string | null)[] {
  return indexMbox(text).entries.map(({ header }) => header.subject);
}

describe('mbox: separator lines', () => {
  const forms = [
    ['From reader@example.org Thu Nov  1 11:19:12 2001', 'reader@example.org'],
    ['From reader at example.org  Thu Nov  1 11:19:12 2001', 'reader at example.org'],
    ['From reader@example.org Fri, 19 Nov 1999 21:31:20 -0500 (EST)', 'reader@example.org'],
    ['From MAILER-DAEMON Thu Nov  1 11:19:12 2001', 'MAILER-DAEMON'],
    ['From - Thu Nov 01 11:19:12 2001', '-'],
    [
      'From A Reader <reader@example.org>  Mon Feb  2 10:49:31 1998',
      'A Reader <reader@example.org>',
    ],
    ['From reader@example.org Thu Nov  1 11:19:12 2001 +0100', 'reader@example.org'],
    ['From reader Thu Nov  1 11:19:12 MET 2001 remote from host', 'reader'],
  ] as const;
  for (const [line, sender] of forms)
    it(`knows "${line}"`, () => assert.equal(readFromLine(`${line}\n`, 0)?.sender, sender));

  for (const line of [
    'From the start it was clear that grain would not move.',
    'From 9 to 11:30 the port was closed in 2001',
    'From reader@example.org',
    'From what we heard on Thu Nov  1 11:19:12 2001',
    '>From reader@example.org Thu Nov  1 11:19:12 2001',
  ])
    it(`takes "${line}" for text`, () => assert.equal(readFromLine(`${line}\n`, 0), undefined));
});

describe('mbox: messages', () => {
  it('finds them with ranges of header and body', () => {
    const text = `${from}Subject: one\n\nFirst.\n\n${from}Subject: two\n\nSecond.\n`;
    const { entries } = indexMbox(text);
    assert.deepEqual(
      entries.map(({ start, end }) => text.slice(start, end)),
      [`${from}Subject: one\n\nFirst.\n\n`, `${from}Subject: two\n\nSecond.\n`],
    );
    assert.equal(text.slice(entries[1]!.bodyRange.start, entries[1]!.bodyRange.end), 'Second.\n');
    assert.equal(entries[1]!.headerRange.end, entries[1]!.bodyRange.start - 1);
  });

  it('does not split at "From " in a body', () => {
    const body =
      'He said:\n\nFrom here on we walk.\n\nFrom Odessa on Thu Nov  1 11:19:12 2001\nships left.\n';
    assert.deepEqual(subjects(`${from}Subject: one\n\n${body}\n${from}Subject: two\n\n`), [
      'one',
      'two',
    ]);
    // An unescaped separator that somebody pasted in the middle of a paragraph.
    const pasted = `see this line\n${from}and more text\n`;
    assert.deepEqual(subjects(`${from}Subject: one\n\n${pasted}`), ['one']);
  });

  it('splits without a blank line only where a message must begin', () => {
    const second = `${from}From: reader@example.org\nSubject: two\n\nx\n`;
    assert.deepEqual(subjects(`${from}Subject: one\n\nno blank line\n${second}`), ['one', 'two']);
    const other = `${from}From: other@example.net\nSubject: two\n\nx\n`;
    assert.deepEqual(subjects(`${from}Subject: one\n\nquoted:\n${other}`), ['one']);
  });

  it('believes Content-Length only when a message begins there', () => {
    const inner = `Text.\n\n${from}Subject: inside\n\nmore\n`;
    const stated = (length: number) =>
      `${from}Content-Length: ${length}\nSubject: one\n\n${inner}\n${from}Subject: two\n\n`;
    assert.deepEqual(subjects(stated(inner.length)), ['one', 'two']);
    assert.deepEqual(subjects(stated(inner.length + 1)), ['one', 'two']);
    assert.deepEqual(subjects(stated(inner.length - 2)), ['one', 'inside', 'two']);
    const german = `Größe.\n\n${from}Subject: inside\n\nmore\n`;
    const bytes = new TextEncoder().encode(german).length;
    assert.deepEqual(
      subjects(
        `${from}Content-Length: ${bytes}\nSubject: one\n\n${german}\n${from}Subject: two\n\n`,
      ),
      ['one', 'two'],
    );
  });

  it('undoes ">From " in text and leaves it in quotations', () => {
    const source = new SourceText(
      `${from}Subject: one\n\n>From Odessa came the news that ships sail.\n\n> He wrote\n>From the port\n> we see ships.\n`,
    );
    const [message] = parseMbox(source);
    assertTiles(source, message!);
    const shown = message!.parts.filter(({ kind }) => kind !== 'header');
    assert.equal(partText(source, shown[0]!), 'From Odessa came the news that ships sail.');
    // In the file the part begins where its line does.
    assert.equal(source.slice(shown[0]!), '>From Odessa came the news that ships sail.');
    assert.equal(partText(source, shown.at(-1)!), '> He wrote\n>From the port\n> we see ships.');
  });

  it('reads empty files, text before the first message, and CRLF', () => {
    assert.deepEqual(indexMbox('').entries, []);
    assert.deepEqual(indexMbox('\n\n').entries, []);
    assert.deepEqual(subjects(`Subject: zero\n\ntext\n\n${from}Subject: one\n\n`), ['zero', 'one']);
    const crlf = new SourceText(
      `${from}Subject: one\n\nText.\n\n${from}Subject: two\n\n`.replace(/\n/g, '\r\n'),
    );
    assert.deepEqual(
      parseMbox(crlf).map(({ header }) => header.subject),
      ['one', 'two'],
    );
  });

  it('never loses text and never throws', () => {
    const piece = fc.constantFrom(
      from,
      '\n',
      'Subject: a\n',
      'text\n',
      'From x\n',
      '>From y\n',
      'Content-Length: 7\n',
      'From: reader@example.org\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const source = new SourceText(pieces.join(''));
        let at = 0;
        for (const message of parseMbox(source)) {
          assert.doesNotMatch(source.text.slice(at, message.start), /\S/);
          assertTiles(source, message);
          at = message.end;
        }
        assert.doesNotMatch(source.text.slice(at), /\S/);
      }),
    );
  });
});

describe('mbox: identity of a message', () => {
  const text = `${from}Subject: one\n\nText.\n`;
  it('is the Message-ID, or a hash that does not depend on what stands around it', () => {
    assert.equal(messageIdentity(text, { start: 0, end: text.length }, 'a@b'), 'a@b');
    const alone = messageIdentity(text, { start: 0, end: text.length }, null);
    const later = `${from}Subject: zero\n\nx\n\n${text}\n\n${text}`;
    const [, second] = indexMbox(later).entries;
    assert.match(alone, /^sha256:[0-9a-f]{64}$/);
    assert.equal(messageIdentity(later, second!, null), alone);
  });
});
