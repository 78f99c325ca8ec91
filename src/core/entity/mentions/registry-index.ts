import { MentionMatcher } from '../matcher';
import type { EntityRegistry, RegisteredAlias } from '../registry';

/** A registry's names in the form in which texts are searched for them. */
export interface RegistryIndex {
  readonly matcher: MentionMatcher;
  /** What a match's payloads are indexes of. */
  readonly aliases: readonly RegisteredAlias[];
}

const indexes = new WeakMap<EntityRegistry, RegistryIndex>();

/** The index of a registry; built on first use and kept as long as the registry. */
export function registryIndex(registry: EntityRegistry): RegistryIndex {
  const known = indexes.get(registry);
  if (known) return known;
  const aliases = [...registry.aliases()];
  const matcher = new MentionMatcher(
    aliases.map(({ alias, caseSensitive }, payload) =>
      caseSensitive === undefined ? { alias, payload } : { alias, caseSensitive, payload },
    ),
  );
  const index = { matcher, aliases };
  indexes.set(registry, index);
  return index;
}
