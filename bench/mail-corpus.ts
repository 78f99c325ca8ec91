/** Small deterministic generator (mulberry32), so that every run measures the same bytes. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words =
  'the archive report minister border river after talks on grain ports said officials in a statement that ships would leave before winter when storms close the strait and prices rise again across markets'.split(
    ' ',
  );

/**
 * An mbox of about `size` characters as list servers keep it: plain messages of some kilobytes with
 * their delivery fields, replies that quote, and every tenth a multipart with encoded words in its
 * header, quoted-printable text and a base64 attachment.
 */
export function composeMbox(size: number): string {
  const random = generator(7);
  const sentence = (length: number) =>
    Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
  const paragraph = () => Array.from({ length: 6 }, () => sentence(11)).join('\n');
  const base64 = Buffer.from(Array.from({ length: 9000 }, () => Math.floor(random() * 256)))
    .toString('base64')
    .replace(/.{76}/g, '$&\n');
  const messages: string[] = [];
  let length = 0;
  for (let number = 0; length < size; number++) {
    const body = Array.from({ length: 8 }, paragraph).join('\n\n');
    const multipart = number % 10 === 0;
    const text = multipart
      ? multipartMessage(number, body, base64)
      : plainMessage(number, sentence(6), body);
    messages.push(text);
    length += text.length;
  }
  return messages.join('');
}

function delivery(number: number): string {
  const day = 1 + (number % 28);
  return (
    `From reader${number}@example.org  Thu Nov ${String(day).padStart(2)} 11:19:12 2001\n` +
    `Return-Path: <reader${number}@example.org>\n` +
    `Received: from mail.example.org (mail.example.org [192.0.2.1])\n\tby list.example.net (Postfix) with ESMTP id 3F2A1\n\tfor <news@example.net>; Thu, ${day} Nov 2001 11:19:12 +0100\n` +
    `Message-ID: <${number}.2001@example.org>\nReferences: <${number - 2}.2001@example.org>\n\t<${number - 1}.2001@example.org>\n` +
    `In-Reply-To: <${number - 1}.2001@example.org>\nDate: Thu, ${day} Nov 2001 11:19:12 +0100\n` +
    `List-Id: News <news.example.net>\nTo: news@example.net\n`
  );
}

function plainMessage(number: number, subject: string, body: string): string {
  const quoted = body.slice(0, 800).replace(/^/gm, '> ');
  return `${delivery(number)}From: Reader ${number} <reader${number}@example.org>\nSubject: Re: [News] ${subject}\n\nOn Thursday Reader wrote:\n\n${quoted}\n\n${body}\n\n-- \nReader ${number}\n\n`;
}

function multipartMessage(number: number, body: string, base64: string): string {
  return (
    `${delivery(number)}From: =?utf-8?q?J=C3=BCrgen_M=C3=BCller?= <reader${number}@example.org>\n` +
    `Subject: =?utf-8?b?W05ld3NdIEdldHJlaWRlIGF1cyBkZXIgVWtyYWluZSDigJM=?=\n =?utf-8?q?_die_H=C3=A4fen?=\n` +
    `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="part-${number}"\n\n` +
    `--part-${number}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n` +
    `${body.replace(/ports/g, 'H=C3=A4fen').replace(/ the /g, ' =\nthe ')}\n` +
    `--part-${number}\nContent-Type: application/pdf; name="report.pdf"\nContent-Transfer-Encoding: base64\n\n${base64}\n--part-${number}--\n\n`
  );
}
