import type { TokenTable } from './token-table';

/** Whether a sentence or a paragraph ends with a token. */
export function endsSentence(text: string, tokens: TokenTable, token: number): boolean {
  const next = tokens.starts[token + 1] ?? text.length;
  return /[.!?\u3002]|\n\s*\n/.test(text.slice(tokens.ends[token]! - 1, next));
}

/** Whether a token is the first of a line or a sentence. */
export function opensLineOrSentence(text: string, tokens: TokenTable, token: number): boolean {
  if (token === 0) return true;
  const end = tokens.ends[token - 1]!;
  return /[.!?\n]/.test(text.slice(end - 1, tokens.starts[token]));
}
