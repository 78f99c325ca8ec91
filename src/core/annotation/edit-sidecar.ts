import type { Annotation, SidecarSource } from './annotation';
import { assertUnchanged, atSettledPlace, changeNewest } from './change-newest';
import { changedRecordText, newRecordText } from './edit-record';
import { editRecords, type WantedItem, type WantedRecord } from './edit-records';
import { editSource } from './edit-header';
import { isOlderFormat, olderFormat, upgradeSidecar } from './older-format';
import { readEdited, readSidecar, type Sidecar, type SidecarRecord } from './read-sidecar';
import { isEqual, toRecordValue } from './record-value';
import { notEditable, SidecarRefusal } from './sidecar-refusal';
import { applyEdits, lineEdit, toLineBreaks, type TextEdit } from './text-edit';
import { interpretRecord } from './validate-annotation';
import { recordId } from './validate-references';
import { createSidecar } from './write-sidecar';

export type SidecarChange =
  | { readonly add: Annotation }
  /**
   * Found by its id; every known field becomes what is given, absent ones are removed. With `base`, the
   * annotation that was looked at when the change was made, what was written since is kept as well.
   */
  | { readonly replace: Annotation; readonly base?: Annotation }
  /** With `base` only while the annotation still says the same. */
  | { readonly remove: string; readonly base?: Annotation }
  | { readonly source: SidecarSource };

type RecordChange = Exclude<SidecarChange, { source: SidecarSource }>;

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
  if (sidecar.format === olderFormat) return editOlder(text, changes);
  if (!sidecar.writable) throw new SidecarRefusal('not-writable', sidecar.reason!);
  const { wanted, source } = foldChanges(sidecar, changes);
  const edits = [
    ...editRecords(text, sidecar, wanted),
    ...(source && !isEqual(source, sidecar.source) ? editSource(text, source) : []),
  ];
  const native = toLineBreaks(text, edits);
  const newText = applyEdits(text, native);
  // Also makes the next reading of the new text cheap.
  if (!readEdited(newText, sidecar, native).writable) throw notEditable();
  return { text: newText, edits: native };
}

/** A file in the older format is upgraded as a whole by its first edit. */
function editOlder(text: string, changes: readonly SidecarChange[]): SidecarEdit {
  const upgraded = upgradeSidecar(text);
  if (isOlderFormat(upgraded)) throw notEditable();
  const edited = editSidecar(upgraded, changes).text;
  return { text: edited, edits: lineEdit(text, { start: 0, end: text.length }, edited) };
}

function fillEmpty(text: string, changes: readonly SidecarChange[]): SidecarEdit {
  let source: SidecarSource | undefined;
  const annotations = new Map<string, Annotation>();
  for (const change of changes) {
    if ('source' in change) source = change.source;
    else if ('add' in change) annotations.set(change.add.id, change.add);
    else if ('replace' in change) annotations.set(change.replace.id, change.replace);
    else if ('remove' in change) annotations.delete(change.remove);
  }
  if (!source)
    throw new SidecarRefusal('no-source', 'A new sidecar needs the source it belongs to.');
  const newText = createSidecar(source, [...annotations.values()]);
  return { text: newText, edits: [{ range: { start: 0, end: text.length }, newText }] };
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
  const wanted = new Map<string, Annotation | undefined>();
  let source: SidecarSource | undefined;
  for (const change of changes) {
    if ('source' in change) {
      source = change.source;
      continue;
    }
    const id = idOf(change);
    if (repeated.has(id))
      throw new SidecarRefusal(
        'duplicate-id',
        `The id ${id} occurs twice in the file: give one record another id.`,
      );
    wanted.set(id, outcomeOf(change, { id, record: records.get(id), wanted }));
  }
  const items = [...wanted].map(([id, annotation]): WantedRecord => {
    const record = records.get(id);
    return { record, item: annotation && itemOf(annotation, record) };
  });
  return { wanted: items, source };
}

interface PresentRecord {
  readonly id: string;
  readonly record: SidecarRecord | undefined;
  /** What earlier changes of the same edit have made of it. */
  readonly wanted: ReadonlyMap<string, Annotation | undefined>;
}

/** What a change makes of the annotation; `undefined` when it is to be removed. */
function outcomeOf(
  change: RecordChange,
  { id, record, wanted }: PresentRecord,
): Annotation | undefined {
  const present = wanted.has(id) ? wanted.get(id) : record;
  if ('add' in change) {
    if (present)
      throw new SidecarRefusal('duplicate-id', `The file has an annotation ${id} already.`);
    return change.add;
  }
  const newest = record?.annotation;
  if ('remove' in change) {
    if (!present) throw unknownId(id);
    if (change.base) assertUnchanged(change.base, newest);
    return undefined;
  }
  const { replace, base } = change;
  if (!base) {
    if (!present) throw unknownId(id);
    return replace;
  }
  // Deleted meanwhile: what somebody has just written about it is not lost with it.
  if (!present) return replace;
  if (!newest) throw unreadable(id);
  const changed = changeNewest(replace, base, newest);
  const settled = wanted.get(id);
  return settled ? atSettledPlace(changed, newest, settled) : changed;
}

function unknownId(id: string): SidecarRefusal {
  return new SidecarRefusal('unknown-id', `The file has no annotation ${id}.`);
}

function unreadable(id: string): SidecarRefusal {
  const message = `The record of the annotation ${id} cannot be read any more: see what is wrong with it in the YAML file.`;
  return new SidecarRefusal('changed-meanwhile', message);
}

function idOf(change: RecordChange): string {
  if ('add' in change) return change.add.id;
  if ('replace' in change) return change.replace.id;
  return change.remove;
}

function itemOf(annotation: Annotation, record: SidecarRecord | undefined): WantedItem {
  const value = toRecordValue(annotation);
  const wrong = interpretRecord(value).issues.find(({ severity }) => severity === 'error');
  if (wrong) throw new SidecarRefusal('invalid-annotation', wrong.message);
  return {
    key: annotation,
    text: (style, oldText) =>
      record ? changedRecordText(record, annotation, oldText, style) : newRecordText(value, style),
  };
}
