import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import {
  isEqual,
  isRecord,
  recordKeys,
  replyKeys,
  selectorKeys,
  type RecordValue,
} from './record-value';
import { nextLine } from './sidecar-layout';
import type { TextEdit } from './text-edit';
import { writeEntry, writeFlowItem, writeItem } from './write-sidecar';
import { writeFlow } from './yaml-flow';

/**
 * Changes fields of a mapping in YAML of any layout and leaves every other byte as it is: comments,
 * unknown keys, quotes and indentation of what is not changed.
 */

/** Keys that are ours, in canonical order; every other key is left alone. */
const order: readonly string[] = [
  'format',
  'source',
  'annotations',
  ...recordKeys,
  ...selectorKeys,
  ...replyKeys,
];

/**
 * The value that a mapping has after its known keys are changed to those of `wanted`: known keys that
 * `wanted` lacks go, unknown keys stay.
 */
export function mergeKnown(
  old: RecordValue,
  wanted: RecordValue,
  known: readonly string[],
): RecordValue {
  const merged: RecordValue = {};
  for (const [key, field] of Object.entries(old))
    if (!known.includes(key)) merged[key] = field;
    else if (wanted[key] === undefined && isSilent(key, field)) merged[key] = field;
  for (const key of Object.keys(wanted)) merged[key] = mergeField(key, old[key], wanted[key]);
  return merged;
}

function mergeField(key: string, old: unknown, wanted: unknown): unknown {
  const known = innerKeys(key);
  if (!known) return wanted;
  if (isRecord(wanted)) {
    if (isRecord(old)) return mergeKnown(old, wanted, known);
    if (!Array.isArray(old)) return wanted;
    const only = mergeField(key, old[0], wanted);
    return old.length === 1 ? [only] : only;
  }
  if (!Array.isArray(wanted)) return wanted;
  const items: unknown[] = Array.isArray(old) ? old : [old];
  return wanted.map((item, index) => mergeField(key, items[index], item));
}

/** Keys of the mappings below `target` and `replies`; all keys of `attributes` are the user's. */
function innerKeys(key: string): readonly string[] | undefined {
  if (key === 'target') return selectorKeys;
  return key === 'replies' ? replyKeys : undefined;
}

/** Written by hand and saying nothing: no reason to remove it. */
function isSilent(key: string, field: unknown): boolean {
  return (Array.isArray(field) && field.length === 0) || (key === 'state' && field === 'exact');
}

/**
 * Edits that turn the mapping `node`, whose data is `old`, into `wanted` (from `mergeKnown`).
 *
 * @param text the YAML that `node` was parsed from; edits are offsets over it
 */
export function spliceMapping(
  text: string,
  node: YAMLMap,
  old: RecordValue,
  wanted: RecordValue,
): TextEdit[] {
  const { edits, done } = removeLeading(text, node, wanted);
  for (const key of new Set([...Object.keys(old), ...Object.keys(wanted)])) {
    if (isEqual(old[key], wanted[key]) || done.has(key)) continue;
    const pair = node.items.find((item) => keyName(item) === key);
    if (!pair) edits.push(insertPair(text, node, key, wanted[key]));
    else if (wanted[key] === undefined) edits.push(removePair(text, node, pair));
    else edits.push(...changePair(text, node, pair, old[key], wanted[key]));
  }
  return edits;
}

/** The first key may stand behind a dash or a bracket: the next key that stays takes its place. */
function removeLeading(
  text: string,
  node: YAMLMap,
  wanted: RecordValue,
): { edits: TextEdit[]; done: ReadonlySet<string> } {
  const kept = node.items.findIndex((item) => wanted[keyName(item) ?? ''] !== undefined);
  if (kept <= 0) return { edits: [], done: new Set() };
  const [start] = rangeOf(node.items[0]!.key);
  const ownLine = text.slice(lineStart(text, start), start).trim() === '';
  if (ownLine && !node.flow) return { edits: [], done: new Set() };
  const done = new Set(node.items.slice(0, kept).map((item) => keyName(item) ?? ''));
  return { edits: [edit(start, rangeOf(node.items[kept]!.key)[0], '')], done };
}

