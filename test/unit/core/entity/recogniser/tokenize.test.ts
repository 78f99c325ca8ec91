import assert from 'node:assert/strict';
import { sentenceStarts } from '../../../../../src/core/entity/recogniser/sentence-starts';
import { tokenize } from '../../../../../src/core/entity/recogniser/tokenize';

function words(text: string): string[] {
  const { count, starts, ends } = tokenize(text);
  return Array.from({ length: count }, (_, index) => text.slice(starts[index], ends[index]));
}

describe('tokenize', () => {
  const cases: [what: string, text: string, tokens: string[]][] = [
    [
      'initials and abbreviations keep their full stop',
      'J. K. of the U.S. Inc. left.',
      ['J.', 'K.', 'of', 'the', 'U.S.', 'Inc.', 'left', '.'],
    ],
    [
      'a hyphen joins names',
      'Jean-Claude and Ban Ki-moon',
      ['Jean-Claude', 'and', 'Ban', 'Ki-moon'],
    ],
    [
      'a hyphen compound stays outside',
      'U.S.-led, Oslo-based',
      ['U.S.', '-', 'led', ',', 'Oslo', '-', 'based'],
    ],
    ['a party stands before its state', '(R-Ohio)', ['(', 'R', '-', 'Ohio', ')']],
    [
      'an apostrophe joins a prefix, not a possessive',
      "O'Neill D’Arcy Anna's",
      ["O'Neill", 'D’Arcy', 'Anna', "'s"],
    ],
    ['numbers keep their point', '3.5 and 14th', ['3.5', 'and', '14th']],
  ];
  for (const [what, text, tokens] of cases) {
    it(what, () => assert.deepEqual(words(text), tokens));
  }

  it('knows where sentences begin', () => {
    const text = 'One said. "Two did," three. - Four\n\nFive (six) Mr. Seven\nEight';
    const tokens = tokenize(text);
    const starts = sentenceStarts(tokens);
    const found = words(text).filter((_, index) => starts[index]);
    assert.deepEqual(found, ['One', 'Two', 'Four', 'Five']);
  });
});
