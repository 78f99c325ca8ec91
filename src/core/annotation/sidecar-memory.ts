import type { Sidecar, SidecarRecord } from './read-sidecar';
import { sortEdits, type TextEdit } from './text-edit';

/**
 * The last few sidecars that were read. An editor asks for the same text many times, and after an
 * edit only the touched record needs to be read: opening costs milliseconds, editing a fraction.
 */
interface Reading {
  readonly text: string;
  readonly sidecar: Sidecar;
  /** How many edits ago the whole text was read. */
  readonly age: number;
}

const capacity = 4;

/**
 * After so many edits the whole text is read again: records keep the texts alive that they were cut
 * from, and those must not add up.
 */
export const mostReadings = 32;

let readings: readonly Reading[] = [];

export function recall(text: string): Sidecar | undefined {
  return readings.find((reading) => reading.text === text)?.sidecar;
}

export function remember(text: string, sidecar: Sidecar, age: number): Sidecar {
  readings = [{ text, sidecar, age }, ...readings].slice(0, capacity);
  return sidecar;
}

export function ageOf(sidecar: Sidecar): number {
  return readings.find((reading) => reading.sidecar === sidecar)?.age ?? mostReadings;
}

/** The records without problems that no edit touches, by their offset in the edited text. Linear. */
export function untouchedRecords(
  records: readonly SidecarRecord[],
  edits: readonly TextEdit[],
): ReadonlyMap<number, SidecarRecord> {
  const sorted = sortEdits(edits);
  const untouched = new Map<number, SidecarRecord>();
  let next = 0;
  let shift = 0;
  for (const record of records) {
    const { start, end } = record.range;
    for (; next < sorted.length && sorted[next]!.range.end <= start; next++) {
      const { range, newText } = sorted[next]!;
      shift += newText.length - (range.end - range.start);
    }
    const touched = next < sorted.length && sorted[next]!.range.start < end;
    if (touched || record.problems.length > 0) continue;
    const range = { start: start + shift, end: end + shift };
    untouched.set(range.start, { ...record, range });
  }
  return untouched;
}
