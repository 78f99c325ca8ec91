import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../../../../../src/core/message/message';
import { parseFile } from '../../../../../src/core/message/parse-file';
import { SourceText } from '../../../../../src/core/text/source-text';
import { assertTiles, partText } from '../assert-parts';

const fixtures = join(__dirname, '../../../../fixtures/archive-pages');

function parse(name: string): { source: SourceText; messages: readonly Message[] } {
  const source = new SourceText(readFileSync(join(fixtures, name), 'utf8'));
  const parsed = parseFile(source, name);
  assert.equal(parsed.kind, 'html', parsed.reason);
  for (const message of parsed.messages) assertTiles(source, message, name);
  return { source, messages: parsed.messages };
}

function shown(source: SourceText, message: Message): [string, string][] {
  return message.parts
    .filter(({ kind }) => !['header', 'rule', 'footer'].includes(kind))
    .map((part) => [part.kind, partText(source, part)]);
}

describe('archive pages', () => {
  it('MHonArc: fields of the page and its comments, body between the marks', () => {
    const { source, messages } = parse('mhonarc.html');
    const [message] = messages;
    const { header } = message!;
    assert.equal(header.list, 'Ports');
    assert.equal(header.subject, 'Re: Grain & "ships"');
    assert.equal(header.from, 'A Reader <reader@example.org>');
    assert.equal(header.isoDate, '2023-07-11T10:53:08+02:00');
    assert.equal(header.messageId, 'second-one@example.org');
    assert.equal(header.inReplyTo, 'first@example.org');
    assert.deepEqual(shown(source, message!), [
      ['attribution', 'On Monday, B Writer wrote:'],
      ['quotation', '> Ships <will> leave.\n> Soon.'],
      ['paragraph', 'They did leave, and the grain with them, on Tuesday.'],
    ]);
    const paragraph = message!.parts.find(({ kind }) => kind === 'paragraph')!;
    assert.ok(source.slice(paragraph).startsWith('They did leave'));
  });

  it('MHonArc: markup that opens a part belongs to it, markup that closes one to the part above', () => {
    const page = readFileSync(join(fixtures, 'mhonarc.html'), 'utf8');
    const body = [
      '<p>The crane is up.',
      'It came by barge.</p>',
      '',
      '<ul><li>Two men came with it.</li>',
      '<li>One stayed.</li>',
      '</ul>',
      '',
      '<blockquote><p>Who pays?</p>',
      '</blockquote>',
      '<div>',
      '<b>Nobody</b> has asked.<br>',
      '<br>',
      'Somebody will.',
      '</div>',
      '',
    ].join('\n');
    const text = page.replace(/<pre>[^]*<\/pre>\n/, body);
    const source = new SourceText(text);
    const [message] = parseFile(source, 'crane.html').messages;
    assertTiles(source, message!);
    const first = text.slice(0, text.indexOf('<p>The crane')).split('\n').length;
    const lines = message!.parts
      .filter(({ kind }) => !['header', 'rule', 'footer'].includes(kind))
      .map(({ kind, start, end }) => [
        kind,
        ...[start, end].map((offset) => text.slice(0, offset).split('\n').length - first),
      ]);
    assert.deepEqual(lines, [
      ['paragraph', 0, 1],
      ['list', 3, 5],
      ['quotation', 7, 9],
      ['paragraph', 10, 11],
      ['paragraph', 12, 13],
    ]);
  });

  it('MHonArc: the sender from the rotated comment when the page prints none', () => {
    const text = readFileSync(join(fixtures, 'mhonarc.html'), 'utf8').replace(
      /<li><em>From.*\n/,
      '',
    );
    const [message] = parseFile(new SourceText(text)).messages;
    assert.equal(message!.header.from, 'A Reader <reader@example.org>');
  });

  it('Pipermail: title, sender, date and the id that an answer names', () => {
    const { source, messages } = parse('pipermail.html');
    const { header } = messages[0]!;
    assert.deepEqual(
      [header.list, header.subject, header.from, header.date, header.messageId],
      [
        'Ports',
        'Grain moves',
        'A Reader reader at example.org',
        'Thu Nov  1 11:19:12 CET 2001',
        'a.b@example.org',
      ],
    );
    assert.deepEqual(shown(source, messages[0]!), [
      ['paragraph', 'The grain moves again, from three ports in the south.'],
      ['quotation', '> Does it move?\n> Or not?'],
    ]);
  });

  it('Hypermail of the nineties: a page that begins with comments and a title', () => {
    const source = new SourceText(
      [
        '<!-- received="Mon Mar  3 09:12:00 1997 CET" -->',
        '<!-- sent="Mon, 3 Mar 1997 09:11:40 +0100" -->',
        '<!-- name="H. Brandt" -->',
        '<!-- email="brandt@tide.example" -->',
        '<!-- subject="Re: Gauge at the mole" -->',
        '<!-- id="199703030811.JAA0042@tide.example" -->',
        '<title>tides: Re: Gauge at the mole</title>',
        '<h1>Re: Gauge at the mole</h1>',
        '<!-- body="start" -->',
        '<pre>',
        'The gauge reads ten centimetres too high.',
        '</pre>',
        '<!-- body="end" -->',
      ].join('\n'),
    );
    const { kind, messages } = parseFile(source, 'tides.html');
    assert.equal(kind, 'html');
    const { from, date } = messages[0]!.header;
    assert.deepEqual(
      [from, date],
      ['H. Brandt <brandt@tide.example>', 'Mon, 3 Mar 1997 09:11:40 +0100'],
    );
    assert.deepEqual(shown(source, messages[0]!), [
      ['paragraph', 'The gauge reads ten centimetres too high.'],
    ]);
    const paragraph = messages[0]!.parts.find(({ kind }) => kind === 'paragraph')!;
    assert.ok(source.slice(paragraph).startsWith('The gauge'));
  });

  it('Hypermail: fields from comments, body without the fields printed again', () => {
    const { source, messages } = parse('hypermail.html');
    const { header } = messages[0]!;
    assert.deepEqual(
      [header.subject, header.from, header.date, header.messageId, header.inReplyTo],
      [
        'Grain & ships',
        'A Reader <reader_at_example.org>',
        'Mon, 17 Mar 2003 08:32:18 -0700',
        'one@example.org',
        'zero@example.org',
      ],
    );
    assert.deepEqual(shown(source, messages[0]!), [
      ['paragraph', 'Ships were seen off the coast\nas early as March.'],
      ['quotation', '>quoted words'],
    ]);
  });

  it('HyperKitty: every message of a thread', () => {
    const { source, messages } = parse('hyperkitty.html');
    assert.deepEqual(
      messages.map(({ header }) => [header.subject, header.from, header.isoDate, header.messageId]),
      [
        ['Grain prices', 'A Reader', '2021-10-04', 'one@example.org'],
        ['Prices of grain', 'B Writer', '2021-10-05', 'two@example.org'],
      ],
    );
    assert.deepEqual(shown(source, messages[0]!), [
      ['paragraph', 'Prices rose again in October, traders said on Monday.'],
    ]);
    assert.deepEqual(shown(source, messages[1]!), [
      ['quotation', '> Prices rose again'],
      ['paragraph', 'Not everywhere did they rise, and not for long.'],
    ]);
  });

  it('an index of messages: one list', () => {
    const { messages } = parse('pipermail-index.html');
    const list = messages[0]!.parts.find(({ kind }) => kind === 'list');
    assert.equal(messages[0]!.header.subject, '2001-November Archives by date');
    assert.equal(list?.items, 3);
    assert.match(list!.text!, /Grain moves\s+A Reader/);
  });

  it('a page that only links to archives is none', () => {
    const page =
      '<!DOCTYPE html>\n<html><body><h1>Contact</h1><p>Read <a href="https://lists.example.org/pipermail/ports/">the archive</a>, <a href="/archives/list/ports@example.org/thread/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567/">a thread</a> or hyperkitty.</p></body></html>';
    assert.equal(parseFile(new SourceText(page), 'contact.html').kind, 'plain');
  });

  it('a page whose marks are broken is still one message', () => {
    const page =
      '<!-- MHonArc v2.6.19 -->\n<!--X-Subject: x -->\n<html><body><p>Only words.</p></body></html>';
    const source = new SourceText(page);
    const { messages } = parseFile(source, 'msg00001.html');
    assertTiles(source, messages[0]!);
    assert.match(messages[0]!.parts.map((part) => partText(source, part)).join(), /Only words/);
  });
});
