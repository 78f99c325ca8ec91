import type { TextRange } from '../text/text-range';
import { yamlPlaceAt, type LineAt } from '../yaml/yaml-place';

/** Fields of an annotation whose values come from lists. */
export const listedFields = ['kind', 'status', 'type', 'tags', 'entity', 'state'] as const;
export type ListedField = (typeof listedFields)[number];

/** A value of a sidecar's field, as somebody writes or reads it. */
export interface FieldValue {
  readonly field: ListedField;
  /** Without quotation marks; empty where none stands yet. */
  readonly value: string;
  /** The value within its line, UTF-16, with its quotation marks. */
  readonly range: TextRange;
}

/**
 * The value of an annotation's field at a place of a sidecar, also while the file is being typed and
 * is no YAML at the moment.
 *
 * @param lineAt the text of a line, from 0
 * @param character UTF-16 offset in the line
 */
export function fieldValueAt(
  lineAt: LineAt,
  line: number,
  character: number,
): FieldValue | undefined {
  const place = yamlPlaceAt(lineAt, line, character, 'annotations');
  if (place?.writes !== 'value') return undefined;
  const { parents, text: value, range } = place;
  const isItem = parents.at(-1) === undefined;
  const key = isItem ? parents.at(-2) : parents.at(-1);
  const field = listedFields.find((it) => it === key?.text);
  if (!field || isItem !== (field === 'tags')) return undefined;
  // Only the annotation's own: a map of attributes may use the same words.
  const above = parents.slice(0, isItem ? -2 : -1);
  return above.length === 0 || above.at(-1) === undefined ? { field, value, range } : undefined;
}
