import { displayText } from '../file/unsafe-text';
import { LookUpError } from './look-up-error';

/** Own property of an object of an answer; undefined for everything else. */
export function fieldOf(value: unknown, key: string): unknown {
  const isObject = typeof value === 'object' && value !== null;
  return isObject && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** Own property at a path. */
export function fieldAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(fieldOf, value);
}

/** The items of a list; none when it is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * A text of an answer as it may be shown and written: one line, without deceptive characters, cut.
 * Undefined when nothing is left.
 *
 * @param longest in UTF-16 units
 */
export function plainText(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = displayText(value.slice(0, 4 * longest).replaceAll(/\p{Cs}/gu, ''))
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text === '') return undefined;
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Whether a text is the id of an item. */
export function isItemId(value: unknown): value is string {
  return typeof value === 'string' && /^Q[1-9]\d{0,11}$/.test(value);
}

/** @throws LookUpError when the answer says that something went wrong. */
export function requireAnswer(answer: unknown): void {
  const error = fieldOf(answer, 'error');
  if (error === undefined) return;
  const code = fieldOf(error, 'code');
  if (code === 'maxlag' || code === 'readonly') throw new LookUpError('busy');
  if (code === 'ratelimited') throw new LookUpError('too-many-requests');
  if (code === 'no-such-entity') throw new LookUpError('no-such-item');
  const info = plainText(fieldOf(error, 'info'), 200) ?? plainText(code, 60) ?? '';
  throw new LookUpError('refused', info);
}
