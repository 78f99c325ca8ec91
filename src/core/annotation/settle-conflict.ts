import type { Annotation, FieldConflict } from './annotation';
import { isRecord, recordKeys, toRecordValue, type RecordValue } from './record-value';
import { SidecarRefusal } from './sidecar-refusal';
import { interpretRecord } from './validate-annotation';

/**
 * What a merge left in an annotation's `conflicts`, decided by a person. Each function takes the index
 * of one conflict, or decides about all of them.
 */

/** The annotation as it is; the other values go. */
export function keepCurrent(annotation: Annotation, index?: number): Annotation {
  return { ...annotation, conflicts: chosen(annotation, index).left };
}

/**
 * The annotation with the other values in their fields; the present ones go.
 *
 * @throws SidecarRefusal when a value cannot stand in its field
 */
export function takeOther(annotation: Annotation, index?: number): Annotation {
  const { taken, left } = chosen(annotation, index);
  return { ...withValues(annotation, taken), conflicts: left };
}

/**
 * Both: a second note is written below the first one; for any other field there is a second annotation,
 * which has the other values.
 *
 * @param newId the id of the second annotation
 * @returns the annotation, and the second one where there has to be one
 * @throws SidecarRefusal when a value cannot stand in its field
 */
export function keepBoth(
  annotation: Annotation,
  newId: string,
  index?: number,
): [Annotation, Annotation?] {
  const { taken, left } = chosen(annotation, index);
  const isNote = ({ field, value }: FieldConflict) => field === 'note' && typeof value === 'string';
  const notes = taken.filter(isNote).map(({ value }) => (value as string).trimEnd());
  const others = taken.filter((conflict) => !isNote(conflict));
  const note = [annotation.note?.trimEnd(), ...notes].filter(Boolean).join('\n\n');
  const first = { ...annotation, ...(notes.length > 0 ? { note } : {}), conflicts: left };
  if (others.length === 0) return [first];
  const { replies, conflicts, ...second } = withValues(annotation, others);
  void [replies, conflicts];
  return [first, { ...second, id: newId }];
}

function chosen({ conflicts = [] }: Annotation, index: number | undefined) {
  if (index === undefined) return { taken: conflicts, left: [] };
  return {
    taken: conflicts.slice(index, index + 1),
    left: conflicts.filter((_, at) => at !== index),
  };
}

function withValues(annotation: Annotation, conflicts: readonly FieldConflict[]): Annotation {
  const value = toRecordValue(annotation);
  const attributes: RecordValue = isRecord(value['attributes']) ? { ...value['attributes'] } : {};
  for (const conflict of conflicts) {
    const name = attributeOf(conflict);
    if (name !== undefined)
      value['attributes'] = Object.assign(attributes, { [name]: conflict.value });
    else if (isKnown(conflict.field)) value[conflict.field] = conflict.value;
    else {
      const message = `\`${conflict.field}\` is no field of an annotation: decide about it in the YAML file.`;
      throw new SidecarRefusal('invalid-annotation', message);
    }
  }
  const { annotation: changed, issues } = interpretRecord(value);
  if (changed) return changed;
  const wrong = issues.find(({ severity }) => severity === 'error');
  throw new SidecarRefusal('invalid-annotation', wrong?.message ?? 'The value cannot be taken.');
}

function isKnown(field: string): boolean {
  return (recordKeys as readonly string[]).includes(field);
}

const attributePrefix = 'attributes.';

function attributeOf({ field }: FieldConflict): string | undefined {
  return field.startsWith(attributePrefix) ? field.slice(attributePrefix.length) : undefined;
}

/** The value that stands in a conflict's field now, as it would stand in the file. */
export function currentValue(annotation: Annotation, conflict: FieldConflict): unknown {
  const name = attributeOf(conflict);
  const value = toRecordValue(annotation);
  if (name === undefined) return value[conflict.field];
  return isRecord(value['attributes']) ? value['attributes'][name] : undefined;
}
