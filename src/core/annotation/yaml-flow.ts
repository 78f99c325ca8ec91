import { isRecord, type RecordValue } from './record-value';
import { isPlainSafe, readCanonicalString, writeScalar } from './yaml-scalar';
import type { AttributeValue } from './annotation';

/** One-line flow style, as sidecars use it for tags and replies: `[a, b]`, `{ by: A, note: "b, c" }`. */

/** Any plain data as flow style on one line. */
export function writeFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`;
  if (!isRecord(value)) return writeScalar(value as AttributeValue, 'flow');
  const pairs = Object.entries(value).map(
    ([key, field]) => `${writeScalar(key, 'flow')}: ${writeFlow(field)}`,
  );
  return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
}

/** A quoted scalar or a stretch that holds no flow indicator. */
const scalarToken = /"[^"\\]*(?:\\.[^"\\]*)*"|[^,[\]{}"]+/y;

/** Reads a canonical list of texts; `undefined` when it is anything else. */
export function readFlowList(token: string): string[] | undefined {
  if (!token.startsWith('[') || !token.endsWith(']')) return undefined;
  const items: string[] = [];
  let at = 1;
  while (at < token.length - 1) {
    const scalar = scalarAt(token, at);
    const item = scalar === undefined ? undefined : readCanonicalString(scalar, 'flow');
    if (item === undefined) return undefined;
    items.push(item);
    at += scalar!.length;
    if (at === token.length - 1) return items;
    if (!token.startsWith(', ', at)) return undefined;
    at += 2;
  }
  return undefined;
}

/** Reads a canonical flow mapping of texts; `undefined` when it is anything else. */
export function readFlowMap(token: string): RecordValue | undefined {
  if (!token.startsWith('{ ') || !token.endsWith(' }')) return undefined;
  const end = token.length - 2;
  const value: RecordValue = {};
  let at = 2;
  while (at < end) {
    const colon = token.indexOf(': ', at);
    const key = token.slice(at, colon);
    if (colon === -1 || !/^[a-z]+$/.test(key) || !isPlainSafe(key, 'flow')) return undefined;
    if (Object.hasOwn(value, key)) return undefined;
    const scalar = scalarAt(token, colon + 2)?.replace(/ $/, '');
    const field = scalar === undefined ? undefined : readCanonicalString(scalar, 'flow');
    if (field === undefined) return undefined;
    value[key] = field;
    at = colon + 2 + scalar!.length;
    if (at === end) return value;
    if (!token.startsWith(', ', at)) return undefined;
    at += 2;
  }
  return undefined;
}

function scalarAt(token: string, at: number): string | undefined {
  scalarToken.lastIndex = at;
  return scalarToken.exec(token)?.[0];
}
