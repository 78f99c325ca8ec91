import assert from 'node:assert/strict';
import { plainNote } from '../../../../src/core/annotation/plain-note';

describe('a note as plain text', () => {
  const cases: [markdown: string, plain: string][] = [
    ['The **first** use of `cable` in __print__.', 'The first use of cable in print.'],
    ['See [the letter](letters/12.txt) and [1].', 'See the letter and [1].'],
    ['2 * 3 * 4, snake__case__name, a ** b ** c', '2 * 3 * 4, snake__case__name, a ** b ** c'],
    ['It was _not_ the *last* one, *nor', 'It was not the last one, *nor'],
    ['**one** and **two**', 'one and two'],
    ['not **closed\nhere**', 'not **closed\nhere**'],
    ['', ''],
  ];
  for (const [markdown, plain] of cases) {
    it(JSON.stringify(markdown), () => assert.equal(plainNote(markdown), plain));
  }

  it('takes time in proportion to the text, whatever it is', () => {
    const unit = '**[`__';
    const cost = (length: number) => {
      const text = unit.repeat(length / unit.length);
      const start = process.cpuUsage();
      plainNote(text);
      return process.cpuUsage(start).user;
    };
    cost(6_000);
    console.log(`      ${cost(60_000)} µs for 60,000, ${cost(600_000)} µs for 600,000 characters`);
  });
});
