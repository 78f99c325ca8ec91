import type { TextRange } from '../text/text-range';
import { flowPlaceAt } from './flow-place';
import { readYamlLine, withoutQuotes, type YamlKey, type YamlLine } from './yaml-line';

/** What stands above a place: a key, or `undefined` for an item of a list. */
export type YamlParent = YamlKey | undefined;

/** What is written at a place of a YAML file, or could be. */
export interface YamlPlace {
  /**
   * Outermost first. Of a value the last one is its own key, or `undefined` where it is an item of a
   * list.
   */
  readonly parents: readonly YamlParent[];
  /** An item of a list is a value, also where it may become a map's first key. */
  readonly writes: 'key' | 'value';
  /** Without quotation marks; empty where nothing stands yet. */
  readonly text: string;
  /** Within its line, UTF-16, with quotation marks. */
  readonly range: TextRange;
  /** Whether it stands within brackets or braces. */
  readonly inFlow: boolean;
}

export type LineAt = (line: number) => string;

/** How many lines above are looked at: an answer must not cost the whole of a large file. */
const mostLines = 20_000;

/**
 * Where in a YAML file a place is. Works on lines, so that it answers while the file is being typed
 * and is no YAML at the moment. Undefined in comments, between a key and its value, and in texts of
 * several lines. Brackets and braces are followed on their own line only.
 *
 * @param lineAt the text of a line, from 0
 * @param character UTF-16 offset in the line
 * @param distantRoot the top-level key that is taken for granted where it stands too far above
 */
export function yamlPlaceAt(
  lineAt: LineAt,
  line: number,
  character: number,
  distantRoot?: string,
): YamlPlace | undefined {
  const text = lineAt(line);
  if (text.trim() === '') {
    const range = { start: character, end: character };
    const parents = parentsOf(lineAt, line, { column: character, isItem: false }, distantRoot);
    return parents && { parents, writes: 'key', text: '', range, inFlow: false };
  }
  const own = readYamlLine(text);
  if (character > own.end) return undefined;
  const column = own.key?.range.start ?? own.contentStart;
  const [firstDash] = own.dashes;
  const first = { column: firstDash ?? column, isItem: firstDash !== undefined };
  if (character < (firstDash === undefined ? column : own.dashes.at(-1)! + 1)) return undefined;
  const above = parentsOf(lineAt, line, first, distantRoot);
  if (!above) return undefined;
  const items = own.dashes.map(() => undefined);
  return placeIn(text, own, line, character, [...above, ...items]);
}

function placeIn(
  text: string,
  { key, dashes, contentStart, content, end }: YamlLine,
  line: number,
  character: number,
  above: readonly YamlParent[],
): YamlPlace | undefined {
  if (key && character <= key.range.end) {
    return { parents: above, writes: 'key', text: key.text, range: key.range, inFlow: false };
  }
  // Between the colon and the first blank nothing is written.
  if (key && character <= contentStart) return undefined;
  const parents = key ? [...above, { ...key, line }] : above;
  if (content.startsWith('[') || content.startsWith('{')) {
    const start = text.indexOf(content[0]!, contentStart);
    return character > start ? flowPlaceAt(text, line, start, character, parents) : undefined;
  }
  const isItem = dashes.length > 0;
  const writes = key || isItem ? 'value' : 'key';
  const start = content === '' ? end : text.indexOf(content, contentStart);
  const range = { start, end: start + content.length };
  return { parents, writes, text: withoutQuotes(content), range, inFlow: false };
}

/** What a line stands under; undefined when it is part of a text that begins above. */
function parentsOf(
  lineAt: LineAt,
  line: number,
  first: { readonly column: number; readonly isItem: boolean },
  distantRoot: string | undefined,
): YamlParent[] | undefined {
  const parents: YamlParent[] = [];
  let { column, isItem } = first;
  const last = Math.max(0, line - mostLines);
  let above = line - 1;
  for (; above >= last && (column > 0 || isItem); above--) {
    const text = lineAt(above);
    let indent = 0;
    while (text[indent] === ' ') indent++;
    // A list may stand as far left as its key.
    if (indent > column || (indent === column && !isItem)) continue;
    if (indent === text.length || text[indent] === '#') continue;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(text)) break;
    const { key, dashes, content } = readYamlLine(text);
    if (!key && dashes.length === 0) return undefined;
    if (key && (key.range.start < column || (isItem && key.range.start === column))) {
      if (!isContainer(content)) return undefined;
      parents.unshift({ ...key, line: above });
      column = key.range.start;
      isItem = false;
    } else if (!key && content !== '' && dashes.at(-1)! < column) {
      return undefined;
    }
    for (const dash of dashes.toReversed()) {
      if (dash >= column) continue;
      parents.unshift(undefined);
      column = dash;
      isItem = true;
    }
  }
  const isDistant = above >= 0 && (column > 0 || isItem) && above < last;
  if (isDistant && distantRoot !== undefined) {
    parents.unshift({ text: distantRoot, line: 0, range: { start: 0, end: 0 } });
  }
  return parents;
}

/** Whether lines below a key with this content are its map or list: nothing, an anchor, a tag. */
function isContainer(content: string): boolean {
  return content === '' || /^[&!]\S*$/.test(content);
}
