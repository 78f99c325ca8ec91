import { isMap, isSeq } from 'yaml';
import type { TextRange } from '../text/text-range';
import { readCanonicalRecord } from './canonical-record';
import type { Problem } from '../problem';
import type { SidecarRecord } from './read-sidecar';
import { itemEnd, lineRole, nextLine, type AnnotationsSection } from './sidecar-layout';
import { interpretRecord, type RecordIssue } from './validate-annotation';
import { locateNode, parseYaml, type YamlDocument } from './yaml-document';

/** What is done to a record's data before it is checked. */
export type UpgradeRecord = (value: unknown) => unknown;

const asItIs: UpgradeRecord = (value) => value;

export interface BlockRecords {
  readonly records: readonly SidecarRecord[];
  /** The list's lines, without what follows it at the top level. */
  readonly body: TextRange;
}

/**
 * Reads the items of a block sequence one by one.
 *
 * @returns `undefined` when the lines do not make a block sequence of independent items (a line that
 *   is indented less, an alias of another item's anchor): the whole file must be parsed together.
 * @param upgrade turns the data of a record of an older format into that of the present
 * @param known records read before, by the offset at which they stand in `text`
 */
export function readBlockRecords(
  text: string,
  section: AnnotationsSection,
  known?: ReadonlyMap<number, SidecarRecord>,
  upgrade: UpgradeRecord = asItIs,
): BlockRecords | undefined {
  const { column } = section;
  const records: SidecarRecord[] = [];
  let line = section.body.start;
  let end = line;
  while (line < text.length) {
    const role = lineRole(text, line, column);
    if (role === 'blank' || role === 'comment') {
      line = nextLine(text, line);
      continue;
    }
    if (role !== 'item') {
      // Only a top-level key can follow; any other line is part of no item.
      if (role !== 'top' || text[line] === ' ' || text[line] === '\t') return undefined;
      return { records, body: { start: section.body.start, end } };
    }
    const record =
      knownRecord(text, line, column, known) ??
      (column === 2 ? readCanonical(text, line) : undefined) ??
      readItem(text, line, column, upgrade);
    if (!record) return undefined;
    records.push(record);
    line = end = record.range.end;
  }
  return { records, body: { start: section.body.start, end } };
}

/** A record that was read before, unless lines were put right behind it that continue it. */
function knownRecord(
  text: string,
  start: number,
  column: number,
  known: ReadonlyMap<number, SidecarRecord> | undefined,
): SidecarRecord | undefined {
  const record = known?.get(start);
  if (!record) return undefined;
  return lineRole(text, record.range.end, column) === 'content' ? undefined : record;
}

/** Accepted only when no line that belongs to the item follows. */
function readCanonical(text: string, start: number): SidecarRecord | undefined {
  const canonical = readCanonicalRecord(text, start);
  if (!canonical) return undefined;
  const { value, end } = canonical;
  if (text.charCodeAt(end) !== 0x20 || !text.startsWith('  - ', end)) {
    for (let line = end; line < text.length; line = nextLine(text, line)) {
      const role = lineRole(text, line, 2);
      if (role === 'content') return undefined;
      if (role !== 'blank' && role !== 'comment') break;
    }
  }
  const range = { start, end };
  const { annotation, issues } = interpretRecord(value);
  if (issues.length === 0 && annotation) return { annotation, range, problems: [], value };
  const yaml = parseYaml(text.slice(start, end), start);
  return makeRecord(value, range, yaml, itemNode(yaml), start);
}

function readItem(
  text: string,
  start: number,
  column: number,
  upgrade: UpgradeRecord,
): SidecarRecord | undefined {
  const end = itemEnd(text, start, column);
  // Blank lines behind the item belong to its last block scalar when that keeps them (`|+`).
  let parsedEnd = end;
  while (parsedEnd < text.length && lineRole(text, parsedEnd, column) === 'blank')
    parsedEnd = nextLine(text, parsedEnd);
  const yaml = parseYaml(text.slice(start, parsedEnd), start);
  if (yaml.unresolvedAlias) return undefined;
  const value: unknown = Array.isArray(yaml.value) ? yaml.value[0] : undefined;
  return makeRecord(upgrade(value), { start, end }, yaml, itemNode(yaml), start);
}

function itemNode(yaml: YamlDocument): unknown {
  return isSeq(yaml.document.contents) ? yaml.document.contents.items[0] : undefined;
}

/** Reads the records of a file in any layout, from its parsed document. */
export function readDocumentRecords(
  yaml: YamlDocument,
  upgrade: UpgradeRecord = asItIs,
): SidecarRecord[] {
  const root = yaml.document.contents;
  const list = isMap(root) ? root.get('annotations', true) : undefined;
  if (!isSeq(list)) return [];
  const values = (yaml.value as { annotations?: unknown } | undefined)?.annotations;
  return list.items.map((node, index) => {
    const range = locateNode(node, [], 0) ?? { start: 0, end: 0 };
    const value: unknown = Array.isArray(values) ? values[index] : undefined;
    const problems = yaml.problems.filter(
      ({ range: place }) => place.start >= range.start && place.end <= range.end,
    );
    // An alias-bombed file has no data at all; what is said about the file is enough.
    if (yaml.value === undefined) return { range, problems, value };
    return makeRecord(upgrade(value), range, { ...yaml, problems }, node, 0);
  });
}

function makeRecord(
  value: unknown,
  range: TextRange,
  yaml: YamlDocument,
  node: unknown,
  offset: number,
): SidecarRecord {
  if (yaml.problems.length > 0) return { range, problems: yaml.problems, value };
  const { annotation, issues } = interpretRecord(value);
  const problems = issues.map((issue) => placeIssue(issue, range, node, offset));
  return { ...(annotation ? { annotation } : {}), range, problems, value };
}

function placeIssue(
  { path, severity, code, message }: RecordIssue,
  record: TextRange,
  node: unknown,
  offset: number,
): Problem {
  const range = locateNode(node, path, offset) ?? record;
  return { range, severity, code, message };
}
