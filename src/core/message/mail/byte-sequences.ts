/** Some bytes that encode one character (or none: an escape), and its length in UTF-16 units. */
export interface ByteSequence {
  readonly length: number;
  readonly units: number;
}

/**
 * Splits bytes into the sequences that an encoding (WHATWG name) makes characters of. It trusts the
 * lead bytes; the caller compares the sum of units with what the decoder gave.
 */
export function byteSequences(
  bytes: Uint8Array,
  from: number,
  to: number,
  encoding: string,
): ByteSequence[] {
  const sequences: ByteSequence[] = [];
  let doubleByte = false;
  for (let at = from; at < to;) {
    let next: ByteSequence;
    if (encoding === 'iso-2022-jp') {
      if (bytes[at] === 27) {
        // ESC $ @ and ESC $ B begin two-byte characters; ESC ( … ends them.
        doubleByte = bytes[at + 1] === 36;
        next = { length: 3, units: 0 };
      } else {
        const wide = doubleByte && bytes[at] !== 10;
        next = { length: wide ? 2 : 1, units: 1 };
      }
    } else {
      next = sequenceAt(bytes, at, encoding);
    }
    const length = Math.min(next.length, to - at);
    sequences.push({ length, units: next.units });
    at += length;
  }
  return sequences;
}

function sequenceAt(bytes: Uint8Array, at: number, encoding: string): ByteSequence {
  const lead = bytes[at]!;
  if (encoding.startsWith('utf-16')) return { length: 2, units: 1 };
  if (lead < 0x80) return { length: 1, units: 1 };
  switch (encoding) {
    case 'utf-8': {
      const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
      return { length, units: length === 4 ? 2 : 1 };
    }
    case 'gbk':
    case 'gb18030': {
      const second = bytes[at + 1] ?? 0;
      if (second >= 0x30 && second <= 0x39) return { length: 4, units: lead >= 0x90 ? 2 : 1 };
      return { length: lead === 0x80 ? 1 : 2, units: 1 };
    }
    case 'euc-jp':
      return { length: lead === 0x8f ? 3 : 2, units: 1 };
    case 'shift_jis':
      return { length: lead >= 0xa1 && lead <= 0xdf ? 1 : 2, units: 1 };
    case 'big5':
    case 'euc-kr':
      return { length: 2, units: 1 };
    default:
      return { length: 1, units: 1 };
  }
}
