import assert from 'node:assert/strict';
import { loadGrammar, tokenizeTime } from './tokenize';

/** Runs that make rules with too many ways to match slow: marks, blanks, letters, openings without an end. */
const runs = [
  '>',
  '> ',
  ' ',
  '\t',
  '-',
  '- ',
  '_',
  '=',
  '*',
  '* ',
  '[',
  '[[',
  ']',
  '(',
  '((c',
  ')',
  '"',
  '“',
  '‘',
  '`',
  '«',
  'a',
  'A',
  'A ',
  'Aa ',
  'A.',
  "A'",
  'a@',
  'a.',
  '@',
  ':',
  ': ',
  'http://',
  'www.',
  '1',
  '1.',
  '1 ',
  '=?u?q?',
  '<',
  '©',
  'Photo ',
  'From ',
  'ABC, ',
  'wrote:',
  'é',
  '日',
  '\u00A0',
];

/** The words that open a kind of line, so that the run is tried inside that kind too. */
const openings = ['', 'Subject: ', 'From: ', 'X-A: ', '> ', 'ABC, ', 'Kyiv, ', '[Tag] ', '"', '--'];

describe('grammar: time', function () {
  this.timeout(120_000);

  it('grows no faster than the text, whatever runs it holds', async () => {
    const grammar = await loadGrammar();
    const slow: string[] = [];
    for (const opening of openings) {
      for (const run of runs) {
        const line = (length: number): string =>
          opening + run.repeat(Math.ceil(length / run.length)).slice(0, length);
        const time = (length: number): number =>
          Math.min(...[1, 2].map(() => tokenizeTime(grammar, [line(length)])));
        const short = time(5_000);
        const long = time(20_000);
        // Four times the text; a quadratic rule needs sixteen times as long.
        if (long > 40 && long > short * 9) slow.push(`${opening}${run}… ${short} ms → ${long} ms`);
      }
    }
    assert.deepEqual(slow, []);
  });

  it('takes ten thousand lines of each run', async () => {
    const grammar = await loadGrammar();
    const slow: string[] = [];
    for (const run of runs) {
      const lines = (count: number): string[] =>
        Array<string>(count).fill(run.repeat(20).slice(0, 40));
      tokenizeTime(grammar, lines(500));
      const short = tokenizeTime(grammar, lines(2_500));
      const long = tokenizeTime(grammar, lines(10_000));
      if (long > 200 && long > short * 9) slow.push(`${run}… ${short} ms → ${long} ms`);
    }
    assert.deepEqual(slow, []);
  });
});
