import assert from 'node:assert/strict';
import { indexMbox } from '../../../../../src/core/message/mbox/index-mbox';
import {
  baseSubject,
  threadable,
  threadMessages,
  type ThreadableMessage,
  type ThreadNode,
} from '../../../../../src/core/message/mbox/threads';

/** "id<parent" or "id" or "-" (no Message-ID), then the subject. */
function message(link: string, subject = ''): ThreadableMessage {
  const [id, ...references] = link.split('<') as [string, ...string[]];
  return { messageId: id === '-' ? null : id, inReplyTo: null, references, subject };
}

/** `0(1(2) 3)`: message 0 with answers 1 and 3, 2 answers 1. */
function shape(nodes: readonly ThreadNode[]): string {
  return nodes
    .map(({ index, children }) => `${index}${children.length ? `(${shape(children)})` : ''}`)
    .join(' ');
}

describe('threads', () => {
  it('of an mbox', () => {
    const mail = (id: string, more: string) =>
      `From reader@example.org  Thu Nov  1 11:19:12 2001\nMessage-ID: <${id}>\n${more}\n\nText.\n\n`;
    const text =
      mail('a@x', 'Subject: [L] Grain') +
      mail('b@x', 'Subject: Ships') +
      mail('c@x', 'Subject: other\nReferences: <a@x>\n <lost@x>') +
      mail('d@x', 'Subject: Re: [L] Ships');
    assert.equal(shape(threadMessages(indexMbox(text).entries.map(threadable))), '0(2) 1(3)');
  });

  it('follow References, nearest known ancestor first', () => {
    const list = [
      message('a'),
      message('b<a'),
      message('c<a<b'),
      message('d<a<lost'),
      message('e'),
    ];
    assert.equal(shape(threadMessages(list)), '0(1(2) 3) 4');
  });

  it('follow In-Reply-To, also to a later message', () => {
    const list = [{ ...message('a'), inReplyTo: 'b' }, message('b')];
    assert.equal(shape(threadMessages(list)), '1(0)');
  });

  it('keep answers to the same missing message together', () => {
    assert.equal(shape(threadMessages([message('a<x'), message('b<x'), message('c<y')])), '0(1) 2');
  });

  it('join an answer by its subject, but not two new messages', () => {
    const list = [
      message('a', 'Weekly report'),
      message('b', 'Re: weekly  report'),
      message('c', 'Weekly report'),
    ];
    assert.equal(shape(threadMessages(list)), '0(1) 2');
  });

  it('join by subject alone where no message has an id', () => {
    assert.equal(
      shape(threadMessages([message('-', 'Ports'), message('-', 'Grain'), message('-', 'Ports')])),
      '0(2) 1',
    );
  });

  it('survive circles, repeated ids and very long chains', () => {
    assert.equal(shape(threadMessages([message('a<b'), message('b<a')])), '1(0)');
    assert.equal(shape(threadMessages([message('a<a')])), '0');
    assert.equal(shape(threadMessages([message('a'), message('a<a')])), '0(1)');
    const chain = Array.from({ length: 100_000 }, (_, index) => message(`m${index}<m${index - 1}`));
    assert.equal(threadMessages(chain).length, 1);
  });

  it('compare subjects without "Re:", case and blanks', () => {
    assert.equal(baseSubject('Re: AW: Re[2]:  Grain  Ports'), 'grain ports');
    assert.equal(baseSubject('Report'), 'report');
  });
});
