import { readSidecar } from '../../src/core/annotation/read-sidecar';

/** What must be found in the record of an annotation. */
export interface ExpectedRecord {
  /** The numbers of the characters that were annotated. */
  readonly origins: readonly number[];
  /** Texts that must stand in the record: its note, replies, what somebody added by hand. */
  readonly texts: readonly string[];
  /** Whether it may be gone: removed on one side of a merge, untouched or re-anchored on the other. */
  readonly isOptional?: boolean;
  /**
   * Whether git put its lines together with those of another list of annotations: what one side added to
   * it may then stand under another one, but in the file it must be.
   */
  readonly isLineMerged?: boolean;
  /** Other places (as `origins`) where it was found and may be found again while nothing was written. */
  readonly others?: readonly (readonly number[])[];
}

/** By the annotation's id, in the order of the file. */
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
  for (const [id, { texts, isOptional, isLineMerged }] of expected) {
    const record = found.get(id);
    if (record === undefined) {
      if (isOptional) continue;
      return `${id} is lost`;
    }
    const lost = texts.find((part) => !(isLineMerged ? text : record).includes(part));
    if (lost !== undefined) return `${id} has lost “${lost}”`;
  }
  for (const id of found.keys()) if (!expected.has(id)) return `${id} came from nowhere`;
  return undefined;
}

/** Without the optional ones that are gone; every text where it stands. */
export function presentIn(text: string, expected: ExpectedRecords): ExpectedRecords {
  const merged = [...expected.values()].filter(({ isLineMerged }) => isLineMerged);
  const strays = merged.flatMap(({ texts }) => texts);
  const present = new Map<string, ExpectedRecord>();
  for (const { annotation, range } of readSidecar(text).records) {
    const record = annotation && expected.get(annotation.id);
    if (!record) continue;
    const { origins, others, isLineMerged } = record;
    const lines = text.slice(range.start, range.end);
    const texts = isLineMerged ? strays.filter((part) => lines.includes(part)) : record.texts;
    present.set(annotation.id, { origins, texts, ...(others && { others }) });
  }
  return present;
}

/**
 * What must be there after a merge: everything that either side wrote.
 *
 * @param byLines whether git put the lines of both together and saw no conflict. Where one side removed an
 * annotation and wrote another in its place, or passages and with them their annotations changed their
 * order, it then takes the lines that the other side added to one for lines of the other, and of lines that
 * repeat it may take those of one annotation for those of another: for this there is the merge driver.
 */
export function mergedExpectations(
  base: ExpectedRecords,
  ours: ExpectedRecords,
  theirs: ExpectedRecords,
  byLines: boolean,
): ExpectedRecords {
  const merged = new Map<string, ExpectedRecord>();
  const isSameList = [...ours.keys()].join() === [...theirs.keys()].join();
  const isLineMerged = byLines && !isSameList;
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    const [old, first, second] = [base.get(id), ours.get(id), theirs.get(id)];
    const present = (first ?? second)!;
    if (first && second) {
      // A text that one side replaced and the other left alone may go.
      const kept = (side: ExpectedRecord, other: ExpectedRecord) =>
        side.texts.filter((text) => other.texts.includes(text) || !old?.texts.includes(text));
      const texts = [...new Set([...kept(first, second), ...kept(second, first)])];
      const others = [...(first.others ?? []), ...(second.others ?? [])];
      const isUntouched = second.texts.join('\n') === old?.texts.join('\n');
      // Of several commits that git takes over by lines, each may go where an earlier one went.
      const isOptional = first.isOptional === true && (byLines || isUntouched);
      merged.set(id, { origins: first.origins, texts, others, isOptional, isLineMerged });
    } else if (!old) merged.set(id, { ...present, isLineMerged });
    else {
      const isChanged = present.texts.join('\n') !== old.texts.join('\n');
      merged.set(id, { ...present, isLineMerged, isOptional: byLines || !isChanged });
    }
  }
  return merged;
}
