import { isMap, isSeq, type YAMLMap } from 'yaml';
import type { Annotation } from './annotation';
import type { SidecarRecord } from './read-sidecar';
import {
  conflictKey,
  isEqual,
  isRecord,
  recordKeys,
  toRecordValue,
  type RecordValue,
} from './record-value';
import { readBlockRecords } from './read-records';
import { mergeKnown, spliceMapping } from './splice-mapping';
import { applyEdits } from './text-edit';
import { writeRecord } from './write-sidecar';
import { writeFlow } from './yaml-flow';
import { parseYaml } from './yaml-document';

/** How the items of a file's list are written. */
export type ListStyle =
  { readonly style: 'block'; readonly column: number } | { readonly style: 'flow' };

/** The text of a new item (LF), and the data that it must read back to. */
export interface RecordText {
  readonly text: string;
  readonly value: RecordValue;
}

export function newRecordText(value: RecordValue, list: ListStyle): RecordText {
  return {
    value,
    text: list.style === 'block' ? writeRecord(value, list.column) : writeFlow(value),
  };
}

/**
 * An item that comes (back) from another text, as it was written there, with its comments; written anew
 * where the list's style does not allow it.
 */
export function keptRecordText(kept: RecordText, list: ListStyle): RecordText {
  const text = list.style === 'block' ? indentedTo(list.column, kept.text) : kept.text;
  const moved = { ...kept, text };
  return readsBack(moved, list) ? moved : newRecordText(kept.value, list);
}

/** Whole lines (LF) that begin at a column, which their first line tells. */
function indentedTo(column: number, text: string): string {
  const lines = text.endsWith('\n') ? text : `${text}\n`;
  const old = /^ */.exec(lines)![0];
  if (old.length === column) return lines;
  return lines.replaceAll(new RegExp(`^${old}(?=.)`, 'gm'), ' '.repeat(column));
}

/**
 * The item's text with only its changed fields written anew; comments and unknown keys stay. An
 * annotation that names its `conflicts` has those and no others in `x-conflict`.
 *
 * @param oldText the record's range in the file, with LF
 * @throws RangeError when the layout cannot be edited in place
 */
export function changedRecordText(
  record: SidecarRecord,
  annotation: Annotation,
  oldText: string,
  list: ListStyle,
): RecordText {
  const old = isRecord(record.value) ? record.value : {};
  const wanted = toRecordValue(annotation);
  const value = mergeKnown(old, wanted, recordKeys);
  if (annotation.conflicts?.length) value[conflictKey] = annotation.conflicts;
  else if (annotation.conflicts) Reflect.deleteProperty(value, conflictKey);
  const written = list.style === 'block' && writeRecord(old, list.column) === oldText;
  if (written && isEqual(value, wanted)) return newRecordText(wanted, list);
  return { value, text: spliceRecord(oldText, old, value) };
}

/** Changes a record's data, known keys or not, in its own text. */
export function spliceRecord(oldText: string, old: RecordValue, value: RecordValue): string {
  const node = recordNode(oldText);
  if (!node) throw new RangeError('This YAML cannot be edited in place.');
  return applyEdits(oldText, spliceMapping(oldText, node, old, value));
}

function recordNode(text: string): YAMLMap | undefined {
  const { contents } = parseYaml(text, 0).document;
  const node: unknown = isSeq(contents) ? contents.items[0] : contents;
  return isMap(node) ? node : undefined;
}

/** Whether the text of an item reads back to exactly that data, and as one item. */
export function readsBack({ text, value }: RecordText, list: ListStyle): boolean {
  if (list.style === 'flow') return isEqual(parseYaml(text, 0).value, value);
  const key = { start: 0, end: 0 };
  const body = { start: 0, end: text.length };
  const read = readBlockRecords(text, { key, column: list.column, body });
  const record = read?.records[0];
  return read?.records.length === 1 && isEqual(record?.value, value);
}
