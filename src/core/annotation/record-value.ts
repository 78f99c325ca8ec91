import type { Annotation, Selector, SidecarSource } from './annotation';

/**
 * A record, a selector or a reply as plain data: what a YAML reader gives and what the writer
 * renders. Unknown keys are in it as well.
 */
export type RecordValue = Record<string, unknown>;

/** Canonical key order of a record (design section 4). */
export const recordKeys = [
  'id',
  'kind',
  'target',
  'entity',
  'type',
  'note',
  'tags',
  'attributes',
  'status',
  'confidence',
  'from',
  'to',
  'by',
  'created',
  'modified',
  'replies',
  'state',
] as const satisfies readonly (keyof Annotation)[];

/** Where the values that lost a merge are kept: a list of `{ field, value }`. */
export const conflictKey = 'x-conflict';

export const selectorKeys = [
  'quote',
  'current',
  'before',
  'after',
  'start',
  'end',
  'message',
] as const satisfies readonly (keyof Selector)[];

export const replyKeys = ['by', 'created', 'note'] as const;

export const sourceKeys = [
  'name',
  'sha256',
  'blob',
] as const satisfies readonly (keyof SidecarSource)[];

/** The keys of `value` that are in `keys` and hold something, in that order. */
export function pickKeys(value: object, keys: readonly string[]): RecordValue {
  const picked: RecordValue = {};
  for (const key of keys) {
    const field = (value as RecordValue)[key];
    if (field !== undefined && !isEmpty(field)) picked[key] = field;
  }
  return picked;
}

/** An annotation as it stands in a file: known keys in canonical order, a lone selector not in a list; `state: exact` is not written. */
export function toRecordValue(annotation: Annotation): RecordValue {
  const value = pickKeys(annotation, recordKeys);
  const selectors = annotation.target.map((selector) => pickKeys(selector, selectorKeys));
  if (selectors.length > 0) value['target'] = selectors.length === 1 ? selectors[0] : selectors;
  const { attributes, replies } = annotation;
  if (value['attributes']) value['attributes'] = sortKeys(attributes!);
  if (value['replies']) value['replies'] = replies!.map((reply) => pickKeys(reply, replyKeys));
  if (value['state'] === 'exact') delete value['state'];
  return value;
}

/** Empty lists and maps say nothing and are not written. */
function isEmpty(field: unknown): boolean {
  if (Array.isArray(field)) return field.length === 0;
  return isRecord(field) && Object.keys(field).length === 0;
}

function sortKeys(map: Readonly<Record<string, unknown>>): RecordValue {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether `value` is a mapping (not a list, not null). */
export function isRecord(value: unknown): value is RecordValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Deep equality of plain data, whatever the order of keys. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => isEqual(item, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}
