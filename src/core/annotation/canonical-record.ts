import { recordKeys, selectorKeys, type RecordValue } from './record-value';
import { readCanonicalString } from './yaml-scalar';
import { readFlowList, readFlowMap } from './yaml-flow';

/**
 * A reader for records in the form that `write-sidecar.ts` writes, many times faster than a YAML
 * reader. It never guesses: whatever differs from that form makes it give up, and YAML decides.
 */

const recordOrder = new Map<string, number>(recordKeys.map((key, index) => [key, index]));
const selectorOrder = new Map<string, number>(selectorKeys.map((key, index) => [key, index]));
const wholeNumber = /^(?:0|[1-9]\d{0,14})$/;
const decimalNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const attributeName = /^[A-Za-z_][\w-]*$/;
const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

/** Where the reader is: it goes through `text` line by line. */
interface Cursor {
  readonly text: string;
  /** Start of the present line. */
  position: number;
}

export interface CanonicalRecord {
  readonly value: RecordValue;
  /** After the record's last line break. */
  readonly end: number;
}

/**
 * Reads the record whose line `  - id: …` begins at `start` (UTF-16).
 *
 * @returns `undefined` when the record is not written canonically.
 */
export function readCanonicalRecord(text: string, start: number): CanonicalRecord | undefined {
  if (!text.startsWith('  - id: ', start)) return undefined;
  const cursor: Cursor = { text, position: start };
  const value = readMap(cursor, 4, recordOrder, readRecordField, true);
  return value && value['id'] !== undefined ? { value, end: cursor.position } : undefined;
}

type ReadField = (cursor: Cursor, key: string, token: string) => unknown;

/** Reads lines `key: value` at `column` in the order of `order`; the first may stand behind `- `. */
function readMap(
  cursor: Cursor,
  column: number,
  order: ReadonlyMap<string, number>,
  readField: ReadField,
  dashed = false,
): RecordValue | undefined {
  const { text } = cursor;
  const value: RecordValue = {};
  let last = -1;
  let first = dashed;
  while (first || indentation(text, cursor.position) === column) {
    first = false;
    const keyStart = cursor.position + column;
    const colon = text.indexOf(':', keyStart);
    const key = text.slice(keyStart, colon);
    const index = order.get(key) ?? -1;
    if (colon === -1 || index <= last) return undefined;
    last = index;
    const token = takeToken(cursor, colon + 1);
    if (token === undefined) return undefined;
    const field = readField(cursor, key, token);
    if (field === undefined) return undefined;
    value[key] = field;
  }
  return last === -1 ? undefined : value;
}

/** The rest of the line after `key:` without its blank; moves to the next line. */
function takeToken(cursor: Cursor, from: number): string | undefined {
  const { text } = cursor;
  const lineEnd = text.indexOf('\n', from);
  if (lineEnd === -1) return undefined;
  cursor.position = lineEnd + 1;
  const end = text.charCodeAt(lineEnd - 1) === 0x0d ? lineEnd - 1 : lineEnd;
  if (end <= from) return '';
  return text.charCodeAt(from) === 0x20 ? text.slice(from + 1, end) : undefined;
}

function indentation(text: string, lineStart: number): number {
  let at = lineStart;
  while (text.charCodeAt(at) === 0x20) at++;
  return at - lineStart;
}

function readRecordField(cursor: Cursor, key: string, token: string): unknown {
  switch (key) {
    case 'target':
      return token === '' ? readTarget(cursor) : undefined;
    case 'note':
      return token === '|' || token === '|-'
        ? readLiteral(cursor, token)
        : readCanonicalString(token, 'block');
    case 'tags':
      return readFlowList(token);
    case 'attributes':
      return token === '' ? readAttributes(cursor) : undefined;
    case 'replies':
      return token === '' ? readReplies(cursor) : undefined;
    case 'confidence':
      return decimalNumber.test(token) ? Number(token) : undefined;
    default:
      return readCanonicalString(token, 'block');
  }
}

function readTarget(cursor: Cursor): unknown {
  const { text } = cursor;
  if (!text.startsWith('      - quote:', cursor.position))
    return readMap(cursor, 6, selectorOrder, readSelectorField);
  const selectors: RecordValue[] = [];
  while (text.startsWith('      - quote:', cursor.position)) {
    const selector = readMap(cursor, 8, selectorOrder, readSelectorField, true);
    if (!selector) return undefined;
    selectors.push(selector);
  }
  return selectors;
}

function readSelectorField(_cursor: Cursor, key: string, token: string): unknown {
  if (key === 'start' || key === 'end') return wholeNumber.test(token) ? Number(token) : undefined;
  return readCanonicalString(token, 'block');
}

function readAttributes(cursor: Cursor): RecordValue | undefined {
  const { text } = cursor;
  const value: RecordValue = {};
  while (indentation(text, cursor.position) === 6) {
    const colon = text.indexOf(':', cursor.position);
    const name = text.slice(cursor.position + 6, colon);
    if (colon === -1 || !attributeName.test(name) || Object.hasOwn(value, name)) return undefined;
    if (readCanonicalString(name, 'block') === undefined || name === '__proto__') return undefined;
    const token = takeToken(cursor, colon + 1);
    if (token === undefined) return undefined;
    const field = readScalar(token);
    if (field === undefined) return undefined;
    value[name] = field;
  }
  return Object.keys(value).length > 0 ? value : undefined;
}

function readScalar(token: string): unknown {
  if (Object.hasOwn(words, token)) return words[token];
  return decimalNumber.test(token) ? Number(token) : readCanonicalString(token, 'block');
}

function readReplies(cursor: Cursor): RecordValue[] | undefined {
  const { text } = cursor;
  const replies: RecordValue[] = [];
  while (text.startsWith('      - ', cursor.position)) {
    const token = takeToken(cursor, cursor.position + 7);
    const reply = token === undefined ? undefined : readFlowMap(token);
    if (!reply) return undefined;
    replies.push(reply);
  }
  return replies.length > 0 ? replies : undefined;
}

/** A literal block scalar at column 6; empty lines inside belong to it, those after it do not. */
function readLiteral(cursor: Cursor, header: '|' | '|-'): string | undefined {
  const { text } = cursor;
  const lines: string[] = [];
  for (;;) {
    const lineEnd = text.indexOf('\n', cursor.position);
    if (lineEnd === -1) break;
    const end = text.charCodeAt(lineEnd - 1) === 0x0d ? lineEnd - 1 : lineEnd;
    const indent = indentation(text, cursor.position);
    // An empty line at the end would be kept or dropped by the header's rule: left to YAML.
    if (end <= cursor.position) lines.push('');
    else if (indent < 6) break;
    else if (cursor.position + indent >= end) return undefined;
    else lines.push(text.slice(cursor.position + 6, end));
    cursor.position = lineEnd + 1;
  }
  if (lines.length === 0 || lines[0] === '' || lines.at(-1) === '') return undefined;
  const literal = lines.join('\n');
  if (/^[ \t]/.test(literal) || literal.includes('\r')) return undefined;
  return header === '|' ? `${literal}\n` : literal;
}
