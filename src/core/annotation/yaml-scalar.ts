import type { AttributeValue } from './annotation';

/**
 * How sidecars write one YAML scalar on one line. A string is written plain when every YAML 1.1 and
 * 1.2 reader takes it for that very string; otherwise double-quoted with JSON's escapes only, so that
 * `JSON.parse` reads it as well as any YAML reader.
 */

/** Controls, separators, marks and bidirectional controls that are invisible in an editor, or not text. */
const invisible =
  /[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/u;
const invisibleUnits = /[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

const asciiPlain = /^[A-Za-z0-9_(/$][\x20-\x7e]*$/;
const plainStart = /^[A-Za-z0-9_(/$\u00a1-\uffff]/;
/** A comment, a mapping or a trailing blank or colon would begin here. */
const blockIndicator = / #|: |[: ]$/;
const flowIndicator = /[,[\]{}]/;
/** Numbers of YAML 1.1 and 1.2 (also octal, binary, sexagesimal) and everything near them. */
const numberLike = /^[0-9][0-9_.,:]*(?:[eE][-+]?[0-9]*)?$|^0[xXoObB][0-9A-Fa-f_]*$/;
const timestampLike = /^\d{4}-\d\d?-\d\d?(?:$|[Tt \t])/;
const reservedWord = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** RFC 3339 with seconds; plain in spite of YAML 1.1's timestamps, as the format's `created` is. */
export const timestampPattern =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

export type ScalarContext = 'block' | 'flow';

/** Whether `text` may stand without quotes; also what the canonical reader accepts as plain. */
export function isPlainSafe(text: string, context: ScalarContext): boolean {
  if (!asciiPlain.test(text) && !isUnicodePlain(text)) return false;
  if (blockIndicator.test(text)) return false;
  if (context === 'flow' && flowIndicator.test(text)) return false;
  if (text.length <= 5 && reservedWord.test(text)) return false;
  const first = text.charCodeAt(0);
  if (first < 0x30 || first > 0x39) return true;
  return !numberLike.test(text) && (!timestampLike.test(text) || timestampPattern.test(text));
}

function isUnicodePlain(text: string): boolean {
  return plainStart.test(text) && text.trim() === text && !invisible.test(text);
}

/** One line of YAML for a scalar value; every string and finite or infinite number reads back as it was. */
export function writeScalar(value: AttributeValue, context: ScalarContext): string {
  if (typeof value === 'string') return isPlainSafe(value, context) ? value : writeQuoted(value);
  if (typeof value === 'number') return writeNumber(value);
  return String(value);
}

function writeQuoted(text: string): string {
  return JSON.stringify(text).replace(
    invisibleUnits,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function writeNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

/**
 * Whether `text` may be written as a literal block scalar (`|` or `|-`): several lines of visible
 * text. Trailing blanks are not left to editors that trim them, nor an indented first line to readers
 * that detect the indentation.
 */
export function isLiteralSafe(text: string): boolean {
  if (!text.includes('\n') || text.startsWith('\n') || text.startsWith(' ')) return false;
  if (text.startsWith('\t') || text.endsWith('\n\n')) return false;
  if (/[ \t]$/m.test(text)) return false;
  return !invisible.test(text.replaceAll('\n', '').replaceAll('\t', ''));
}

/**
 * Reads a scalar of the canonical form; `undefined` when it is anything else and a YAML reader must
 * decide.
 */
export function readCanonicalString(token: string, context: ScalarContext): string | undefined {
  if (token.charCodeAt(0) !== 0x22) return isPlainSafe(token, context) ? token : undefined;
  if (!token.includes('\\')) return readUnescaped(token);
  try {
    return JSON.parse(token) as string;
  } catch {
    return undefined;
  }
}

function readUnescaped(token: string): string | undefined {
  const inside = token.slice(1, -1);
  const plain = token.length > 1 && token.endsWith('"') && !inside.includes('"');
  return plain && !/[\x00-\x1f]/.test(inside) ? inside : undefined;
}
