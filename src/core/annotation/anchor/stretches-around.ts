import { endsSentence } from './sentence-edges';
import type { TokenisedText, TokenTable } from './token-table';

/** Tokens of a text: the first, and the one behind the last. */
export interface TokenStretch {
  readonly first: number;
  readonly end: number;
}

/** So many tokens of a paragraph are looked at on either side of a passage. */
const paragraphTokens = 200;
const lineFeed = 0x0a;

/** The paragraph, between blank lines, that a passage stands in. */
export function paragraphAround(
  { codes, tokens }: TokenisedText,
  { first, end }: TokenStretch,
): TokenStretch {
  const isBreak = (token: number): boolean => {
    let lines = 0;
    for (let unit = tokens.ends[token - 1]!; unit < tokens.starts[token]!; unit++)
      if (codes[unit] === lineFeed) lines++;
    return lines > 1;
  };
  let [from, to] = [first, end];
  while (from > 0 && first - from < paragraphTokens && !isBreak(from)) from--;
  while (to < tokens.starts.length && to - end < paragraphTokens && !isBreak(to)) to++;
  return { first: from, end: to };
}

/** The sentences that a passage stands in. */
export function sentencesAround(
  text: string,
  tokens: TokenTable,
  { first, end }: TokenStretch,
): TokenStretch {
  let [from, to] = [first, end];
  while (from > 0 && !endsSentence(text, tokens, from - 1)) from--;
  while (to < tokens.starts.length && !endsSentence(text, tokens, to - 1)) to++;
  return { first: from, end: to };
}
