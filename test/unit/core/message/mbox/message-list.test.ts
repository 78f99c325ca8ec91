import assert from 'node:assert/strict';
import { atOnce } from '../../../../../src/core/in-slices';
import {
  listMessages,
  type ListedMessage,
} from '../../../../../src/core/message/mbox/message-list';
import { indexOfMessageAt } from '../../../../../src/core/message/message-at';
import { parseMbox } from '../../../../../src/core/message/mbox/parse-mbox';
import { SourceText } from '../../../../../src/core/text/source-text';

function mail(id: number, subject: string, date: string | null, references: number[] = []): string {
  return [
    'From a@lake.example  Thu Nov  1 11:19:12 2001',
    `From: Reader ${id} <reader${id}@lake.example>`,
    `Subject: ${subject}`,
    ...(date === null ? [] : [`Date: ${date}`]),
    `Message-ID: <${id}@lake.example>`,
    ...(references.length > 0
      ? [`References: ${references.map((other) => `<${other}@lake.example>`).join('\n ')}`]
      : []),
    '',
    'Text.\n\n',
  ].join('\n');
}

const source = new SourceText(
  [
    mail(1, 'Ferry', 'Thu, 8 Nov 2001 11:19:12 +0100'),
    mail(2, 'Ice', 'Thu, 1 Nov 2001 11:19:12 +0100'),
    mail(3, 'Undated', null),
    mail(4, 'Re: Ferry', 'Thu, 8 Nov 2001 11:19:13 +0100', [1]),
    mail(5, 'Tickets', 'Thu, 8 Nov 2001 10:30:00 +0000', [1, 4]),
  ].join(''),
);
const messages = parseMbox(source);
const list = (options: Parameters<typeof listMessages>[2]) =>
  atOnce(listMessages(source, messages, options));
const draw = (listed: readonly ListedMessage[]): unknown[] =>
  listed.map(({ index, answers }) => (answers.length > 0 ? [index + 1, draw(answers)] : index + 1));

describe('the list of messages', () => {
  it('is by date, with what has none behind its neighbour in the file', () => {
    assert.deepEqual(draw(list({ order: 'date' })), [2, 3, 1, 4, 5]);
  });

  it('is by threads, in the order of the file', () => {
    assert.deepEqual(draw(list({ order: 'thread' })), [[1, [[4, [5]]]], 2, 3]);
  });

  it('holds the messages whose subject, sender or date has every word', () => {
    assert.deepEqual(draw(list({ order: 'thread', filter: 'FERRY' })), [1, 4]);
    assert.deepEqual(draw(list({ order: 'date', filter: 'reader 2001-11-01' })), [2]);
    assert.deepEqual(draw(list({ order: 'date', filter: 'ferry ice' })), []);
  });
});

describe('the message at an offset', () => {
  it('is the one that holds it', () => {
    for (const [index, { start, end }] of messages.entries()) {
      assert.equal(indexOfMessageAt(messages, start), index);
      assert.equal(indexOfMessageAt(messages, end - 1), index);
    }
    assert.equal(indexOfMessageAt([], 0), -1);
  });
});
