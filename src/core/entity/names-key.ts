import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EntityRegistry } from './registry';

const stepLength = 1000;

/**
 * A text that changes with every name that is looked for, with how it is looked for, what it means,
 * and with the names that are ignored. In steps, linear in the names.
 */
export function* namesKey(registry: EntityRegistry): Generator<void, string> {
  const hash = sha256.create();
  let part: unknown[] = [];
  const take = () => {
    hash.update(utf8ToBytes(`${JSON.stringify(part)}\n`));
    part = [];
  };
  for (const { alias, caseSensitive, context, entity } of registry.aliases()) {
    part.push([entity.entity.id, entity.entity.type, alias, caseSensitive ?? 0, context ?? 0]);
    if (part.length < stepLength) continue;
    take();
    yield;
  }
  for (const { uri, file } of registry.files) {
    if (file.ignored.length > 0) part.push([uri, file.ignored]);
  }
  take();
  return bytesToHex(hash.digest());
}
