import { windows1252Byte } from '../../text/windows-1252';

/** Bytes, each with the stretch of text (UTF-16 units) it was decoded from. */
export interface EncodedBytes {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

class ByteCollector {
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #length = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }

  push(byte: number, start: number, end: number): void {
    this.#bytes[this.#length] = byte;
    this.#starts[this.#length] = start;
    this.#ends[this.#length++] = end;
  }

  finish(): EncodedBytes {
    return {
      bytes: this.#bytes.subarray(0, this.#length),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }
}

function hexadecimalDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/**
 * Quoted-printable (RFC 2045, section 6.7): `=XX`, soft line breaks, blanks before a line end
 * dropped. What is malformed stays as it stands. Characters beyond ASCII, which have no place in it,
 * count as their UTF-8 bytes when that is what the bytes are to be read as (`utf8`), else as their
 * windows-1252 byte or "?".
 */
export function decodeQuotedPrintable(text: string, utf8: boolean): EncodedBytes {
  const collector = new ByteCollector(text.length * (utf8 ? 3 : 1));
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === 61) {
      const high = hexadecimalDigit(text.charCodeAt(at + 1));
      const low = hexadecimalDigit(text.charCodeAt(at + 2));
      if (high >= 0 && low >= 0) {
        collector.push(high * 16 + low, at, at + 3);
        at += 3;
        continue;
      }
    }
    if (code === 61 || code === 32 || code === 9) {
      // "=" and blanks up to the line end are a soft break; blanks alone are padding from transport.
      let after = at + 1;
      while (text.charCodeAt(after) === 32 || text.charCodeAt(after) === 9) after++;
      if (text.charCodeAt(after) === 10) {
        at = code === 61 ? after + 1 : after;
        continue;
      }
      for (; at < after; at++) collector.push(text.charCodeAt(at), at, at + 1);
      continue;
    }
    if (code < 128 || !utf8) {
      collector.push(code < 128 ? code : (windows1252Byte(code) ?? 63), at, ++at);
    } else {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      const end = at + character.length;
      for (const byte of new TextEncoder().encode(character)) collector.push(byte, at, end);
      at = end;
    }
  }
  return collector.finish();
}

const sextets = new Int8Array(128).fill(-1);
for (const [value, character] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
].entries())
  sextets[character.charCodeAt(0)] = value;

/**
 * How much of `text` is base64: whole lines of its alphabet. List software adds its footer to a
 * base64 body as plain text; that is where the encoded text ends.
 */
export function base64Extent(text: string): number {
  let at = 0;
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd === -1 ? text.length : lineEnd;
    for (let index = at; index < end; index++) {
      const code = text.charCodeAt(index);
      const known = code < 128 && (sextets[code]! >= 0 || code === 61 || code === 32 || code === 9);
      if (!known) return at;
    }
    at = lineEnd === -1 ? text.length : lineEnd + 1;
  }
  return text.length;
}

/** Base64 (RFC 4648); foreign characters are skipped, padding in the middle begins a new group. */
export function decodeBase64(text: string): EncodedBytes {
  const collector = new ByteCollector(Math.ceil((text.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const sextet = code < 128 ? sextets[code]! : -1;
    if (sextet < 0) {
      if (code === 61) count = bits = 0;
      continue;
    }
    // A byte is counted to the characters that complete it, so that no two bytes share one.
    if (count === 0) from = at;
    bits = ((bits << 6) | sextet) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      collector.push((bits >> count) & 255, from, at + 1);
      from = at + 1;
    }
  }
  return collector.finish();
}

/**
 * The bytes of text that was read as windows-1252 though it was written in another encoding, or
 * undefined when it holds a character that such a reading cannot give.
 */
export function eightBitBytes(text: string): EncodedBytes | undefined {
  const collector = new ByteCollector(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = windows1252Byte(text.charCodeAt(at));
    if (byte === undefined) return undefined;
    collector.push(byte, at, at + 1);
  }
  return collector.finish();
}
