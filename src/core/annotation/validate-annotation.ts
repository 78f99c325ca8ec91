import {
  anchorStates,
  annotationKinds,
  annotationStatuses,
  type Annotation,
  type FieldConflict,
  type Selector,
} from './annotation';
import type { ProblemSeverity } from '../problem';
import {
  conflictKey,
  isRecord,
  recordKeys,
  replyKeys,
  selectorKeys,
  type RecordValue,
} from './record-value';
import { timestampPattern } from './yaml-scalar';

/** Something wrong with one record, at the place `path` inside it (keys and list indices). */
export interface RecordIssue {
  readonly path: readonly (string | number)[];
  readonly severity: ProblemSeverity;
  readonly code: string;
  readonly message: string;
}

export interface InterpretedRecord {
  /** Absent when an issue is an error: the record stays in the file but cannot be used. */
  readonly annotation?: Annotation;
  readonly issues: readonly RecordIssue[];
}

type Path = readonly (string | number)[];
type Report = (path: Path, code: string, message: string, severity?: ProblemSeverity) => void;

const ulidPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const idPattern = /^[^\s\x00-\x1f\x7f]{1,128}$/;
export const entityIdPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);
const known = {
  annotation: new Set<string>(recordKeys),
  selector: new Set<string>(selectorKeys),
  reply: new Set<string>(replyKeys),
};

/**
 * Checks one record as a YAML reader gives it and turns it into an annotation. The same checks as
 * `schemas/annotations.schema.json`, and those that a schema cannot express (a range's order, a
 * quote's length). Linear in the record's size.
 */
export function interpretRecord(value: unknown): InterpretedRecord {
  const issues: RecordIssue[] = [];
  let usable = true;
  const report: Report = (path, code, message, severity = 'error') => {
    if (severity === 'error') usable = false;
    issues.push({ path, severity, code, message });
  };
  if (!isRecord(value)) {
    report([], 'invalid-record', 'An annotation must be a mapping with `id` and `kind`.');
    return { issues };
  }
  const fields = checkKeys(value, known.annotation, [], 'An annotation', report);
  checkFields(value, report);
  const target = checkTarget(value, report);
  if (!usable) return { issues };
  const annotation = { ...fields, target, ...conflictsOf(value[conflictKey]) };
  return { annotation: annotation as unknown as Annotation, issues };
}

/** What stands in `x-conflict`, unless somebody has written something else there. */
function conflictsOf(value: unknown): Pick<Annotation, 'conflicts'> {
  const isConflict = (item: unknown) => isRecord(item) && typeof item['field'] === 'string';
  if (!Array.isArray(value) || !value.every(isConflict)) return {};
  return { conflicts: value as readonly FieldConflict[] };
}

/** Reports keys that are not in `keys`; returns the mapping without them. */
function checkKeys(
  value: RecordValue,
  keys: ReadonlySet<string>,
  path: Path,
  what: string,
  report: Report,
): RecordValue {
  const others = Object.keys(value).filter((key) => !keys.has(key));
  if (others.length === 0) return value;
  for (const key of others) {
    if (prototypeKeys.has(key)) {
      report([...path, key], 'prototype-key', `The key \`${key}\` is not allowed.`);
    } else if (key === conflictKey) {
      const message =
        'Merged from two versions that disagree: the other values stand in x-conflict.';
      report([...path, key], 'merge-conflict', message, 'warning');
    } else if (!key.startsWith('x-')) {
      const message = `${what} has no field \`${key}\`; it is kept as it is.`;
      report([...path, key], 'unknown-key', message, 'information');
    }
  }
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.has(key)));
}

function checkFields(value: RecordValue, report: Report): void {
  const { id, kind } = value;
  if (id === undefined) report([], 'missing-id', 'The annotation has no `id`.');
  else if (typeof id !== 'string' || !idPattern.test(id))
    report(['id'], 'invalid-id', 'The id must be a text without blanks, best a ULID.');
  else if (!ulidPattern.test(id))
    report(['id'], 'not-a-ulid', `The id \`${id}\` is not a ULID (26 characters).`, 'warning');
  if (kind === undefined) report([], 'missing-kind', 'The annotation has no `kind`.');
  else checkChoice(value, 'kind', annotationKinds, report);
  checkChoice(value, 'status', annotationStatuses, report);
  checkChoice(value, 'state', anchorStates, report);
  for (const key of ['type', 'from', 'to', 'by', 'entity']) checkText(value, key, [], report);
  if (value['note'] !== undefined && typeof value['note'] !== 'string')
    report(['note'], 'invalid-note', 'The note must be a text.');
  if (typeof value['entity'] === 'string' && !entityIdPattern.test(value['entity'])) {
    const message = 'An entity id has lower-case letters, digits and single hyphens only.';
    report(['entity'], 'invalid-entity', message, 'warning');
  }
  checkTime(value, 'created', [], report);
  checkTime(value, 'modified', [], report);
  const { confidence } = value;
  const inRange = typeof confidence === 'number' && confidence >= 0 && confidence <= 1;
  if (confidence !== undefined && !inRange)
    report(['confidence'], 'invalid-confidence', 'The confidence must be a number from 0 to 1.');
  if (value['tags'] !== undefined) checkTags(value['tags'], report);
  if (value['attributes'] !== undefined) checkAttributes(value['attributes'], report);
  if (value['replies'] !== undefined) checkReplies(value['replies'], report);
  if (kind === 'entity' && value['entity'] === undefined && value['type'] === undefined)
    report([], 'missing-entity', 'An annotation of kind `entity` needs `entity` (or a `type`).');
  if (kind === 'relation' && (value['from'] === undefined || value['to'] === undefined))
    report([], 'missing-relation-end', 'An annotation of kind `relation` needs `from` and `to`.');
}

