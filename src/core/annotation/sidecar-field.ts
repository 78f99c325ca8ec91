import type { TextRange } from '../text/text-range';

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

const fieldLine = /^(\s*(?:- )?)(\w+):( *)/;
/** How far up a block list's key is looked for. */
const mostItems = 200;

/**
 * The value of a field at a place of a sidecar. Works on lines, so that it answers while the file is
 * being typed and is no YAML at the moment.
 *
 * @param lineAt the text of a line, from 0
 * @param character UTF-16 offset in the line
 */
export function fieldValueAt(
  lineAt: (line: number) => string,
  line: number,
  character: number,
): FieldValue | undefined {
  const text = lineAt(line);
  const item = /^(\s*)- (?!\w+:(?:\s|$))/.exec(text);
  if (item) return listItemAt(lineAt, line, item[1]!.length, character, item[0].length);
  const match = fieldLine.exec(text);
  const field = listedFields.find((it) => it === match?.[2]);
  if (!match || !field || character < match[0].length - match[3]!.length + 1) return undefined;
  const start = match[0].length;
  if (field !== 'tags') return valueOf(text, field, start, contentEnd(text, start));
  if (text[start] !== '[') return undefined;
  return flowItemAt(text, start + 1, character);
}

function listItemAt(
  lineAt: (line: number) => string,
  line: number,
  indent: number,
  character: number,
  start: number,
): FieldValue | undefined {
  if (character < start) return undefined;
  for (let above = line - 1; above >= Math.max(0, line - mostItems); above--) {
    const text = lineAt(above);
    const match = fieldLine.exec(text);
    if (match) {
      const isKey = match[2] === 'tags' && match[1]!.length <= indent;
      const own = lineAt(line);
      return isKey ? valueOf(own, 'tags', start, contentEnd(own, start)) : undefined;
    }
    if (!/^\s*(?:-.*)?$/.test(text)) return undefined;
  }
  return undefined;
}

function flowItemAt(text: string, from: number, character: number): FieldValue | undefined {
  const close = text.indexOf(']', from);
  const end = close < 0 ? text.length : close;
  if (character < from || character > end) return undefined;
  const start = Math.max(from, text.lastIndexOf(',', character - 1) + 1);
  const comma = text.indexOf(',', character);
  return valueOf(text, 'tags', start, comma < 0 || comma > end ? end : comma);
}

/** A comment is no part of the value. */
function contentEnd(text: string, start: number): number {
  const comment = text.indexOf(' #', start);
  return comment < 0 ? text.length : comment;
}

function valueOf(text: string, field: ListedField, from: number, to: number): FieldValue {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  const start = trimmed === '' ? to : from + raw.length - raw.trimStart().length;
  const value = /^(["'])(.*)\1$/.exec(trimmed)?.[2] ?? trimmed;
  return { field, value, range: { start, end: start + trimmed.length } };
}
