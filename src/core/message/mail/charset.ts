import { withWindows1252Signs } from '../../text/windows-1252';
import { MappedTextBuilder } from './mapped-text-builder';
import type { MappedText } from './offset-map';
import { byteSequences } from './byte-sequences';
import type { EncodedBytes } from './transfer-encoding';

/** Labels found in mail for encodings that WHATWG knows under another name. */
const aliases = new Map([
  ['iso88598i', 'iso-8859-8-i'],
  ['cp932', 'shift_jis'],
  ['shiftjis', 'shift_jis'],
  ['windows31j', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['cp950', 'big5'],
  ['eucjp', 'euc-jp'],
  ['iso2022jp1', 'iso-2022-jp'],
  ['iso2022jp2', 'iso-2022-jp'],
  ['iso2022jpms', 'iso-2022-jp'],
  ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'],
  ['ansi', 'windows-1252'],
  ['8bit', 'windows-1252'],
  ['iso88591windows1252', 'windows-1252'],
]);

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

/** The encoding that a charset label of a message means, or undefined when nothing can read it. */
export function encodingOf(label: string): string | undefined {
  const plain = label.trim().toLowerCase();
  const squeezed = plain.replace(/^(?:x-|cs)/, '').replace(/[\s._-]/g, '');
  const decoder =
    decoderFor(plain) ?? decoderFor(aliases.get(squeezed) ?? squeezed) ?? decoderFor(`x-${plain}`);
  return decoder?.encoding;
}

/**
 * Decodes a body's bytes by its charset label (`undefined` = none was given), with a map from the
 * text to the characters the bytes came from. Line ends become LF. An unknown label is read as
 * windows-1252 and named in `problem`.
 */
export function decodeCharset(encoded: EncodedBytes, label: string | undefined): MappedText {
  const wanted = label === undefined ? 'windows-1252' : encodingOf(label);
  const encoding = preferUtf8(encoded.bytes, wanted ?? 'windows-1252');
  const lines = encoding.startsWith('utf-16') ? encoded : withCanonicalLineEnds(encoded);
  const builder = new MappedTextBuilder();
  const whole = withWindows1252Signs(
    new TextDecoder(encoding, { ignoreBOM: true }).decode(lines.bytes),
    encoding,
  );
  // No encoding gives more units than it has bytes: as many means one for each.
  const oneToOne = whole.length === lines.bytes.length;
  if (oneToOne) mapOneToOne(builder, lines);
  const text = oneToOne ? whole : mapBySequences(builder, lines, encoding);
  return described({ text, map: builder.buildMap() }, label, wanted);
}

function described(text: MappedText, label: string | undefined, wanted: string | undefined) {
  return wanted === undefined
    ? { ...text, problem: `Unknown character set "${label}"; read as windows-1252.` }
    : text;
}

/** Text labelled ASCII or Latin-1, or not at all, is UTF-8 when it is valid UTF-8 beyond ASCII. */
function preferUtf8(bytes: Uint8Array, encoding: string): string {
  if (encoding !== 'windows-1252') return encoding;
  if (!bytes.some((byte) => byte > 127)) return encoding;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return encoding;
  }
}

function withCanonicalLineEnds(encoded: EncodedBytes): EncodedBytes {
  if (!encoded.bytes.includes(13)) return encoded;
  const bytes = encoded.bytes.slice();
  const starts = encoded.starts.slice();
  const ends = encoded.ends.slice();
  let length = 0;
  for (let at = 0; at < encoded.bytes.length; at++, length++) {
    const carriageReturn = encoded.bytes[at] === 13;
    starts[length] = encoded.starts[at]!;
    if (carriageReturn && encoded.bytes[at + 1] === 10) at++;
    bytes[length] = carriageReturn ? 10 : encoded.bytes[at]!;
    ends[length] = encoded.ends[at]!;
  }
  return {
    bytes: bytes.subarray(0, length),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
}

function mapOneToOne(builder: MappedTextBuilder, { bytes, starts, ends }: EncodedBytes): void {
  for (let at = 0; at < bytes.length; at++) builder.appendMapping(1, starts[at]!, ends[at]!);
}

/**
 * Decodes and maps line by line: where the expected lengths of the characters fit what the decoder
 * gives, character by character, else the line as a whole. Returns the text.
 */
function mapBySequences(
  builder: MappedTextBuilder,
  { bytes, starts, ends }: EncodedBytes,
  encoding: string,
): string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const wide = encoding.startsWith('utf-16');
  const texts: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const lineEnd = wide ? -1 : bytes.indexOf(10, from);
    const to = lineEnd === -1 ? bytes.length : lineEnd + 1;
    const text = decoder.decode(bytes.subarray(from, to), { stream: to < bytes.length });
    texts.push(text);
    const sequences = byteSequences(bytes, from, to, encoding);
    const expected = sequences.reduce((sum, { units }) => sum + units, 0);
    if (expected === text.length) {
      let at = from;
      for (const { length, units } of sequences) {
        if (units > 0) builder.appendMapping(units, starts[at]!, ends[at + length - 1]!);
        at += length;
      }
    } else if (text !== '') {
      builder.appendMapping(text.length, starts[from]!, ends[to - 1]!);
    }
    from = to;
  }
  return texts.join('');
}
