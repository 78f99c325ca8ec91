import type { Problem } from '../problem';
import { entityOf, entityValueRange } from './entity-value';
import type { SidecarRecord } from './read-sidecar';
import { isRecord } from './record-value';

/**
 * Checks what one record cannot know of itself: ids that occur twice. Of several records with one id only
 * the first can be addressed; the others are reported and kept as they are.
 */
export function checkIds(records: readonly SidecarRecord[]): SidecarRecord[] {
  const ids = new Set<string>();
  return records.map((record) => {
    const id = recordId(record);
    if (id === undefined || !ids.has(id)) {
      if (id !== undefined) ids.add(id);
      return record;
    }
    const message = `The id ${id} occurs twice in this file; this record is not shown.`;
    const { range, value } = record;
    const problem: Problem = { range, severity: 'error', code: 'duplicate-id', message };
    return { range, value, problems: [...record.problems, problem] };
  });
}

/**
 * Relations whose ends are nowhere. An end may stand in another sidecar of the same source, that of another
 * annotator.
 *
 * @param sidecars the records of every sidecar of the source, those that are checked among them
 */
export function danglingRelations(
  records: readonly SidecarRecord[],
  sidecars: Iterable<readonly SidecarRecord[]>,
): Problem[] {
  const relations = records.filter(({ annotation }) => annotation?.kind === 'relation');
  if (relations.length === 0) return [];
  const ids = new Set([...sidecars].flatMap((one) => one.map(recordId)));
  return relations.flatMap(({ annotation, range }) => {
    const missing = [annotation!.from!, annotation!.to!].filter((end) => !ids.has(end));
    return missing.map((end): Problem => {
      const message = `The relation names ${end}, which is in no sidecar of this source.`;
      return { range, severity: 'warning', code: 'dangling-relation', message };
    });
  });
}

/** The record's id, also when the rest of the record is wrong. */
export function recordId(record: SidecarRecord): string | undefined {
  if (record.annotation) return record.annotation.id;
  const id = isRecord(record.value) ? record.value['id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/**
 * Annotations whose entity is not known, each at the place of its id.
 *
 * @param text the sidecar's text
 * @param isKnown whether there is an entity with an id
 */
export function danglingEntities(
  text: string,
  records: readonly SidecarRecord[],
  isKnown: (id: string) => boolean,
): Problem[] {
  return records.flatMap((record): Problem[] => {
    const entity = entityOf(record);
    if (entity === undefined || isKnown(entity)) return [];
    const range = entityValueRange(text, record) ?? record.range;
    const message = `The entity ${entity} is in no entity file.`;
    return [{ range, severity: 'warning', code: 'dangling-entity', message }];
  });
}
