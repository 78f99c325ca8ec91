import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findMailMarks } from '../../../../../src/core/message/mail/mail-marks';
import { processorMilliseconds } from '../../../processor-time';

const read = (text: string) =>
  findMailMarks(text, 0, text.length).map(({ kind, value, start, end }) => {
    assert.equal(text.slice(start, end), value);
    return [kind, value];
  });

describe('findMailMarks', () => {
  it('tells Message-IDs from addresses by their field, also when it is folded', () => {
    const text = [
      'From: Maren Oldkirk <maren@coast.example>',
      'Message-ID: <one.1@coast.example>',
      'References: <zero@coast.example>',
      ' <half@coast.example>',
      '',
      'Write to clerk@esbrook.example.',
    ].join('\n');
    assert.deepEqual(read(text), [
      ['address', 'maren@coast.example'],
      ['messageId', 'one.1@coast.example'],
      ['messageId', 'zero@coast.example'],
      ['messageId', 'half@coast.example'],
      ['address', 'clerk@esbrook.example'],
    ]);
  });

  it('takes linear time', () => {
    for (const run of ['@', 'a', 'a@', '.@-', ' @', '\n ']) {
      const text = run.repeat(2_000_000 / run.length);
      const took = processorMilliseconds(() => findMailMarks(text, 0, text.length));
      assert.ok(took < 3000, JSON.stringify(run));
    }
  });

  it('stays in order and inside the text, whatever it is', () => {
    const letters = fc.constantFrom('@', '.', 'a', '<', '>', '\n', ' ', '-', 'é', 'References: ');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of findMailMarks(text, 0, text.length)) {
          assert.ok(start >= at && end > start && end <= text.length);
          at = end;
        }
      }),
    );
  });
});
