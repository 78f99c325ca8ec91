import type { TextRange } from '../../text/text-range';
import { readYamlLine, type YamlKey } from '../../yaml/yaml-line';
import { yamlPlaceAt, type LineAt } from '../../yaml/yaml-place';
import type { KeyOwner } from './entity-fields';

/** What is written at a place of an entity file, or could be. */
export type EntityPlace = {
  /** Without quotation marks; empty where nothing stands yet. */
  readonly text: string;
  /** Within its line, UTF-16, with quotation marks. */
  readonly range: TextRange;
  /** The entity's key, within an entity's entry. */
  readonly entity?: YamlKey;
  /** Whether it stands within brackets or braces. */
  readonly inFlow: boolean;
} & (
  | { readonly writes: 'id' }
  | { readonly writes: 'key'; readonly owner: KeyOwner }
  | { readonly writes: 'value'; readonly owner: KeyOwner; readonly field: string }
  | { readonly writes: 'ignored name' }
);

/**
 * What is written at a place of an entity file, also while it is being typed and is no YAML at the
 * moment; undefined where the format has nothing to say.
 *
 * @param lineAt the text of a line, from 0
 * @param character UTF-16 offset in the line
 */
export function entityPlaceAt(
  lineAt: LineAt,
  line: number,
  character: number,
): EntityPlace | undefined {
  const place = yamlPlaceAt(lineAt, line, character, 'entities');
  if (!place) return undefined;
  const { text, range, inFlow, writes, parents } = place;
  const [root, second, ...deeper] = parents;
  const names = deeper.map((key) => key?.text);
  const at = { text, range, inFlow };
  const own = { line, text, range };
  if (!root) return writes === 'key' ? { ...at, writes, owner: 'file' } : undefined;
  if (root.text === 'entities') {
    if (parents.length === 1)
      return writes === 'key' ? { ...at, writes: 'id', entity: own } : undefined;
    if (!second) return undefined;
    const within = withinEntity(writes, names);
    return within && { ...at, ...within, entity: second };
  }
  if (root.text === 'x-ignore') {
    if (parents.length < 2 || second) return undefined;
    const [field] = names;
    if (writes === 'key') return { ...at, writes, owner: 'ignored' };
    return field === undefined
      ? { ...at, writes: 'ignored name' }
      : { ...at, writes, owner: 'ignored', field };
  }
  const isOwnValue = writes === 'value' && parents.length === 1;
  return isOwnValue ? { ...at, writes, owner: 'file', field: root.text } : undefined;
}

function withinEntity(writes: 'key' | 'value', [field, ...deeper]: (string | undefined)[]) {
  if (field === undefined)
    return writes === 'key' ? { writes, owner: 'entity' as const } : undefined;
  const [inner, ...more] = deeper;
  if (more.length > 0) return undefined;
  if (field === 'match') {
    if (writes === 'key')
      return inner === undefined ? { writes, owner: 'match' as const } : undefined;
    return inner === undefined ? undefined : { writes, owner: 'match' as const, field: inner };
  }
  if (writes === 'key' || inner !== undefined) return undefined;
  return { writes, owner: 'entity' as const, field };
}

/** Entries of sensible length are read whole. */
const mostEntryLines = 2000;

/**
 * The fields that an entity's entry has, with their values where they stand on the key's line; of an
 * entry on one line, in braces, only that they are there.
 */
export function fieldsOf(
  lineAt: LineAt,
  lineCount: number,
  { line, range }: YamlKey,
): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const own = readYamlLine(lineAt(line));
  if (own.content.startsWith('{')) {
    for (const [, field] of own.content.matchAll(/([\w-]+)["']?:(?=\s)/g)) fields.set(field!, '');
    return fields;
  }
  let column: number | undefined;
  const end = Math.min(lineCount, line + mostEntryLines);
  for (let below = line + 1; below < end; below++) {
    const text = lineAt(below);
    const indent = text.length - text.trimStart().length;
    if (indent === text.length || text[indent] === '#') continue;
    if (indent <= range.start) break;
    column ??= indent;
    const { key, dashes, content } = readYamlLine(text);
    if (key && dashes.length === 0 && indent === column) fields.set(key.text, content);
  }
  return fields;
}
