import { withWindows1252Signs } from './windows-1252';

/** The result of turning a file's bytes into text. */
export interface DecodedText {
  readonly text: string;
  /** WHATWG encoding label that was used. */
  readonly encoding: string;
  /** A sentence for the user when the bytes were not plainly text in that encoding. */
  readonly problem?: string;
}

/**
 * Decodes a source's bytes: UTF-8, or UTF-16 by its byte-order mark; anything else is read as
 * windows-1252 (WHATWG's default for unlabelled legacy text), and the problem is named.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be');
  const binary = bytes.subarray(0, 8192).includes(0);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return binary
      ? { text, encoding: 'utf-8', problem: 'The file holds NUL bytes and may be binary.' }
      : { text, encoding: 'utf-8' };
  } catch {
    return {
      text: withWindows1252Signs(new TextDecoder('windows-1252').decode(bytes), 'windows-1252'),
      encoding: 'windows-1252',
      problem: binary
        ? 'The file is not text.'
        : 'The file is not valid UTF-8; it was read as windows-1252.',
    };
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
