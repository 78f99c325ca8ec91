import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { TextRange } from '../../text/text-range';

/**
 * The name by which a message inside a file is found again: its Message-ID, or, where it has none,
 * "sha256:" and the hex hash of its text without the mbox separator line and the white space at its
 * ends (so that it stays the same when messages before or after it are added).
 */
export function messageIdentity(text: string, range: TextRange, messageId: string | null): string {
  if (messageId !== null) return messageId;
  const separator = text.startsWith('From ', range.start);
  const lineEnd = separator ? text.indexOf('\n', range.start) : -1;
  const start = lineEnd === -1 || lineEnd >= range.end ? range.start : lineEnd + 1;
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text.slice(start, range.end).trim())))}`;
}
