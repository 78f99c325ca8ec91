import assert from 'node:assert/strict';
import { decodeMessage } from '../../../../src/core/message/decoded-message';
import { parseMail } from '../../../../src/core/message/mail/parse-mail';
import { parseFile } from '../../../../src/core/message/parse-file';
import { SourceText } from '../../../../src/core/text/source-text';

const raw = `Received: from somewhere
From: =?utf-8?q?J=C3=BCrgen?= <j@example.org>
Subject: =?utf-8?q?Getreide_f=C3=BCr?=
 alle
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Die H=C3=A4fen sind =
wieder offen.

Zweiter Absatz.
--b
Content-Type: image/png; name=karte.png

iVBORw0KGgo=
--b--
`;

describe('a message as readable text', () => {
  const source = new SourceText(raw);
  const decoded = decodeMessage(source, parseMail(source, { start: 0, end: source.length }));

  const find = (quote: string) => {
    const start = decoded.text.indexOf(quote);
    return { start, end: start + quote.length };
  };

  it('has the fields a reader wants, the decoded body and the names of attachments', () => {
    assert.equal(
      decoded.text,
      'From: Jürgen <j@example.org>\nSubject: Getreide für alle\n\nDie Häfen sind wieder offen.\n\nZweiter Absatz.\n\n[Attachment: karte.png (image/png)]\n',
    );
    assert.deepEqual(decoded.problems, []);
  });

  it('leads from a passage to its place in the file and back', () => {
    const place = decoded.toRaw(find('Häfen sind wieder'));
    assert.equal(source.slice(place), 'H=C3=A4fen sind =\nwieder');
    assert.deepEqual(decoded.toDecoded(place), find('Häfen sind wieder'));
  });

  it('leads from a decoded field to the whole field', () => {
    const place = decoded.toRaw(find('Getreide'));
    assert.equal(source.slice(place), 'Subject: =?utf-8?q?Getreide_f=C3=BCr?=\n alle');
  });

  it('leads over several parts', () => {
    const all = decoded.toRaw({ start: 0, end: decoded.text.length });
    assert.equal(all.start, raw.indexOf('From:'));
    assert.ok(all.end >= raw.indexOf('iVBOR'));
    assert.deepEqual(
      decoded.toRaw({ start: 0, end: 0 }).start,
      decoded.toRaw({ start: 0, end: 0 }).end,
    );
  });

  it('is itself read as a message with the same outline', () => {
    const again = parseFile(new SourceText(decoded.text), 'message.eml');
    assert.equal(again.kind, 'message');
    const kinds = again.messages[0]!.parts.map(({ kind }) => kind);
    assert.deepEqual(kinds.slice(0, 4), ['header', 'header', 'paragraph', 'paragraph']);
    assert.equal(again.messages[0]!.header.subject, 'Getreide für alle');
  });

  it('names what could not be decoded', () => {
    const text =
      'Content-Type: text/plain; charset=x-made-up\nContent-Transfer-Encoding: quoted-printable\n\nCaf=E9\n';
    const odd = new SourceText(text);
    const shown = decodeMessage(odd, parseMail(odd, { start: 0, end: odd.length }));
    assert.deepEqual(shown.problems, ['Unknown character set "x-made-up"; read as windows-1252.']);
  });

  it('shows the fields and the body of an archive page, not its links', () => {
    const page = new SourceText(
      '<!-- MHonArc v2.6.19 -->\n<!--X-Subject: [P] Grain -->\n<!--X-Date: Tue, 11 Jul 2023 10:53:08 +0200 -->\n<!--X-Head-End-->\n<html><body>\n<h1>Grain</h1>[<a href="x">Date Prev</a>]\n<!--X-Body-of-Message-->\n<pre>Ships &amp; grain.\n</pre>\n<!--X-Body-of-Message-End-->\n<a href="y">Next</a></body></html>\n',
    );
    const shown = decodeMessage(page, parseFile(page).messages[0]!);
    assert.equal(
      shown.text,
      'Subject: [P] Grain\nDate: Tue, 11 Jul 2023 10:53:08 +0200\n\nShips & grain.\n',
    );
    const start = shown.text.indexOf('& grain');
    assert.equal(page.slice(shown.toRaw({ start, end: start + 7 })), '&amp; grain');
  });

  it('shows messages of other kinds as they stand', () => {
    const plain = new SourceText('Just some words.\n\nAnd more of them.\n');
    const [message] = parseFile(plain).messages;
    assert.equal(
      decodeMessage(plain, message!).text,
      plain.slice(message!) + (plain.slice(message!).endsWith('\n') ? '' : '\n'),
    );
    assert.deepEqual(decodeMessage(plain, message!).toRaw({ start: 0, end: 4 }), {
      start: 0,
      end: 4,
    });
  });
});
