import type { TextRange } from '../text/text-range';
import type { Annotation, SidecarSource } from './annotation';
import {
  changedRecordText,
  newRecordText,
  readsBack,
  type ListStyle,
  type RecordText,
} from './edit-record';
import { editSource } from './edit-header';
import { listOf } from './annotations-list';
import { readEdited, readSidecar, type Sidecar, type SidecarRecord } from './read-sidecar';
import { isEqual } from './record-value';
import { isSorted, placeAdded, slotsThatStay } from './record-order';
import { SidecarRefusal } from './sidecar-refusal';
import { compareAnnotations } from './sort-order';
import { applyEdits, lineBreakOf, lineEdit, sortEdits, type TextEdit } from './text-edit';
import { recordId } from './validate-references';
import { createSidecar } from './write-sidecar';

export type SidecarChange =
  | { readonly add: Annotation }
  /** Found by its id; every known field becomes what is given, absent ones are removed. */
  | { readonly replace: Annotation }
  | { readonly remove: string }
  | { readonly source: SidecarSource };

export interface SidecarEdit {
  readonly text: string;
  /** The same as edits of the text that was given, in order, for an editor. */
  readonly edits: readonly TextEdit[];
}

/**
 * Applies changes to a sidecar's text. Only the lines of the records concerned change: comments,
 * unknown keys, line ends and layout of everything else stay byte for byte. A new record goes to its
 * place in the canonical order. Every new text is read back before it is returned.
 *
 * An empty text becomes a new sidecar; one of the changes must then give the `source`.
 *
 * @throws SidecarRefusal when the file must not be written or a change cannot be made in it
 */
export function editSidecar(text: string, changes: readonly SidecarChange[]): SidecarEdit {
  if (text.trim() === '') return fillEmpty(text, changes);
  const sidecar = readSidecar(text);
  if (!sidecar.writable) throw new SidecarRefusal('not-writable', sidecar.reason!);
  const { wanted, source } = foldChanges(sidecar, changes);
  const edits = [
    ...editRecords(text, sidecar, wanted),
    ...(source && !isEqual(source, sidecar.source) ? editSource(text, source) : []),
  ];
  const lineBreak = lineBreakOf(text);
  const native = sortEdits(edits).map(({ range, newText }) => ({
    range,
    newText: lineBreak === '\n' ? newText : newText.replaceAll('\n', lineBreak),
  }));
  const newText = applyEdits(text, native);
  // Also makes the next reading of the new text cheap.
  if (!readEdited(newText, sidecar, native).writable) throw notEditable();
  return { text: newText, edits: native };
}

function fillEmpty(text: string, changes: readonly SidecarChange[]): SidecarEdit {
  let source: SidecarSource | undefined;
  const annotations = new Map<string, Annotation>();
  for (const change of changes) {
    if ('source' in change) source = change.source;
    else if ('remove' in change) annotations.delete(change.remove);
    else {
      const annotation = 'add' in change ? change.add : change.replace;
      annotations.set(annotation.id, annotation);
    }
  }
  if (!source)
    throw new SidecarRefusal('no-source', 'A new sidecar needs the source it belongs to.');
  const newText = createSidecar(source, [...annotations.values()]);
  return { text: newText, edits: [{ range: { start: 0, end: text.length }, newText }] };
}

/** What every touched id is to become; `undefined` means removed. */
interface WantedRecord {
  readonly record: SidecarRecord | undefined;
  readonly annotation: Annotation | undefined;
}

function foldChanges(sidecar: Sidecar, changes: readonly SidecarChange[]) {
  const records = new Map<string, SidecarRecord>();
  const repeated = new Set<string>();
  for (const record of sidecar.records) {
    const id = recordId(record);
    if (id === undefined) continue;
    if (records.has(id)) repeated.add(id);
    else records.set(id, record);
  }
  const wanted = new Map<string, WantedRecord>();
  let source: SidecarSource | undefined;
  for (const change of changes) {
    if ('source' in change) {
      source = change.source;
      continue;
    }
    const annotation =
      'add' in change ? change.add : 'replace' in change ? change.replace : undefined;
    const id = annotation?.id ?? (change as { remove: string }).remove;
    const record = records.get(id);
    const present = wanted.has(id)
      ? wanted.get(id)!.annotation !== undefined
      : record !== undefined;
    if (repeated.has(id))
      throw new SidecarRefusal(
        'duplicate-id',
        `The id ${id} occurs twice in the file: give one record another id.`,
      );
    if ('add' in change && present)
      throw new SidecarRefusal('duplicate-id', `The file has an annotation ${id} already.`);
    if (!('add' in change) && !present)
      throw new SidecarRefusal('unknown-id', `The file has no annotation ${id}.`);
    wanted.set(id, { record, annotation });
  }
  return { wanted: [...wanted.values()], source };
}

function editRecords(text: string, sidecar: Sidecar, wanted: readonly WantedRecord[]): TextEdit[] {
  const real = wanted.filter(({ record, annotation }) => record ?? annotation);
  if (real.length === 0) return [];
  const list = listOf(text, sidecar);
  const changes = new Map(real.map(({ record, annotation }) => [record, annotation]));
  const slots = sidecar.records
    .filter((record) => !changes.has(record) || changes.get(record))
    .map((record) => ({
      record,
      annotation: changes.get(record) ?? record.annotation,
      changed: changes.has(record),
    }));
  // A list that somebody ordered by hand keeps its order, as does one on few lines.
  const sorts = list.style.style === 'block' && isSorted(sidecar.records);
  const staying = sorts ? slotsThatStay(slots) : slots;
  const inPlace = new Set(staying.map(({ record }) => record));
  const edits: TextEdit[] = [];
  const removed: TextRange[] = [];
  const added: { annotation: Annotation; text: string }[] = [];
  for (const { record, annotation } of real) {
    if (record && !annotation) removed.push(record.range);
    if (!annotation) continue;
    const newText = verified(() => recordText(text, list.style, record, annotation), list.style);
    if (record && inPlace.has(record)) edits.push(...lineEdit(text, record.range, newText));
    else added.push({ annotation, text: newText });
    if (record && !inPlace.has(record)) removed.push(record.range);
  }
  added.sort((a, b) => compareAnnotations(a.annotation, b.annotation));
  edits.push(...list.remove(removed, staying.length + added.length === 0));
  for (const [previous, items] of placeAdded(staying, added))
    edits.push(
      list.insert(
        previous,
        items.map((item) => item.text),
        removed,
      ),
    );
  return edits;
}

function recordText(
  text: string,
  style: ListStyle,
  record: SidecarRecord | undefined,
  annotation: Annotation,
): RecordText {
  if (!record) return newRecordText(annotation, style);
  const oldText = text.slice(record.range.start, record.range.end).replaceAll('\r\n', '\n');
  return changedRecordText(record, annotation, oldText, style);
}

function verified(make: () => RecordText, style: ListStyle): string {
  let made: RecordText;
  try {
    made = make();
  } catch (error) {
    if (error instanceof RangeError) throw notEditable();
    throw error;
  }
  if (!readsBack(made, style)) throw notEditable();
  return made.text;
}

function notEditable(): SidecarRefusal {
  const message =
    'This record is written in a way that cannot be changed safely. Change it in the YAML file by hand.';
  return new SidecarRefusal('not-editable', message);
}
