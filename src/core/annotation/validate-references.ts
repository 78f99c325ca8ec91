import type { Problem } from '../problem';
import { entityOf, entityValueRange } from './entity-value';
import type { SidecarRecord } from './read-sidecar';
import { isRecord } from './record-value';

/**
 * Checks what one record cannot know of itself: ids that occur twice and relations whose ends do not
 * exist. Of several records with one id only the first can be addressed; the others are reported and
 * kept as they are.
 */
export function checkReferences(records: readonly SidecarRecord[]): SidecarRecord[] {
  const ids = new Set<string>();
  const checked = records.map((record) => {
    const id = recordId(record);
    if (id === undefined || !ids.has(id)) {
      if (id !== undefined) ids.add(id);
      return record;
    }
    const message = `The id ${id} occurs twice in this file; this record is not shown.`;
    const { range, value } = record;
    const problems = [...record.problems, problemAt(record, 'duplicate-id', message)];
    return { range, value, problems };
  });
  return checked.map((record) => {
    const { annotation } = record;
    if (annotation?.kind !== 'relation') return record;
    const missing = [annotation.from!, annotation.to!].filter((end) => !ids.has(end));
    if (missing.length === 0) return record;
    const problems = missing.map((end) =>
      problemAt(
        record,
        'dangling-relation',
        `The relation names ${end}, which is not in this file.`,
      ),
    );
    return { ...record, problems: [...record.problems, ...problems] };
  });
}

/** The record's id, also when the rest of the record is wrong. */
export function recordId(record: SidecarRecord): string | undefined {
  if (record.annotation) return record.annotation.id;
  const id = isRecord(record.value) ? record.value['id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function problemAt(record: SidecarRecord, code: string, message: string): Problem {
  const severity = code === 'duplicate-id' ? 'error' : 'warning';
  return { range: record.range, severity, code, message };
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
