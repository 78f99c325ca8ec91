import { decodeWords as decodeRawWords } from 'postal-mime';
import { withWindows1252Signs } from '../../text/windows-1252';
import { encodingOf } from './charset';
import type { HeaderBlock } from './header-fields';
import { unfold } from './header-fields';
import { eightBitBytes } from './transfer-encoding';

/** Unfolds a field's value and decodes its encoded words (RFC 2047). */
export function decodeHeaderValue(value: string): string {
  const line = unfold(value);
  return line.includes('=?') ? decodeEncodedWords(readEightBit(line)) : readEightBit(line);
}

/** Control codes in words were written as windows-1252, however the host's decoder reads it. */
function decodeWords(line: string): string {
  return withWindows1252Signs(decodeRawWords(line), 'windows-1252');
}

/** Words that claim UTF-8 and are not are read as windows-1252, which is what such senders wrote in. */
function decodeEncodedWords(line: string): string {
  const decoded = decodeWords(line);
  if (!decoded.includes('\ufffd') || line.includes('\ufffd')) return decoded;
  const relabelled = decodeWords(line.replace(/=\?utf-?8(?=[?*])/gi, '=?windows-1252'));
  return relabelled.includes('\ufffd') ? decoded : relabelled;
}

/** UTF-8 that was read as windows-1252, because some other place of the file is not UTF-8. */
function readEightBit(line: string): string {
  if (!/[\xc2-\xf4][\x80-\uffff]/.test(line)) return line;
  const encoded = eightBitBytes(line);
  if (!encoded) return line;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(encoded.bytes);
  } catch {
    return line;
  }
}

/** The first field of that name (lower-case), decoded; undefined when there is none. */
export function headerValue(text: string, block: HeaderBlock, name: string): string | undefined {
  const field = block.fields.find((candidate) => candidate.name === name);
  return field && decodeHeaderValue(text.slice(field.valueStart, field.end));
}

/** A header value with parameters: `text/plain; charset="utf-8"`. Names and value lower-case. */
export interface ParameterizedValue {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** No honest header is longer; what follows is not looked at. */
const longestParameters = 100_000;

/**
 * Reads a value with parameters (RFC 2045) with quoted strings and comments, and with the
 * continuations, charsets and percent-encoding of RFC 2231. Doubled semicolons and blanks pass.
 */
export function parseParameters(source: string): ParameterizedValue {
  const pieces = splitOutsideQuotes(unfold(source.slice(0, longestParameters)));
  const plain = new Map<string, string>();
  const sections = new Map<string, { index: number; encoded: boolean; value: string }[]>();
  for (const piece of pieces.slice(1)) {
    const equals = piece.indexOf('=');
    if (equals <= 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    const value = piece.slice(equals + 1).trim();
    const extended = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(name);
    if (extended && name.includes('*')) {
      const list = sections.get(extended[1]!) ?? [];
      list.push({ index: Number(extended[2] ?? 0), encoded: extended[3] === '*', value });
      sections.set(extended[1]!, list);
    } else if (!plain.has(name)) {
      plain.set(name, value.includes('=?') ? decodeWords(value) : value);
    }
  }
  for (const [name, list] of sections) {
    list.sort((one, other) => one.index - other.index);
    plain.set(name, joinSections(list));
  }
  return { value: (pieces[0] ?? '').trim().toLowerCase(), parameters: plain };
}

function joinSections(list: readonly { encoded: boolean; value: string }[]): string {
  const first = list[0]!;
  const declared = first.encoded ? /^([^']*)'[^']*'/.exec(first.value) : null;
  const bytes: number[] = [];
  for (const [index, { encoded, value }] of list.entries()) {
    const text = index === 0 && declared ? value.slice(declared[0].length) : value;
    for (const part of encoded ? text.split(/(%[0-9a-f]{2})/i) : [text]) {
      if (encoded && /^%[0-9a-f]{2}$/i.test(part)) bytes.push(parseInt(part.slice(1), 16));
      else for (const byte of new TextEncoder().encode(part)) bytes.push(byte);
    }
  }
  const encoding = encodingOf(declared?.[1] || 'utf-8') ?? 'utf-8';
  return withWindows1252Signs(new TextDecoder(encoding).decode(Uint8Array.from(bytes)), encoding);
}

/** The pieces between semicolons, with quoted strings unquoted and comments left out. */
function splitOutsideQuotes(source: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!;
    if (character === '\\' && (quoted || depth > 0)) {
      at++;
      if (depth === 0) piece += source[at] ?? '';
    } else if (depth === 0 && character === '"') {
      quoted = !quoted;
    } else if (quoted) {
      piece += character;
    } else if (character === '(') {
      depth++;
    } else if (character === ')' && depth > 0) {
      depth--;
    } else if (depth === 0 && character === ';') {
      pieces.push(piece);
      piece = '';
    } else if (depth === 0) {
      piece += character;
    }
  }
  pieces.push(piece);
  return pieces;
}
