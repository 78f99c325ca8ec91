import type { FieldConflict } from './annotation';
import { conflictKey, isEqual, isRecord, type RecordValue } from './record-value';

export interface MergedFields {
  readonly value: RecordValue;
  readonly conflicts: readonly FieldConflict[];
}

/** From best to worst news; of two states of one place the worse is kept. */
const states = ['exact', 'moved', 'edited', 'ambiguous', 'orphaned'];

/**
 * Merges one record's fields three-way. Nothing that a side wrote is lost: where both changed a field
 * differently, one value stays (of the side modified later, else the one that sorts last, so that
 * either side's merge gives the same) and the other goes into `x-conflict`.
 *
 * @param base the common ancestor; empty when there is none
 */
export function mergeFields(
  base: RecordValue,
  ours: RecordValue,
  theirs: RecordValue,
): MergedFields {
  const value: RecordValue = {};
  const conflicts: FieldConflict[] = [];
  const oursWins = isLater(ours, theirs);
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const merged = mergeField(key, base[key], ours[key], theirs[key], oursWins);
    if (merged.value !== undefined) value[key] = merged.value;
    conflicts.push(...merged.conflicts);
  }
  if (conflicts.length > 0) {
    const kept = Array.isArray(value[conflictKey]) ? (value[conflictKey] as unknown[]) : [];
    value[conflictKey] = union([], kept, conflicts);
  }
  return { value, conflicts };
}

/** `undefined` when the times of modification do not decide. */
function isLater(ours: RecordValue, theirs: RecordValue): boolean | undefined {
  const [first, second] = [ours['modified'], theirs['modified']].map((time) =>
    typeof time === 'string' ? time : '',
  );
  return first === second ? undefined : first! > second!;
}

interface MergedField {
  readonly value: unknown;
  readonly conflicts: readonly FieldConflict[];
}

function mergeField(
  key: string,
  base: unknown,
  ours: unknown,
  theirs: unknown,
  oursWins: boolean | undefined,
): MergedField {
  const agreed = (value: unknown): MergedField => ({ value, conflicts: [] });
  if (isEqual(ours, theirs)) return agreed(ours);
  if (isEqual(ours, base)) return agreed(theirs);
  if (isEqual(theirs, base)) return agreed(ours);
  // Removed on one side, changed on the other: what was written is kept.
  if (ours === undefined || theirs === undefined) return agreed(ours === undefined ? theirs : ours);
  const winner = (oursWins ?? stableText(ours) > stableText(theirs)) ? ours : theirs;
  const loser = winner === ours ? theirs : ours;
  if (key === 'modified') return agreed(greater(ours, theirs));
  if (key === 'created') return agreed(greater(ours, theirs) === ours ? theirs : ours);
  if (key === 'state')
    return agreed(
      states.indexOf(ours as string) > states.indexOf(theirs as string) ? ours : theirs,
    );
  // Both sides anchored the same quote anew: the next anchoring decides, nothing is lost.
  if (key === 'target' && isEqual(quotes(ours), quotes(theirs))) return agreed(winner);
  const isList = Array.isArray(ours) && Array.isArray(theirs);
  if (isList && (key === 'tags' || key === 'replies' || key === conflictKey))
    return agreed(union(Array.isArray(base) ? base : [], ours, theirs));
  if (key === 'attributes' && isRecord(ours) && isRecord(theirs))
    return mergeAttributes(isRecord(base) ? base : {}, ours, theirs, oursWins);
  return { value: winner, conflicts: [{ field: key, value: loser }] };
}

function mergeAttributes(
  base: RecordValue,
  ours: RecordValue,
  theirs: RecordValue,
  oursWins: boolean | undefined,
): MergedField {
  const value: RecordValue = {};
  const conflicts: FieldConflict[] = [];
  for (const name of [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort()) {
    const merged = mergeField(`attributes.${name}`, base[name], ours[name], theirs[name], oursWins);
    if (merged.value !== undefined) value[name] = merged.value;
    conflicts.push(...merged.conflicts);
  }
  return { value, conflicts };
}

/** Three-way union of lists as sets, in an order that does not depend on the side. */
function union(
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[],
): unknown[] {
  const [old, first, second] = [base, ours, theirs].map(
    (list) => new Map(list.map((item) => [stableText(item), item])),
  );
  const kept = [...new Map([...first!, ...second!])].filter(
    ([text]) => (first!.has(text) && second!.has(text)) || !old!.has(text),
  );
  return kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

function quotes(target: unknown): unknown {
  const selectors: unknown[] = Array.isArray(target) ? target : [target];
  return selectors.map((selector) => (isRecord(selector) ? selector['quote'] : selector));
}

function greater(ours: unknown, theirs: unknown): unknown {
  return stableText(ours) > stableText(theirs) ? ours : theirs;
}

/** JSON with sorted keys; replies sort by their time, then author. */
export function stableText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (!isRecord(inner)) return inner;
    const rank = (key: string) => (key === 'created' ? ` ${key}` : key);
    const entries = Object.entries(inner).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
    return Object.fromEntries(entries);
  });
}
