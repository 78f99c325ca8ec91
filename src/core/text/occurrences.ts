import type { TextRange } from './text-range';

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;

/**
 * Every place where `quote` stands in `text` and does not cut a word, in order; a run of white space
 * in the quote matches any run, so that a name is found across a line break. UTF-16 offsets.
 */
export function findWholeWordOccurrences(text: string, quote: string): TextRange[] {
  const words = quote.trim().split(/\s+/);
  const pattern = new RegExp(words.map(escape).join('\\s{1,8}'), 'gu');
  const found: TextRange[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const cutsStart = isWord(text, start) && isWord(text, start - 1);
    const cutsEnd = isWord(text, end - 1) && isWord(text, end);
    if (!cutsStart && !cutsEnd) found.push({ start, end });
  }
  return found;
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Whether the character at a UTF-16 offset, or the one that its unit belongs to, is part of a word. */
function isWord(text: string, offset: number): boolean {
  if (offset < 0 || offset >= text.length) return false;
  const low = /[\udc00-\udfff]/.test(text[offset]!);
  return wordCharacter.test(String.fromCodePoint(text.codePointAt(low ? offset - 1 : offset)!));
}
