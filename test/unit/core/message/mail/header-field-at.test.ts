import assert from 'node:assert/strict';
import { headerFieldAt } from '../../../../../src/core/message/mail/header-field-at';

const text = [
  'From reader@lake.example  Thu Nov  1 11:19:12 2001',
  'From: =?utf-8?q?J=C3=BCrgen?= <j@lake.example>',
  'References: <1@lake.example>',
  ' <2@lake.example>',
  'Subject: Plain',
  '',
  'Subject: this is the body <3@lake.example>',
  '',
].join('\n');
const at = (words: string) =>
  headerFieldAt(text, { start: 0, end: text.length }, text.indexOf(words));

describe('the header field at an offset', () => {
  it('is decoded', () => {
    const field = at('=C3=BC')!;
    assert.deepEqual(
      [field.name, field.value, field.isEncoded],
      ['from', 'Jürgen <j@lake.example>', true],
    );
    assert.equal(
      text.slice(field.start, field.end),
      'From: =?utf-8?q?J=C3=BCrgen?= <j@lake.example>',
    );
    assert.equal(field.messageId, undefined, 'an address is no Message-ID');
  });

  it('names the Message-ID that stands there, also in a folded field', () => {
    assert.equal(at('2@lake')?.messageId?.value, '2@lake.example');
    assert.equal(at('References')?.messageId, undefined);
    assert.equal(at('Plain')?.isEncoded, false);
  });

  it('is none in the separator line and in the body', () => {
    assert.equal(at('Nov  1'), undefined);
    assert.equal(at('this is'), undefined);
  });
});