function checkChoice(
  value: RecordValue,
  key: string,
  choices: readonly string[],
  report: Report,
): void {
  const field = value[key];
  if (field === undefined || choices.includes(field as string)) return;
  report([key], `invalid-${key}`, `The ${key} must be one of ${choices.join(', ')}.`);
}

function checkText(value: RecordValue, key: string, path: Path, report: Report): void {
  const field = value[key];
  if (field === undefined || (typeof field === 'string' && field !== '')) return;
  report([...path, key], `invalid-${key}`, `\`${key}\` must be a text that is not empty.`);
}

function checkTime(value: RecordValue, key: string, path: Path, report: Report): void {
  const field = value[key];
  if (field === undefined || (typeof field === 'string' && timestampPattern.test(field))) return;
  const message = `\`${key}\` must be a time like 2026-11-24T21:35:59Z (RFC 3339).`;
  report([...path, key], `invalid-${key}`, message);
}

function checkTags(tags: unknown, report: Report): void {
  const valid = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && tag !== '');
  if (!valid) report(['tags'], 'invalid-tags', 'Tags must be a list of texts.');
}

function checkAttributes(attributes: unknown, report: Report): void {
  if (!isRecord(attributes)) {
    report(
      ['attributes'],
      'invalid-attributes',
      'Attributes must be a mapping of names to values.',
    );
    return;
  }
  for (const [name, field] of Object.entries(attributes)) {
    const path = ['attributes', name];
    if (prototypeKeys.has(name))
      report(path, 'prototype-key', `The key \`${name}\` is not allowed.`);
    else if (name === '' || name.length > 256)
      report(path, 'invalid-attributes', 'The name of an attribute has 1 to 256 characters.');
    else if ((typeof field === 'object' && field !== null) || isEndless(field))
      report(
        path,
        'invalid-attributes',
        'An attribute must be a text, a number, true, false or null.',
      );
  }
}

/** `.inf` and `.nan` are numbers for YAML and for nobody else who reads a sidecar. */
function isEndless(field: unknown): boolean {
  return typeof field === 'number' && !Number.isFinite(field);
}

function checkReplies(replies: unknown, report: Report): void {
  if (!Array.isArray(replies)) {
    report(['replies'], 'invalid-replies', 'Replies must be a list.');
    return;
  }
  replies.forEach((reply: unknown, index) => {
    const path = ['replies', index];
    const complete = isRecord(reply) && replyKeys.every((key) => reply[key] !== undefined);
    if (!complete) {
      report(path, 'invalid-replies', 'A reply needs `by`, `created` and `note`.');
      return;
    }
    checkKeys(reply, known.reply, path, 'A reply', report);
    checkText(reply, 'by', path, report);
    checkTime(reply, 'created', path, report);
    if (typeof reply['note'] !== 'string')
      report([...path, 'note'], 'invalid-note', 'The note must be a text.');
  });
}

function checkTarget(value: RecordValue, report: Report): readonly Selector[] {
  const { kind, target } = value;
  const placeless = kind === 'document' || kind === 'relation';
  if (target === undefined) {
    if (!placeless) report([], 'missing-target', 'The annotation has no `target`.');
    return [];
  }
  if (placeless) {
    report(['target'], 'unexpected-target', `An annotation of kind \`${kind}\` has no target.`);
    return [];
  }
  if (!Array.isArray(target)) return [checkSelector(target, ['target'], report)];
  if (target.length === 0) report(['target'], 'missing-target', 'The target is an empty list.');
  return target.map((item: unknown, index) => checkSelector(item, ['target', index], report));
}

function checkSelector(value: unknown, path: Path, report: Report): Selector {
  if (!isRecord(value)) {
    report(path, 'invalid-target', 'A target must be a mapping with `quote`, `start` and `end`.');
    return value as never;
  }
  const selector = checkKeys(value, known.selector, path, 'A target', report);
  for (const key of requiredOfSelector)
    if (value[key] === undefined) report(path, 'invalid-target', `The target has no \`${key}\`.`);
  if (value['quote'] === '') report([...path, 'quote'], 'empty-quote', 'The quote is empty.');
  for (const key of textsOfSelector)
    if (value[key] !== undefined && typeof value[key] !== 'string')
      report([...path, key], 'invalid-target', `\`${key}\` must be a text.`);
  const hasStart = checkOffset(value, 'start', path, report);
  if (checkOffset(value, 'end', path, report) && hasStart) checkRange(value, path, report);
  return selector as unknown as Selector;
}

const requiredOfSelector = ['quote', 'before', 'after', 'start', 'end'];
const textsOfSelector = ['quote', 'current', 'before', 'after', 'message'];

function checkOffset(value: RecordValue, key: string, path: Path, report: Report): boolean {
  const offset = value[key];
  if (typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0) return true;
  const message = 'An offset must be a whole number of code points from 0.';
  if (offset !== undefined) report([...path, key], 'invalid-offset', message);
  return false;
}

function checkRange(value: RecordValue, path: Path, report: Report): void {
  const start = value['start'] as number;
  const end = value['end'] as number;
  if (start >= end) {
    report([...path, 'end'], 'empty-range', '`end` must be greater than `start`.');
    return;
  }
  const passage = value['current'] ?? value['quote'];
  if (typeof passage !== 'string' || passage === '') return;
  const length = codePointLength(passage);
  if (length === end - start) return;
  const message = `The passage has ${length} code points, but its range ${start}–${end} has ${end - start}.`;
  report([...path, 'end'], 'length-mismatch', message, 'warning');
}

const surrogatePair = /[\ud800-\udbff][\udc00-\udfff]/g;

function codePointLength(text: string): number {
  return text.length - (text.match(surrogatePair)?.length ?? 0);
}
