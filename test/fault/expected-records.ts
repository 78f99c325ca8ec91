import { readSidecar } from '../../src/core/annotation/read-sidecar';

/** What must be found in the record of an annotation. */
export interface ExpectedRecord {
  /** The numbers of the characters that were annotated. */
  readonly origins: readonly number[];
  /** Texts that must stand in the record: its note, replies, what somebody added by hand. */
  readonly texts: readonly string[];
  /** Whether it may be gone: removed on one side of a merge, untouched or re-anchored on the other. */
  readonly isOptional?: boolean;
}

/** By the annotation's id. */
export type ExpectedRecords = ReadonlyMap<string, ExpectedRecord>;

/**
 * Whether every annotation is in the sidecar with everything that was written to it, and nothing else.
 *
 * @returns the first thing that is wrong
 */
export function missingFrom(text: string, expected: ExpectedRecords): string | undefined {
  const sidecar = readSidecar(text);
  if (text !== '' && !sidecar.writable) return `not writable: ${sidecar.reason}`;
  const found = new Map<string, string>();
  for (const { annotation, range, problems } of sidecar.records) {
    if (!annotation) return `a record cannot be read: ${problems[0]?.message}`;
    if (found.has(annotation.id)) return `${annotation.id} is there twice`;
    found.set(annotation.id, text.slice(range.start, range.end));
  }
  for (const [id, { texts, isOptional }] of expected) {
    const record = found.get(id);
    if (record === undefined) {
      if (isOptional) continue;
      return `${id} is lost`;
    }
    const lost = texts.find((part) => !record.includes(part));
    if (lost !== undefined) return `${id} has lost “${lost}”`;
  }
  for (const id of found.keys()) if (!expected.has(id)) return `${id} came from nowhere`;
  return undefined;
}

/** Without the optional ones that are gone. */
export function presentIn(text: string, expected: ExpectedRecords): ExpectedRecords {
  const ids = new Set(readSidecar(text).records.map(({ annotation }) => annotation?.id));
  return new Map(
    [...expected]
      .filter(([id]) => ids.has(id))
      .map(([id, { origins, texts }]) => [id, { origins, texts }]),
  );
}

/**
 * What must be there after a merge: everything that either side wrote.
 *
 * @param byLines whether git put the lines of both together and saw no conflict. Where one side removed an
 * annotation and wrote another in its place, it then takes the lines that the other side added to the
 * removed one for lines of the new one: for this there is the merge driver.
 */
export function mergedExpectations(
  base: ExpectedRecords,
  ours: ExpectedRecords,
  theirs: ExpectedRecords,
  byLines: boolean,
): ExpectedRecords {
  const merged = new Map<string, ExpectedRecord>();
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    const [old, first, second] = [base.get(id), ours.get(id), theirs.get(id)];
    const present = (first ?? second)!;
    if (first && second) {
      // A text that one side replaced and the other left alone may go.
      const kept = (side: ExpectedRecord, other: ExpectedRecord) =>
        side.texts.filter((text) => other.texts.includes(text) || !old?.texts.includes(text));
      const texts = [...new Set([...kept(first, second), ...kept(second, first)])];
      merged.set(id, { ...present, texts });
    } else if (!old) merged.set(id, present);
    else {
      const isChanged = present.texts.join('\n') !== old.texts.join('\n');
      merged.set(id, isChanged && !byLines ? present : { ...present, isOptional: true });
    }
  }
  return merged;
}
