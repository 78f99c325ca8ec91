import assert from 'node:assert/strict';
import { senderName } from '../../../../../src/core/message/mail/sender-name';

describe('name of a sender', () => {
  for (const [from, name] of [
    ['A Reader <reader@example.org>', 'A Reader'],
    ['"Reader, \\"A\\" B" <reader@example.org>', 'Reader, "A" B'],
    ['reader@example.org (A Reader)', 'A Reader'],
    ['reader at example.org (A Reader)', 'A Reader'],
    ['re|der @end|ng |rom ex@mp|e@org (A Reader)', 'A Reader'],
    ['A Reader reader@example.org', 'A Reader'],
    ['A Reader reader at example.org', 'A Reader'],
    ['<reader@example.org>', 'reader@example.org'],
    ['reader@example.org', 'reader@example.org'],
    ['reader at example.org', 'reader at example.org'],
    ['MAILER DAEMON <>', 'MAILER DAEMON'],
    ['', ''],
  ] as const)
    it(`of "${from}"`, () => assert.equal(senderName(from), name));
});
