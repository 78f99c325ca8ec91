import type { TextRange } from '../text/text-range';
import type { Annotation, SidecarSource } from './annotation';
import { findConflicts, maskConflicts } from './conflict-markers';
import type { Problem } from '../problem';
import { isOlderFormat, upgradeRecord } from './older-format';
import { readBlockRecords, readDocumentRecords } from './read-records';
import { readHeader } from './read-header';
import { findAnnotations, type AnnotationsSection } from './sidecar-layout';
import { ageOf, mostReadings, recall, remember, untouchedRecords } from './sidecar-memory';
import type { TextEdit } from './text-edit';
import { checkIds } from './validate-references';
import { parseYaml } from './yaml-document';

/** One item of a sidecar's list. All ranges are UTF-16 offsets over the sidecar's text. */
export interface SidecarRecord {
  /** Absent when the record is wrong: it is kept in the file as it is, and its problems say why. */
  readonly annotation?: Annotation;
  /** The item in the YAML text, from its line (block style) or bracket (flow style). */
  readonly range: TextRange;
  readonly problems: readonly Problem[];
  /** The record as plain data, unknown keys included. */
  readonly value: unknown;
}

export interface Sidecar {
  /** `archive-annotations/1`, or what the file says. */
  readonly format: string | undefined;
  readonly source: SidecarSource | undefined;
  readonly records: readonly SidecarRecord[];
  /** Every problem of the file and of its records, in the order of the text. */
  readonly problems: readonly Problem[];
  /** Whether `editSidecar` would change it. */
  readonly writable: boolean;
  /** Why it may not be written, as a sentence for the user. */
  readonly reason?: string;
  /** The file's list in block style; absent for any other layout. */
  readonly section?: AnnotationsSection;
}

/** Longer sidecars (in UTF-16 units) are not read. */
export const sidecarLengthLimit = 50_000_000;

/**
 * Reads a sidecar record by record: what is wrong is reported at its place and the rest works.
 * Never throws. Linear in the text; a file in canonical form does not need a YAML reader, and the
 * last few texts are remembered.
 */
export function readSidecar(text: string): Sidecar {
  return recall(text) ?? remember(text, readAfresh(text), 0);
}

/**
 * Reads the text that `edits` made of a sidecar's text, looking only at the records they touched.
 * The result is the same as of `readSidecar`, and remembered for it.
 */
export function readEdited(text: string, sidecar: Sidecar, edits: readonly TextEdit[]): Sidecar {
  const age = ageOf(sidecar) + 1;
  if (age > mostReadings) return remember(text, readAfresh(text), 0);
  return remember(text, readAfresh(text, untouchedRecords(sidecar.records, edits)), age);
}

/** @param known records by the offset at which they stand in `text` */
function readAfresh(text: string, known?: ReadonlyMap<number, SidecarRecord>): Sidecar {
  if (text.length > sidecarLengthLimit) return tooLong(text);
  const conflicts = findConflicts(text);
  const readable = conflicts.length > 0 ? maskConflicts(text, conflicts) : text;
  const upgrade = isOlderFormat(readable) ? upgradeRecord : undefined;
  const section = findAnnotations(readable);
  const block = section && readBlockRecords(readable, section, known, upgrade);
  const found = block ? { ...section, body: block.body } : undefined;
  const document = found ? undefined : parseYaml(readable, 0);
  const header = readHeader(readable, found, document);
  const records = checkIds(block ? block.records : readDocumentRecords(document!, upgrade));
  const problems = [
    ...conflicts.map((conflict) => conflictProblem(conflict.range)),
    ...header.problems,
    ...records.flatMap((record) => record.problems),
  ].sort((a, b) => a.range.start - b.range.start);
  const reason =
    conflicts.length > 0 ? conflictReason : (brokenReason(problems) ?? header.readOnlyReason);
  return {
    format: header.format,
    source: header.source,
    records,
    problems,
    writable: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    ...(found ? { section: found } : {}),
  };
}

const conflictReason =
  'The file has merge conflicts from git. Resolve them with “Merge Sidecars”, which loses no annotation.';

function conflictProblem(range: TextRange): Problem {
  return { range, severity: 'error', code: 'conflict-markers', message: conflictReason };
}

const breaking = new Set(['yaml-syntax', 'duplicate-key', 'custom-tag', 'alias-limit']);

function brokenReason(problems: readonly Problem[]): string | undefined {
  const broken = problems.find((problem) => breaking.has(problem.code));
  return broken && `The file is not valid YAML and is left as it is: ${broken.message}`;
}

function tooLong(text: string): Sidecar {
  const message = `The file is longer than ${sidecarLengthLimit / 1_000_000} million characters and is not read.`;
  const range = { start: 0, end: 0 };
  return {
    format: undefined,
    source: undefined,
    records: [],
    problems: [{ range, severity: 'error', code: 'too-large', message }],
    writable: false,
    reason: `${message} (${text.length} characters)`,
  };
}
