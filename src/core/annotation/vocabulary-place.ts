import { yamlPlaceAt, type LineAt } from '../yaml/yaml-place';
import type { TermList } from './vocabulary';

/** What is being written at a place of a vocabulary file. */
export type VocabularyPlace =
  | { readonly writes: 'top-level key' }
  | { readonly writes: 'term'; readonly list: TermList }
  | { readonly writes: 'field of a term' }
  | { readonly writes: 'color' };

/**
 * What is being written at a place, also while the file is being typed and is no YAML at the moment.
 *
 * @param lineAt the text of a line, from 0
 * @param before the line's text up to the cursor
 */
export function vocabularyPlaceAt(
  lineAt: LineAt,
  line: number,
  before: string,
): VocabularyPlace | undefined {
  const upTo: LineAt = (index) => (index === line ? before : lineAt(index));
  const place = yamlPlaceAt(upTo, line, before.length);
  if (!place) return undefined;
  const [list, term, field, ...deeper] = place.parents.map((key) => key?.text);
  if (place.writes === 'value') {
    return field === 'color' && deeper.length === 0 ? { writes: 'color' } : undefined;
  }
  if (list === undefined) return { writes: 'top-level key' };
  if (list !== 'types' && list !== 'tags') return undefined;
  if (term === undefined) return { writes: 'term', list };
  return field === undefined ? { writes: 'field of a term' } : undefined;
}
