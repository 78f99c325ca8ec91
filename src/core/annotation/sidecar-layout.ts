import type { TextRange } from '../text/text-range';

/**
 * Finds the records of a sidecar by its lines, without a YAML reader: one record that cannot be
 * parsed then does not hide the others, and an edit needs to look at its own record only.
 *
 * It relies on one rule of YAML block style: inside the value of `annotations:` everything that
 * belongs to an item is indented deeper than the item's dash, except comments and empty lines.
 */

/** The block sequence under `annotations:`. All offsets are UTF-16 over the file's text. */
export interface AnnotationsSection {
  /** The line `annotations:`, with its line break. */
  readonly key: TextRange;
  /** Column of the items' dashes. */
  readonly column: number;
  /** From behind the key's line to the next top-level key or the end of the file. */
  readonly body: TextRange;
}

export type LineRole = 'blank' | 'comment' | 'item' | 'content' | 'top';

const annotationsLine = /^annotations:[ \t]*(?:#[^\r\n]*)?\r?$/;

/** Comments and blank lines, then the marker that some formatters put first. */
const documentStart = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*---[ \t]*\r?\n/;

/** Start of the line after the one that holds `offset`. */
export function nextLine(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}

/** What the line at `start` is to a block sequence whose dashes stand at `column`. */
export function lineRole(text: string, start: number, column: number): LineRole {
  let at = start;
  while (text.charCodeAt(at) === 0x20) at++;
  const unit = text[at];
  if (unit === undefined || unit === '\n' || unit === '\r') return 'blank';
  const indent = at - start;
  if (indent > column) return 'content';
  if (unit === '#') return 'comment';
  if (indent === column && unit === '-' && isBreakOrBlank(text[at + 1])) return 'item';
  return 'top';
}

function isBreakOrBlank(unit: string | undefined): boolean {
  return unit === undefined || unit === ' ' || unit === '\n' || unit === '\r';
}

/**
 * Finds `annotations:` at the top level of a file in block style.
 *
 * @returns `undefined` when the file has another layout (flow style, nested, a list on the key's
 *   line, no annotations): a YAML reader must look at the whole file.
 */
export function findAnnotations(text: string): AnnotationsSection | undefined {
  let line = documentStart.exec(text)?.[0].length ?? 0;
  while (line < text.length) {
    const next = nextLine(text, line);
    const role = lineRole(text, line, -1);
    if (role === 'content' && text.startsWith('annotations:', line)) {
      if (!annotationsLine.test(text.slice(line, next).replace(/\n$/, ''))) return undefined;
      return readSection(text, { start: line, end: next });
    }
    // A document that begins with a flow collection, a list or a directive has another layout.
    if (/^[[{\]}%\-"'&*!|>?@`]/.test(text[line] ?? '')) return undefined;
    line = next;
  }
  return undefined;
}

function readSection(text: string, key: TextRange): AnnotationsSection | undefined {
  let line = key.end;
  while (line < text.length && /^[ \t]*(?:#|\r?$)/.test(lineAt(text, line)))
    line = nextLine(text, line);
  const dash = /^( *)-(?: |\r?$)/.exec(lineAt(text, line));
  if (!dash) return undefined;
  return { key, column: dash[1]!.length, body: { start: key.end, end: text.length } };
}

function lineAt(text: string, start: number): string {
  return text.slice(start, nextLine(text, start)).replace(/\n$/, '');
}

/** The end of the item that begins at `start`: after its last line that is neither blank nor an outer comment. */
export function itemEnd(text: string, start: number, column: number): number {
  let end = nextLine(text, start);
  for (let line = end; line < text.length;) {
    const role = lineRole(text, line, column);
    if (role === 'item' || role === 'top') break;
    line = nextLine(text, line);
    if (role === 'content') end = line;
  }
  return end;
}
