import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 as sha256Bytes } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SourceText } from './source-text';

/** What a sidecar keeps of the text it was written against. */
export interface ContentIdentity {
  /** Lower-case hex SHA-256 of the canonical text in UTF-8. */
  readonly sha256: string;
  /** The git object id of the same bytes, as `git hash-object` gives it (SHA-1 object format). */
  readonly blob: string;
}

/** Hashes the canonical text; linear in its length. */
export function contentIdentity(source: SourceText): ContentIdentity {
  const bytes = utf8ToBytes(source.text);
  const header = utf8ToBytes(`blob ${bytes.length}\0`);
  const blob = sha1.create().update(header).update(bytes).digest();
  return { sha256: bytesToHex(sha256Bytes(bytes)), blob: bytesToHex(blob) };
}
