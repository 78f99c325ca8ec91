import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeMessage } from '../../../../src/core/message/decoded-message';
import { parseArchiveHtml } from '../../../../src/core/message/html/parse-archive-html';
import { parseMail } from '../../../../src/core/message/mail/parse-mail';
import { parseMbox } from '../../../../src/core/message/mbox/parse-mbox';
import type { Message } from '../../../../src/core/message/message';
import { SourceText } from '../../../../src/core/text/source-text';
import { assertTiles } from './assert-parts';
import { processorMilliseconds } from '../../processor-time';

function readMail(text: string): [SourceText, Message[]] {
  const source = new SourceText(text);
  return [source, [parseMail(source, { start: 0, end: source.length })]];
}

/** Reads everything that is read when first asked for. */
function readAll(source: SourceText, messages: readonly Message[]): void {
  for (const message of messages) {
    assert.equal(typeof message.header.urls.length, 'number');
    assertTiles(source, message);
    for (const dateline of [...message.datelines, ...message.quotedDatelines])
      assert.ok(dateline.start >= message.start && dateline.end <= message.end);
    decodeMessage(source, message).toRaw({ start: 0, end: 1 });
  }
}

describe('hostile mail', function () {
  this.timeout(120_000);

  const line = fc.constantFrom(
    'Content-Type: multipart/mixed; boundary=b\n', 'Content-Type: multipart/digest; boundary="c"\n',
    'Content-Type: message/rfc822\n', 'Content-Type: text/html\n', 'Content-Type: text/enriched\n',
    'Content-Type: text/plain; format=flowed; charset=gb2312\n', 'Content-Transfer-Encoding: base64\n',
    'Content-Transfer-Encoding: quoted-printable\n', 'Subject: =?utf-8?b?w6Q=?= x\n', '\n', '\n', '--b\n', '--b--\n', '--c\n',
    'R3LDvMOfZQ==\n', 'a =C3=A4 =\n', '<p>x<blockquote>y\n', 'text \n', '> quoted\n', '- -- \n', 'begin 644 x\n', '#0V%T\n',
    '-----BEGIN PGP SIGNED MESSAGE-----\n', '-----BEGIN PGP SIGNATURE-----\n', '-----END PGP SIGNATURE-----\n', '\u{1f600}é\n',
  ); // prettier-ignore

  it('never throws and loses nothing, whatever lines follow one another', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) =>
        readAll(...readMail(lines.join(''))),
      ),
      { numRuns: 400 },
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        readAll(...readMail(text));
        const source = new SourceText(text);
        readAll(source, parseMbox(source));
        readAll(source, parseArchiveHtml(source));
      }),
      { numRuns: 200 },
    );
  });

  const repeated = (text: string, length: number) => text.repeat(Math.ceil(length / text.length));
  const cases: Record<string, (size: number) => string> = {
    boundaries: (size) => `Content-Type: multipart/mixed; boundary=b\n\n${repeated('--b\n', size)}`,
    'lines like boundaries': (size) =>
      `Content-Type: multipart/mixed; boundary=b\n\n${repeated('--x\n', size)}`,
    'multiparts in multiparts': (size) =>
      Array.from(
        { length: size / 60 },
        (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\n\n--b${index}\n`,
      ).join(''),
    'messages in messages': (size) => repeated('Content-Type: message/rfc822\n\n', size),
    'encoded words': (size) => `Subject: ${repeated('=?utf-8?q?a?= ', size)}\n\nx`,
    'half encoded words': (size) => `Subject: ${repeated('=?utf-8?q?', size)}\n\nx`,
    'one long field': (size) => `Subject: ${repeated('a\n ', size)}\n\nx`,
    'many parameters': (size) => `Content-Type: text/plain${repeated('; a*0*=b', size)}\n\nx`,
    'soft line breaks': (size) =>
      `Content-Transfer-Encoding: quoted-printable\n\n${repeated('=\n', size)}`,
    'open elements': (size) => `Content-Type: text/html\n\n${repeated('<b>', size)}`,
    'ends of elements that are not open': (size) =>
      `Content-Type: text/html\n\n${repeated(`${'<b>'.repeat(380)}${'</i>'.repeat(3000)}`, size)}`,
    'quotations in quotations': (size) =>
      `Content-Type: text/html\n\n${repeated('<blockquote>', size)}`,
    'uuencoded beginnings': (size) => `A: b\n\n${repeated('begin 644 x\n', size)}`,
    'separator lines with lengths that lie': (size) =>
      repeated('From a Thu Nov  1 11:19:12 2001\nContent-Length: 400000\n\nä\n\n', size),
  };
  for (const [name, make] of Object.entries(cases))
    it(`takes time in proportion to its length: ${name}`, () => {
      const seconds = (size: number) => {
        const source = new SourceText(make(size));
        return (
          processorMilliseconds(() => {
            const mbox = source.text.startsWith('From ');
            const messages = mbox ? parseMbox(source) : readMail(source.text)[1];
            for (const { parts, header } of messages) void [parts.length, header.subject];
          }) / 1000
        );
      };
      seconds(100_000);
      const short = seconds(250_000);
      const long = seconds(1_000_000);
      assert.ok(
        long < Math.max(12 * short, 1),
        `${short} s, then ${long} s for four times as much`,
      );
    });
});
