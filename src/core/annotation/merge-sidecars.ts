import { isMap } from 'yaml';
import { findConflicts, splitConflicts } from './conflict-markers';
import { spliceRecord } from './edit-record';
import { editRecords, keptItem, type WantedItem, type WantedRecord } from './edit-records';
import { mergeFields, stableText } from './merge-record';
import { isOlderFormat, upgradeSidecar } from './older-format';
import { readSidecar, type Sidecar, type SidecarRecord } from './read-sidecar';
import { isEqual, isRecord, type RecordValue } from './record-value';
import { notEditable, SidecarRefusal } from './sidecar-refusal';
import { spliceMapping } from './splice-mapping';
import { applyEdits, toLineBreaks, type TextEdit } from './text-edit';
import { interpretRecord } from './validate-annotation';
import { recordId } from './validate-references';
import { parseYaml } from './yaml-document';

/** Something that both sides changed; the merged text holds both, a person should look at it. */
export interface MergeConflict {
  /** The annotation's id; absent for the file's own fields. */
  readonly id?: string;
  readonly message: string;
}

export interface MergedSidecar {
  readonly text: string;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges two versions of a sidecar by annotation and field. No annotation and no value is lost: one
 * that was deleted on one side and changed on the other stays; values that contradict each other are
 * both kept (see `merge-record.ts`). The layout, comments and order of `ours` stay; merging the other
 * way round gives the same content.
 *
 * @param base the common ancestor; an empty text when there is none
 * @throws SidecarRefusal when a version cannot be read as a whole
 */
export function mergeSidecars(
  ...versions: [base: string, ours: string, theirs: string]
): MergedSidecar {
  const [base, ours, theirs] = versions.map(inPresentFormat) as typeof versions;
  if (ours.trim() === '') return { text: theirs, conflicts: [] };
  if (theirs.trim() === '' || ours === theirs) return { text: ours, conflicts: [] };
  const [oldVersion, ourVersion, theirVersion] = [base, ours, theirs].map(readVersion);
  const conflicts: MergeConflict[] = [];
  const wanted = mergeRecords(oldVersion!.records, ourVersion!.records, theirVersion!, conflicts);
  const edits = toLineBreaks(ours, [
    ...editRecords(ours, ourVersion!.sidecar, wanted),
    ...mergeHeader(oldVersion!.fields, ours, ourVersion!.fields, theirVersion!.fields, conflicts),
  ]);
  const text = applyEdits(ours, edits);
  if (!readSidecar(text).writable) throw notEditable();
  return { text, conflicts };
}

/**
 * Resolves a file that holds git's conflict markers. Without the ancestor's text between them (git
 * writes it with `merge.conflictStyle=diff3`) every record of either side is kept.
 *
 * @throws SidecarRefusal when there are no complete markers or a side cannot be read
 */
export function mergeConflicted(text: string): MergedSidecar {
  const conflicts = findConflicts(text);
  if (conflicts.length === 0)
    throw new SidecarRefusal('not-writable', 'The file has no complete conflict markers of git.');
  const { base, ours, theirs } = splitConflicts(text, conflicts);
  return mergeSidecars(base ?? '', ours, theirs);
}

function inPresentFormat(text: string): string {
  return isOlderFormat(text) ? upgradeSidecar(text) : text;
}

interface Version {
  readonly text: string;
  readonly sidecar: Sidecar;
  /** By id; records without one (or with one that was taken) by their data. */
  readonly records: ReadonlyMap<string, SidecarRecord>;
  /** Top-level fields but the annotations. */
  readonly fields: RecordValue;
}

function readVersion(text: string): Version {
  const sidecar = readSidecar(text);
  if (text.trim() === '') return { text, sidecar, records: new Map(), fields: {} };
  if (!sidecar.writable) throw new SidecarRefusal('not-writable', sidecar.reason!);
  const records = new Map<string, SidecarRecord>();
  for (const record of sidecar.records) {
    const id = recordId(record);
    const key = id !== undefined && !records.has(id) ? id : `data:${stableText(record.value)}`;
    records.set(key, record);
  }
  const value = parseYaml(text, 0).value;
  const fields = isRecord(value) ? { ...value } : {};
  delete fields['annotations'];
  return { text, sidecar, records, fields };
}

function mergeRecords(
  base: ReadonlyMap<string, SidecarRecord>,
  ours: ReadonlyMap<string, SidecarRecord>,
  { text, records: theirs }: Version,
  conflicts: MergeConflict[],
): WantedRecord[] {
  const wanted: WantedRecord[] = [];
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    const [old, first, second] = [base.get(id), ours.get(id), theirs.get(id)];
    if (first && second) {
      const value = mergeBoth(id, old?.value, first.value, second.value, conflicts);
      if (!isEqual(value, first.value))
        wanted.push({ record: first, item: changedItem(value, first.value) });
      continue;
    }
    const left = (first ?? second)!;
    const unchanged = old !== undefined && isEqual(old.value, left.value);
    if (unchanged && first) wanted.push({ record: first, item: undefined });
    if (unchanged) continue;
    if (old) {
      const side = first ? 'theirs' : 'ours';
      conflicts.push({ id, message: `deleted in ${side}, changed in the other version: kept` });
    }
    if (!first) wanted.push({ record: undefined, item: keptItem(left, text) });
  }
  return wanted;
}

function mergeBoth(
  id: string,
  old: unknown,
  ours: unknown,
  theirs: unknown,
  conflicts: MergeConflict[],
): unknown {
  if (!isRecord(ours) || !isRecord(theirs)) return ours;
  const merged = mergeFields(isRecord(old) ? old : {}, ours, theirs);
  for (const { field } of merged.conflicts)
    conflicts.push({
      id,
      message: `both versions changed ${field}: the other value is in x-conflict`,
    });
  return merged.value;
}

function changedItem(value: unknown, old: unknown): WantedItem {
  if (!isRecord(value) || !isRecord(old)) throw notEditable();
  return {
    key: interpretRecord(value).annotation,
    text: (_style, oldText) => ({ value, text: spliceRecord(oldText, old, value) }),
  };
}

function mergeHeader(
  base: RecordValue,
  text: string,
  ours: RecordValue,
  theirs: RecordValue,
  conflicts: MergeConflict[],
): TextEdit[] {
  const merged = mergeFields(base, ours, theirs);
  for (const { field } of merged.conflicts)
    conflicts.push({ message: `both versions changed ${field}: the other value is in x-conflict` });
  if (isEqual(merged.value, ours)) return [];
  const { document, value } = parseYaml(text, 0);
  const root = document.contents;
  if (!isMap(root) || !isRecord(value)) throw notEditable();
  const annotations = Object.hasOwn(value, 'annotations')
    ? { annotations: value['annotations'] }
    : {};
  return spliceMapping(text, root, value, { ...merged.value, ...annotations });
}
