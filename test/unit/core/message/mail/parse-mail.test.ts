import assert from 'node:assert/strict';
import { parseMail } from '../../../../../src/core/message/mail/parse-mail';
import type { Message } from '../../../../../src/core/message/message';
import { SourceText } from '../../../../../src/core/text/source-text';
import { assertTiles, partText } from '../assert-parts';

function parse(text: string): { source: SourceText; message: Message } {
  const source = new SourceText(text);
  const message = parseMail(source, { start: 0, end: source.length });
  assertTiles(source, message);
  return { source, message };
}

/** Kind and text of the parts that are not header fields. */
function body(text: string): [string, string][] {
  const { source, message } = parse(text);
  return message.parts
    .filter(({ kind }) => kind !== 'header')
    .map((part) => [part.kind, partText(source, part)]);
}

function texts(text: string): string[] {
  return body(text)
    .filter(([kind]) => kind !== 'rule' && kind !== 'attachment')
    .map(([, shown]) => shown);
}

describe('mail: header', () => {
  it('unfolds, decodes and takes the list tag off', () => {
    const { message } = parse(
      'From: =?utf-8?q?J=C3=BCrgen?= M. <j@example.org>\nSubject: Re: [Ports] =?iso-8859-1?Q?Getreide_=FCber?=\n =?iso-8859-1?Q?_Odessa?=\nDate: Thu, 1 Nov 2001\n 11:19:12 +0100\nMessage-ID: <a@example.org>\nIn-Reply-To: Your message of <b@example.org>\n\nHello.\n',
    );
    assert.deepEqual(
      { ...message.header, url: null, urls: [] },
      {
        list: 'Ports',
        subject: 'Re: Getreide über Odessa',
        from: 'Jürgen M. <j@example.org>',
        date: 'Thu, 1 Nov 2001 11:19:12 +0100',
        isoDate: '2001-11-01T11:19:12+01:00',
        messageId: 'a@example.org',
        inReplyTo: 'b@example.org',
        url: null,
        urls: [],
      },
    );
  });

  it('gives one part to each field, decoded where the file has it encoded', () => {
    const { source, message } = parse('Subject: =?utf-8?b?w6Q=?=\nX: plain\n\nHello there.\n');
    assert.deepEqual(
      message.parts.slice(0, 2).map((part) => [part.kind, partText(source, part), part.text]),
      [
        ['header', 'Subject: ä', 'Subject: ä'],
        ['header', 'X: plain', undefined],
      ],
    );
  });

  it('reads encoded words that claim UTF-8 and are Latin-1', () => {
    assert.equal(parse('From: =?utf-8?q?Luc=EDa?= <l@x>\n\n').message.header.from, 'Lucía <l@x>');
  });

  it('takes the list from List-Id or List-Post where no tag stands', () => {
    assert.equal(
      parse('Subject: x\nList-Id: News <news.example.net>\n\n').message.header.list,
      'news',
    );
    assert.equal(
      parse('Subject: x\nList-Post: <mailto:ports@x.org>\n\n').message.header.list,
      'ports',
    );
    assert.equal(parse('Subject: [Fwd: talks]\n\n').message.header.subject, '[Fwd: talks]');
  });

  it('begins below blank lines and separator lines', () => {
    const separator = 'From reader@example.org  Thu Nov  1 11:19:12 2001\n';
    for (const before of ['\n\n', separator, `${separator}>${separator}`])
      assert.equal(parse(`${before}Subject: x\n\nText.\n`).message.header.subject, 'x', before);
    assert.deepEqual(texts('From Odessa came the news.\n'), ['From Odessa came the news.']);
  });

  it('states null where the message says nothing', () => {
    const { header } = parse('Only text.\n').message;
    assert.deepEqual(
      [header.subject, header.from, header.date, header.messageId],
      [null, null, null, null],
    );
  });
});