function changePair(
  text: string,
  node: YAMLMap,
  pair: Pair,
  old: unknown,
  wanted: unknown,
): TextEdit[] {
  const { value } = pair;
  if (isMap(value) && isRecord(old) && isRecord(wanted) && shareKey(old, wanted))
    return spliceMapping(text, value, old, wanted);
  if (isSeq(value) && isListOfMaps(old) && isListOfMaps(wanted) && !value.flow)
    return spliceSequence(text, value, keyName(pair) ?? '', old, wanted);
  const [start] = rangeOf(pair.key);
  const end = endOf(pair);
  if (node.flow) return [edit(start, end, `${writeFlow(keyName(pair))}: ${writeFlow(wanted)}`)];
  const lineEnd = nextLine(text, Math.max(end - 1, start));
  const rest = text.slice(end, lineEnd).trim();
  if (rest !== '') return [edit(start, end, `${writeFlow(keyName(pair))}: ${writeFlow(wanted)}`)];
  const column = columnOf(text, start);
  return [edit(start, lineEnd, writeEntry(keyName(pair) ?? '', wanted, column).slice(column))];
}

function spliceSequence(
  text: string,
  node: YAMLSeq,
  key: string,
  old: readonly RecordValue[],
  wanted: readonly RecordValue[],
): TextEdit[] {
  const edits: TextEdit[] = [];
  const lines = (index: number): [number, number] => {
    const [start] = rangeOf(node.items[index]);
    return [lineStart(text, start), nextLine(text, Math.max(endOf(node.items[index]) - 1, start))];
  };
  for (let index = 0; index < old.length; index++) {
    const item = node.items[index];
    const next = wanted[index];
    if (next === undefined) edits.push(edit(...lines(index), ''));
    else if (isMap(item)) edits.push(...spliceMapping(text, item, old[index]!, next));
  }
  const dash = /^ */.exec(text.slice(lines(0)[0]))![0].length;
  const write = key === 'replies' ? writeFlowItem : writeItem;
  const added = wanted.slice(old.length).map((item) => write(item, dash));
  if (added.length > 0) edits.push(insertAt(text, lines(old.length - 1)[1], added.join('')));
  return edits;
}

function insertPair(text: string, node: YAMLMap, key: string, value: unknown): TextEdit {
  const rank = order.indexOf(key);
  const before = node.items.filter((item) => {
    const itemRank = order.indexOf(keyName(item) ?? '');
    return itemRank !== -1 && (rank === -1 || itemRank < rank);
  });
  const previous = before.at(-1) ?? node.items.at(-1);
  if (!previous) return edit(...rangeOf(node), `{ ${writeFlow(key)}: ${writeFlow(value)} }`);
  const end = endOf(previous);
  if (node.flow) return edit(end, end, `, ${writeFlow(key)}: ${writeFlow(value)}`);
  const [start] = rangeOf(previous.key);
  const column = columnOf(text, start);
  return insertAt(text, nextLine(text, Math.max(end - 1, start)), writeEntry(key, value, column));
}

/** Inserts whole lines at a line's start, or behind a last line without line break. */
function insertAt(text: string, offset: number, lines: string): TextEdit {
  const open = offset > 0 && text[offset - 1] !== '\n';
  return edit(offset, offset, open ? `\n${lines}` : lines);
}

function removePair(text: string, node: YAMLMap, pair: Pair): TextEdit {
  const index = node.items.indexOf(pair as never);
  const [start] = rangeOf(pair.key);
  if (node.flow) {
    const previous = node.items[index - 1];
    return edit(previous ? endOf(previous) : start, endOf(pair), '');
  }
  return edit(lineStart(text, start), nextLine(text, Math.max(endOf(pair) - 1, start)), '');
}

function edit(start: number, end: number, newText: string): TextEdit {
  return { range: { start, end }, newText };
}

function keyName(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

function rangeOf(node: unknown): [number, number] {
  if (isNode(node) && node.range) return [node.range[0], node.range[1]];
  throw new RangeError('This YAML cannot be edited in place.');
}

/** Behind the last character of a pair's or a node's value, without comments that follow. */
function endOf(node: unknown): number {
  if (isNode(node)) {
    if (!isCollection(node) || node.flow || node.items.length === 0) return rangeOf(node)[1];
    return endOf(node.items.at(-1));
  }
  const { key, value } = node as Pair;
  const keyEnd = rangeOf(key)[1];
  if (!isNode(value) || !value.range) return keyEnd;
  return Math.max(keyEnd + 1, endOf(value));
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function shareKey(old: RecordValue, wanted: RecordValue): boolean {
  return Object.keys(old).some((key) => Object.hasOwn(wanted, key));
}

function isListOfMaps(value: unknown): value is RecordValue[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}
