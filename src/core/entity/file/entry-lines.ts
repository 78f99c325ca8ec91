import type { TextRange } from '../../text/text-range';
import { readYamlLine } from '../../yaml/yaml-line';

/** How the lines of an entity file stand, for edits of single ones. Offsets are UTF-16 over its canonical text. */

/** The line that holds an offset, without its line break. */
export function lineOf(text: string, offset: number): TextRange {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end === -1 ? text.length : end };
}

/** The blanks before the first field of an entry whose key begins at `key`; undefined in braces. */
export function fieldIndent(text: string, key: number): string | undefined {
  const own = lineOf(text, key);
  const margin = text.slice(own.start, key);
  if (margin.trim() !== '') return undefined;
  if (readYamlLine(text.slice(own.start, own.end)).content !== '') return undefined;
  for (let at = own.end + 1; at < text.length;) {
    const line = lineOf(text, at);
    const content = text.slice(line.start, line.end);
    const indent = content.length - content.trimStart().length;
    if (content.trim() !== '' && content[indent] !== '#') {
      if (indent > margin.length) return content.slice(0, indent);
      break;
    }
    at = line.end + 1;
  }
  return `${margin}  `;
}

/** The lines of a field with all that stands below it; undefined in braces. */
export function fieldLines(text: string, key: number): TextRange | undefined {
  const own = lineOf(text, key);
  const column = key - own.start;
  if (text.slice(own.start, key).trim() !== '') return undefined;
  let end = Math.min(own.end + 1, text.length);
  while (end < text.length) {
    const line = lineOf(text, end);
    const content = text.slice(line.start, line.end);
    const indent = content.length - content.trimStart().length;
    const isItem = indent === column && /^- /.test(content.slice(indent));
    if (content.trim() !== '' && indent <= column && !isItem) break;
    end = Math.min(line.end + 1, text.length);
  }
  return { start: own.start, end };
}

/**
 * What has to go for one item of a list to go: its line, or the item with one comma. Undefined where
 * the item is none, or something else stands on its line.
 */
export function itemRange(text: string, { start, end }: TextRange): TextRange | undefined {
  const line = lineOf(text, start);
  if (end > line.end) return undefined;
  const before = text.slice(line.start, start);
  const after = text.slice(end, line.end);
  if (/^ *- *$/.test(before) && /^ *(?:#.*)?$/.test(after)) {
    return { start: line.start, end: Math.min(line.end + 1, text.length) };
  }
  const comma = /^ *, */.exec(after);
  if (comma && /[[,] *$/.test(before)) return { start, end: end + comma[0].length };
  const previous = /,? *$/.exec(before)!;
  const isLast = /^ *\]/.test(after) && /[[,] *$/.test(before);
  return isLast ? { start: start - previous[0].length, end } : undefined;
}
