import assert from 'node:assert/strict';
import {
  annotatedFile,
  anchorInMessages,
} from '../../../../../src/core/annotation/anchor/anchor-in-messages';
import { inFile, inMessage } from '../../../../../src/core/annotation/anchor/translate-places';
import type { Annotation } from '../../../../../src/core/annotation/annotation';
import { newAnnotation } from '../../../../../src/core/annotation/new-annotation';
import { settleAnnotations } from '../../../../../src/core/annotation/settle-annotations';
import { contentIdentity } from '../../../../../src/core/text/hash';
import { SourceText } from '../../../../../src/core/text/source-text';

function mail(number: number, body: string, id: string | null = `${number}@lake.example`): string {
  return [
    `From reader${number}@lake.example  Thu Nov  ${number} 11:19:12 2001`,
    `From: Reader ${number} <reader${number}@lake.example>`,
    `Subject: Ferry ${number}`,
    `Date: Thu, ${number} Nov 2001 11:19:12 +0100`,
    ...(id === null ? [] : [`Message-ID: <${id}>`]),
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    body,
    '',
    '',
  ].join('\n');
}

const first = mail(1, 'The caf=C3=A9 by the pier sold forty tickets on =\nMonday, the clerk said.');
const second = mail(2, 'The pier was closed. Nobody sold forty tickets there.');
const third = mail(3, 'No id was given to this letter about the pier.', null);

function fileOf(...mails: string[]) {
  return annotatedFile(new SourceText(mails.join('')), 'lake.mbox');
}

/** Annotates a passage of the readable text of a message, as *Open Message* shows it. */
function annotate(mails: string[], number: number, quote: string) {
  const file = fileOf(...mails);
  const messages = file.messages();
  const readable = messages.readable(messages.parsed.messages[number]!);
  const start = readable.text.text.indexOf(quote);
  assert.notEqual(start, -1, quote);
  const ranges = [{ start, end: start + quote.length }];
  const annotation = newAnnotation({ kind: 'note', source: readable.text, ranges });
  const recorded = { name: 'lake.mbox', ...contentIdentity(file.source) };
  return { annotation, recorded, readable };
}

function anchor(annotation: Annotation, mails: string[], context = {}) {
  const file = fileOf(...mails);
  const [found] = anchorInMessages([annotation], file, context);
  return { found: found!, file, quote: found!.ranges.map((it) => found!.message?.text.slice(it)) };
}

describe('annotations of messages', () => {
  const quote = 'café by the pier sold forty tickets on Monday';
  const { annotation, recorded } = annotate([first, second], 0, quote);

  it('name the message and count its readable text', () => {
    const [selector] = annotation.target;
    assert.equal(selector?.message, '1@lake.example');
    assert.equal(selector.quote, quote);
  });

  it('are found without searching where mail was added before and behind', () => {
    const { found, quote: read } = anchor(annotation, [mail(9, 'New.'), first, second], {
      recorded,
    });
    assert.equal(found.state, 'exact');
    assert.equal(found.score, undefined, 'nothing was judged');
    assert.deepEqual(read, [quote]);
  });

  it('lead to their place in the file', () => {
    const { found, file } = anchor(annotation, [second, first], { recorded });
    const [range] = inFile(found).ranges;
    assert.equal(
      file.source.slice(range!),
      'caf=C3=A9 by the pier sold forty tickets on =\nMonday',
    );
  });

  it('are found again within a message that was edited', () => {
    const edited = first.replace('The caf', 'Yesterday the small caf');
    const { found, quote: read } = anchor(annotation, [edited, second], { recorded });
    assert.ok(['exact', 'moved'].includes(found.state), found.reason);
    assert.deepEqual(read, [quote]);
  });

  it('are followed through the differences to the old text where that is known', () => {
    const edited = first.replace('forty tickets', 'forty-one tickets');
    const oldText = fileOf(first, second).source.text;
    const { found } = anchor(annotation, [edited, second], { recorded, oldText });
    assert.equal(found.state, 'edited');
    assert.equal(found.message?.identity, '1@lake.example');
  });

  it('are never moved into another message', () => {
    const elsewhere = mail(4, 'The caf=C3=A9 by the pier sold forty tickets on Monday, it said.');
    const { found } = anchor(annotation, [second, elsewhere], { recorded });
    assert.equal(found.state, 'orphaned');
    assert.deepEqual(found.ranges, []);
    assert.match(found.reason, /no longer in the file/);
    const changed = mail(1, 'Nothing of it is left.', '1@lake.example');
    const { found: lost } = anchor(annotation, [changed, elsewhere], { recorded });
    assert.equal(lost.state, 'orphaned');
  });

  it('are found by the hash of a message without Message-ID', () => {
    const made = annotate([first, third], 1, 'letter about the pier');
    assert.match(made.annotation.target[0]?.message ?? '', /^sha256:/);
    const { found } = anchor(made.annotation, [third, second, first], made);
    assert.equal(found.state, 'exact');
    const corrected = third.replace('letter', 'long letter');
    assert.equal(anchor(made.annotation, [corrected, first], made).found.state, 'orphaned');
  });

  it('stand in the copy of a message that reads as before, or in none where that is not certain', () => {
    const copy = mail(1, 'A digest. The caf=C3=A9 by the pier sold forty tickets on Monday.');
    const inCopy = anchor(annotation, [copy, first], { recorded });
    assert.deepEqual(inCopy.quote, [quote]);
    assert.ok(inCopy.found.message!.message.start > 0);
    const other = first.replace('The caf', 'Yes, the caf');
    assert.equal(anchor(annotation, [copy, other], { recorded }).found.state, 'ambiguous');
  });

  it('are settled in the text of their message and keep its name', () => {
    const edited = first.replace('The caf', 'Yesterday the small caf');
    const { found, file } = anchor(annotation, [second, edited], { recorded });
    const [settled] = settleAnnotations([found], file.source);
    const [selector] = settled!.target;
    assert.equal(selector?.message, '1@lake.example');
    assert.equal(selector.start, annotation.target[0]!.start + 'Yesterday the small'.length - 3);
  });
});

describe('annotations of the file', () => {
  it('are shown in the message that they stand in, and in no other', () => {
    const file = fileOf(first, second);
    const raw = file.source.text.indexOf('Nobody sold');
    const ranges = [{ start: raw, end: raw + 'Nobody sold'.length }];
    const annotation = newAnnotation({ kind: 'note', source: file.source, ranges });
    assert.equal(annotation.target[0]?.message, undefined);
    const [found] = anchorInMessages([annotation], file, {});
    const messages = file.messages();
    const [one, two] = messages.parsed.messages.map((message) => messages.readable(message));
    assert.equal(inMessage(found!, one!), undefined);
    const shown = inMessage(found!, two!);
    assert.equal(two!.text.slice(shown!.ranges[0]!), 'Nobody sold');
  });
});
