import type { TextRange } from '../text/text-range';
import { listOf } from './annotations-list';
import { keptRecordText, readsBack, type ListStyle, type RecordText } from './edit-record';
import type { Sidecar, SidecarRecord } from './read-sidecar';
import { isRecord } from './record-value';
import { isSorted, placeAdded, slotsThatStay } from './record-order';
import { notEditable } from './sidecar-refusal';
import { compareAnnotations, type SortKey } from './sort-order';
import { lineEdit, type TextEdit } from './text-edit';
import { interpretRecord } from './validate-annotation';

/** What one record of the file, or a new one, is to become. */
export interface WantedRecord {
  /** Absent for a new record. */
  readonly record: SidecarRecord | undefined;
  /** Absent for a record that is to be removed. */
  readonly item: WantedItem | undefined;
}

export interface WantedItem {
  /** Its place in the order; absent for a record that cannot be read. */
  readonly key: SortKey | undefined;
  /** @param oldText the record's present text with LF, empty for a new one */
  text(style: ListStyle, oldText: string): RecordText;
}

/**
 * A record of another text, as it is written there.
 *
 * @throws SidecarRefusal when it is no mapping
 */
export function keptItem({ value, range }: SidecarRecord, text: string): WantedItem {
  if (!isRecord(value)) throw notEditable();
  const written = text.slice(range.start, range.end).replaceAll('\r\n', '\n');
  return {
    key: interpretRecord(value).annotation,
    text: (style) => keptRecordText({ text: written, value }, style),
  };
}

/**
 * Edits (with LF) that bring the records of a sidecar to what is wanted. Records keep their place
 * unless a file in canonical order would lose it.
 *
 * @throws SidecarRefusal when a record or the list cannot be edited safely
 */
export function editRecords(
  text: string,
  sidecar: Sidecar,
  wanted: readonly WantedRecord[],
): TextEdit[] {
  const real = wanted.filter(({ record, item }) => record ?? item);
  if (real.length === 0) return [];
  const list = listOf(text, sidecar);
  const staying = recordsThatStay(sidecar, real, list.style);
  const inPlace = new Set(staying.map(({ record }) => record));
  const edits: TextEdit[] = [];
  const removed: TextRange[] = [];
  const added: { key: SortKey | undefined; text: string }[] = [];
  for (const { record, item } of real) {
    if (record && !inPlace.has(record)) removed.push(record.range);
    if (!item) continue;
    const newText = verifiedText(text, list.style, record, item);
    if (record && inPlace.has(record)) edits.push(...lineEdit(text, record.range, newText));
    else added.push({ key: item.key, text: newText });
  }
  added.sort((a, b) => compareKeys(a.key, b.key));
  edits.push(...list.remove(removed, staying.length + added.length === 0));
  for (const [previous, items] of placeAdded(staying, added)) {
    const texts = items.map((item) => item.text);
    edits.push(list.insert(previous, texts, removed));
  }
  return edits;
}

function recordsThatStay(sidecar: Sidecar, real: readonly WantedRecord[], style: ListStyle) {
  const items = new Map(real.map(({ record, item }) => [record, item]));
  const slots = sidecar.records
    .filter((record) => !items.has(record) || items.get(record))
    .map((record) => ({
      record,
      annotation: items.get(record)?.key ?? record.annotation,
      changed: items.has(record),
    }));
  // A list that somebody ordered by hand keeps its order, as does one on few lines.
  const sorts = style.style === 'block' && isSorted(sidecar.records);
  return sorts ? slotsThatStay(slots) : slots;
}

function compareKeys(a: SortKey | undefined, b: SortKey | undefined): number {
  if (a && b) return compareAnnotations(a, b);
  return a ? -1 : b ? 1 : 0;
}

function verifiedText(
  text: string,
  style: ListStyle,
  record: SidecarRecord | undefined,
  item: WantedItem,
): string {
  const range = record?.range ?? { start: 0, end: 0 };
  const oldText = text.slice(range.start, range.end).replaceAll('\r\n', '\n');
  let made: RecordText;
  try {
    made = item.text(style, oldText);
  } catch (error) {
    if (error instanceof RangeError) throw notEditable();
    throw error;
  }
  if (!readsBack(made, style)) throw notEditable();
  return made.text;
}
