import type { TermList } from './vocabulary';

/** What is being written at a place of a vocabulary file. */
export type VocabularyPlace =
  | { readonly writes: 'top-level key' }
  | { readonly writes: 'term'; readonly list: TermList }
  | { readonly writes: 'field of a term' }
  | { readonly writes: 'color' };

/**
 * What is being written at the end of `before`. Works on lines, so that it answers while the file is
 * no YAML at the moment.
 *
 * @param lineAt the text of a line, from 0
 * @param before the line's text up to the cursor
 */
export function vocabularyPlaceAt(
  lineAt: (line: number) => string,
  line: number,
  before: string,
): VocabularyPlace | undefined {
  if (/(?:^\s+|[{,]\s*)color:\s*\S*$/.test(before)) return { writes: 'color' };
  if (/\{[^}]*$/.test(before)) {
    return /(?:[{,])\s*\w*$/.test(before) ? { writes: 'field of a term' } : undefined;
  }
  if (/[#:]/.test(before)) return undefined;
  const indent = before.length - before.trimStart().length;
  if (indent === 0) return { writes: 'top-level key' };
  let termIndent: number | undefined;
  for (let above = line - 1; above >= 0; above--) {
    const text = lineAt(above);
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    const depth = text.length - text.trimStart().length;
    if (depth > 0) {
      termIndent = Math.min(termIndent ?? depth, depth);
      continue;
    }
    const list = /^(types|tags):/.exec(text)?.[1] as TermList | undefined;
    if (!list) return undefined;
    const isTerm = termIndent === undefined || indent <= termIndent;
    return isTerm ? { writes: 'term', list } : { writes: 'field of a term' };
  }
  return undefined;
}