describe('mail: bodies', () => {
  it('maps quoted-printable paragraphs to where they stand', () => {
    const { source, message } = parse(
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe aus =\nOdessa.\n\nZweiter Absatz.\n',
    );
    const parts = message.parts.filter(({ kind }) => kind === 'paragraph');
    assert.deepEqual(
      parts.map((part) => partText(source, part)),
      ['Grüße aus Odessa.', 'Zweiter Absatz.'],
    );
    assert.equal(source.slice(parts[0]!), 'Gr=C3=BC=C3=9Fe aus =\nOdessa.');
    assert.equal(source.slice(parts[1]!), 'Zweiter Absatz.');
  });

  it('maps base64 paragraphs to disjoint stretches of the encoded lines', () => {
    const first = 'The first paragraph is long enough to fill more than a line of base64 text.';
    const encoded = Buffer.from(`${first}\r\n\r\nThe second one follows it.\r\n`)
      .toString('base64')
      .replace(/.{76}/g, '$&\n');
    const { source, message } = parse(`Content-Transfer-Encoding: base64\n\n${encoded}\n`);
    const parts = message.parts.filter(({ kind }) => kind === 'paragraph');
    assert.deepEqual(
      parts.map(({ text }) => text),
      [first, 'The second one follows it.'],
    );
    assert.equal(parts[0]!.end, parts[1]!.start);
    assert.ok(Buffer.from(source.slice(parts[1]!), 'base64').length >= 26);
  });

  it('shows the plain footer that a list added to a base64 body', () => {
    const encoded = Buffer.from('Hello, readers.\n').toString('base64');
    const shown = texts(
      `Content-Transfer-Encoding: base64\n\n${encoded}\nThis list is read in many places; write to us.\n`,
    );
    assert.equal(shown[0], 'Hello, readers.');
    assert.match(shown.at(-1)!, /This list is read/);
  });

  for (const [charset, bytes, expected] of [
    ['koi8-r', [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4], 'Привет'],
    ['gb2312', [0xd6, 0xd0, 0xb9, 0xfa], '中国'],
    ['shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本'],
    ['utf-8', [0xf0, 0x9f, 0x98, 0x80], '😀'],
    ['cp932', [0x93, 0xfa, 0x96, 0x7b], '日本'],
  ] as const)
    it(`decodes ${charset}, with a map for each character`, () => {
      const encoded = bytes.map((byte) => `=${byte.toString(16).toUpperCase()}`).join('');
      const text = `Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: quoted-printable\n\nA ${encoded} B.\n`;
      const { source, message } = parse(text);
      const part = message.parts.at(-1)!;
      assert.equal(partText(source, part), `A ${expected} B.`);
      assert.equal(source.slice(part), `A ${encoded} B.`);
    });

  it('reads bytes that came in as windows-1252 by the declared charset', () => {
    const raw = new TextDecoder('windows-1252').decode(Uint8Array.of(0xd0, 0xf2, 0xe8));
    assert.deepEqual(texts(`Content-Type: text/plain; charset=koi8-r\n\n${raw} Odessa.\n`), [
      'пРХ Odessa.',
    ]);
    const utf8 = new TextDecoder('windows-1252').decode(new TextEncoder().encode('Grüße'));
    assert.deepEqual(texts(`Subject: x\n\n${utf8} aus Odessa.\n`), ['Grüße aus Odessa.']);
  });

  it('reads ISO-2022-JP, which is ASCII with escapes', () => {
    const { source, message } = parse(
      'Content-Type: text/plain; charset=ISO-2022-JP\n\n\x1b$BF|K\\\x1b(B and more.\n',
    );
    const part = message.parts.at(-1)!;
    assert.equal(partText(source, part), '日本 and more.');
    assert.ok(source.slice(part).endsWith(' and more.'));
  });

  it('joins flowed lines, of quotations too, and keeps the signature apart', () => {
    const shown = texts(
      'Content-Type: text/plain; format=flowed\n\nOne line that \ngoes on here.\n\n> Quoted and \n> going on.\n\n-- \nReader\n',
    );
    assert.deepEqual(shown, [
      'One line that goes on here.',
      '> Quoted and going on.',
      '-- \nReader',
    ]);
  });

  it('deletes the blank of DelSp', () => {
    const shown = texts(
      'Content-Type: text/plain; format=flowed; delsp=yes\n\nUnbe \nkannt ist er.\n',
    );
    assert.deepEqual(shown, ['Unbekannt ist er.']);
  });

  it('shows the text of HTML when there is no other', () => {
    const shown = body(
      'Content-Type: text/html\n\n<html><head><title>no</title><style>p{}</style></head><p>Grain &amp; ships.</p><blockquote>Said he.</blockquote><ul><li>one<li>two</ul>',
    ).filter(([kind]) => kind !== 'rule');
    assert.deepEqual(
      shown.map(([, text]) => text),
      ['Grain & ships.', '> Said he.', '* one\n* two'],
    );
  });

  it('reads text/enriched', () => {
    const shown = texts(
      'Content-Type: text/enriched\n\n<bold>Grain</bold> goes\nout << today.\n\n\nNext <param>x</param>one here.\n',
    );
    assert.deepEqual(shown, ['Grain goes out < today.', 'Next one here.']);
  });

  it('takes PGP armor and uuencoded files out of the text', () => {
    const signed =
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nThe signed words are here.\n\n- -- \nReader\n-----BEGIN PGP SIGNATURE-----\n\niEYEARECAAYFAk\n-----END PGP SIGNATURE-----\n';
    const parts = body(`Subject: x\n\n${signed}`);
    assert.deepEqual(
      parts.map(([kind]) => kind),
      ['rule', 'paragraph', 'signature', 'attachment'],
    );
    assert.equal(parts[2]![1], '-- \nReader');
    const uu = body(
      'Subject: x\n\nSee the file.\n\nbegin 644 note.txt\n#0V%T\n`\nend\n\nThat was it.\n',
    );
    assert.deepEqual(uu, [
      ['paragraph', 'See the file.'],
      ['attachment', 'note.txt'],
      ['paragraph', 'That was it.'],
    ]);
  });
});

