import { editRecords, keptItem, type WantedRecord } from './edit-records';
import { readSidecar, type Sidecar, type SidecarRecord } from './read-sidecar';
import { isEqual, isRecord } from './record-value';
import { notEditable, SidecarRefusal } from './sidecar-refusal';
import { applyEdits, toLineBreaks } from './text-edit';
import { recordId } from './validate-references';

/** A change of a sidecar: its text before and after. */
export interface SidecarTexts {
  readonly before: string;
  readonly after: string;
}

/**
 * Takes a change of a sidecar back: when nothing was written since, the text is what it was, byte for
 * byte; otherwise the records that the change was about get their old bytes (comments, unknown keys and
 * layout), and everything else stays.
 *
 * @param newest the sidecar as it is now
 * @param inOneText what makes of a sidecar's text one whose offsets count the present text: the three
 *   may have been written against different ones
 * @throws SidecarRefusal when one of those records was changed since, or the file must not be written
 */
export function undoChange(
  newest: string,
  { before, after }: SidecarTexts,
  inOneText: (text: string) => string = (text) => text,
): string {
  if (newest === after) return before;
  const { reason } = readSidecar(newest);
  if (reason !== undefined) throw new SidecarRefusal('not-writable', reason);
  const text = inOneText(newest);
  const [now, old, made] = [text, inOneText(before), inOneText(after)].map(versionOf);
  const wanted: WantedRecord[] = [];
  for (const id of new Set([...old!.records.keys(), ...made!.records.keys()])) {
    const [present, previous, changed] = [now, old, made].map((it) => it!.records.get(id));
    if (isEqual(previous?.value, changed?.value) || saysTheSame(present, previous)) continue;
    if (!saysTheSame(present, changed)) throw changedSince();
    wanted.push({ record: present, item: previous && keptItem(previous, old!.text) });
  }
  const edits = toLineBreaks(text, editRecords(text, now!.sidecar, wanted));
  const undone = applyEdits(text, edits);
  if (!readSidecar(undone).writable) throw notEditable();
  return undone;
}

interface Version {
  readonly text: string;
  readonly sidecar: Sidecar;
  readonly records: ReadonlyMap<string, SidecarRecord>;
}

function versionOf(text: string): Version {
  const sidecar = readSidecar(text);
  const records = sidecar.records.flatMap((record): [string, SidecarRecord][] => {
    const id = recordId(record);
    return id === undefined ? [] : [[id, record]];
  });
  return { text, sidecar, records: new Map(records) };
}

/** Whether two records differ at most in where their passage stands, which is found anew at any time. */
function saysTheSame(one: SidecarRecord | undefined, other: SidecarRecord | undefined): boolean {
  return isEqual(withoutPlace(one), withoutPlace(other));
}

function withoutPlace(record: SidecarRecord | undefined): unknown {
  const { value, annotation } = record ?? {};
  if (!isRecord(value) || !annotation) return value;
  const target = annotation.target.map(({ quote, current = quote }) => ({ quote, current }));
  return { ...value, target, state: undefined };
}

function changedSince(): SidecarRefusal {
  const message = 'The annotation was changed since: undo it in its YAML file.';
  return new SidecarRefusal('changed-meanwhile', message);
}
