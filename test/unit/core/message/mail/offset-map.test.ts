import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeCharset } from '../../../../../src/core/message/mail/charset';
import { htmlToText } from '../../../../../src/core/message/html/html-text';
import { unflow } from '../../../../../src/core/message/mail/flowed-text';
import { shiftMap, type MappedText } from '../../../../../src/core/message/mail/offset-map';
import {
  decodeBase64,
  decodeQuotedPrintable,
} from '../../../../../src/core/message/mail/transfer-encoding';

/** Every decoded unit leads into the file and back to a range that holds it; places rise. */
function assertRoundTrip(mapped: MappedText, fileLength: number): void {
  let before = 0;
  for (let at = 0; at < mapped.text.length; at++) {
    const raw = mapped.map.toRaw({ start: at, end: at + 1 });
    assert.ok(raw.start >= before && raw.end >= raw.start && raw.end <= fileLength);
    before = raw.start;
    if (raw.end === raw.start) continue;
    const back = mapped.map.toDecoded(raw);
    assert.ok(
      back.start <= at && back.end > at,
      `${at} -> ${raw.start}–${raw.end} -> ${back.start}–${back.end}`,
    );
  }
}

/** Quoted-printable as a mailer writes it, for any bytes. */
function quotedPrintable(bytes: Uint8Array): string {
  const encoded = [...bytes].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`);
  return encoded.join('').replace(/(?:=..){20}/g, '$&=\n');
}

describe('offset maps of decoded text', () => {
  for (const encoding of ['utf-8', 'gb18030', 'iso-2022-jp', 'euc-kr', 'windows-1251', 'utf-16le'])
    it(`lead back from any bytes read as ${encoding}`, () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
          const quoted = quotedPrintable(bytes);
          assertRoundTrip(
            decodeCharset(decodeQuotedPrintable(quoted, false), encoding),
            quoted.length,
          );
          const base64 = Buffer.from(bytes).toString('base64');
          assertRoundTrip(decodeCharset(decodeBase64(base64), encoding), base64.length);
        }),
        { numRuns: 150 },
      );
    });

  it('decode what Node decodes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const canonical = text.replace(/\r\n?/g, '\n');
        const bytes = Buffer.from(canonical);
        const decoded = decodeCharset(decodeQuotedPrintable(quotedPrintable(bytes), true), 'utf-8');
        assert.equal(decoded.text, canonical);
        assert.equal(
          decodeCharset(decodeBase64(bytes.toString('base64')), 'utf-8').text,
          canonical,
        );
      }),
    );
  });

  it('map one character of a two-byte charset to its own escapes', () => {
    const quoted = 'a=D6=D0=B9=FAb';
    const decoded = decodeCharset(decodeQuotedPrintable(quoted, false), 'gb2312');
    assert.equal(decoded.text, 'a中国b');
    const { start, end } = decoded.map.toRaw({ start: 2, end: 3 });
    assert.equal(quoted.slice(start, end), '=B9=FA');
    assert.deepEqual(decoded.map.toDecoded({ start: 1, end: 3 }), { start: 1, end: 2 });
  });

  it('lead back from HTML', () => {
    const fragment = fc.array(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<br>',
        '<pre>',
        '</pre>',
        'word ',
        '&lt;',
        '\n',
        '<blockquote>',
        '<li>',
        '<ul>',
        '</ul>',
        '<!--x-->',
        '</blockquote>',
        '&nbsp;',
        '<',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(fragment, (pieces) => {
        const html = pieces.join('');
        assertRoundTrip(htmlToText(html), html.length);
      }),
    );
  });

  it('lead back from flowed text, and lose no word', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a> \n]{0,60}$/), (text) => {
        const mapped = unflow({ text, map: shiftMap(0) }, false);
        assertRoundTrip(mapped, text.length);
        assert.equal(mapped.text.replace(/[> \n]/g, ''), text.replace(/[> \n]/g, ''));
      }),
    );
  });
});