describe('mail: MIME', () => {
  it('shows plain text of alternatives and names attachments', () => {
    const parts = body(
      'Content-Type: multipart/mixed; boundary="a b"\n\npreamble\n--a b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\nPlain words here.\n--c\nContent-Type: text/html\n\n<p>HTML words\n--c--\n--a b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8\'\'Bericht%20%C3%BC.pdf\n\nJVBERi0=\n--a b--\nepilogue\n',
    );
    assert.deepEqual(
      parts.filter(([kind]) => kind !== 'rule'),
      [
        ['paragraph', 'Plain words here.'],
        ['attachment', 'the same text as text/html'],
        ['attachment', 'Bericht ü.pdf (application/pdf)'],
      ],
    );
  });

  it('joins continued parameters in their order', () => {
    const parts = body(
      'Content-Type: application/x; name*1="b.txt"; name*0="a";; (comment) x=y\n\ndata\n',
    );
    assert.deepEqual(parts, [['attachment', 'ab.txt (application/x)']]);
  });

  it('reads nested messages and digests in place, encoded ones too', () => {
    const inner = Buffer.from('Subject: inner\n\nInner text is here.\n').toString('base64');
    const { source, message } = parse(
      `Content-Type: multipart/digest; boundary=d\n\n--d\n\nSubject: one\n\nFirst text is here.\n--d\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${inner}\n--d--\n`,
    );
    const shown = message.parts.map((part) => [part.kind, partText(source, part)]);
    for (const expected of [
      ['header', 'Subject: one'],
      ['paragraph', 'First text is here.'],
      ['header', 'Subject: inner'],
      ['paragraph', 'Inner text is here.'],
    ])
      assert.ok(
        shown.some(([kind, text]) => kind === expected[0] && text === expected[1]),
        expected[1],
      );
  });

  it('copes with missing ends, missing boundaries and boundaries that were never declared', () => {
    const open = 'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThe text has no end.\n';
    assert.deepEqual(texts(open), ['The text has no end.']);
    assert.deepEqual(texts('Content-Type: multipart/mixed\n\nNo boundary was given.\n'), [
      'No boundary was given.',
    ]);
    const undeclared =
      'Content-Type: multipart/mixed; boundary=other\n\n--real\nContent-Type: text/plain\n\nFound all the same.\n--real--\n';
    assert.deepEqual(texts(undeclared), ['Found all the same.']);
    const outer =
      'Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\nInner words here.\n--o\n\nOuter words here.\n--o--\n';
    assert.deepEqual(texts(outer), ['Inner words here.', 'Outer words here.']);
  });

  it('names an unknown charset instead of failing', () => {
    assert.deepEqual(
      texts(
        'Content-Type: text/plain; charset=x-made-up\nContent-Transfer-Encoding: quoted-printable\n\nCaf=E9 here.\n',
      ),
      ['Café here.'],
    );
  });
});
