import { MentionMatcher, type MatcherAlias } from '../matcher';
import { nameTableInSteps } from '../matching/name-table';
import type { EntityRegistry, RegisteredAlias } from '../registry';

/** A registry's names in the form in which texts are searched for them. */
export interface RegistryIndex {
  readonly matcher: MentionMatcher;
  /** What a match's payloads are indexes of. */
  readonly aliases: readonly RegisteredAlias[];
}

const indexes = new WeakMap<EntityRegistry, RegistryIndex>();
const building = new WeakMap<EntityRegistry, Generator<void, RegistryIndex>>();

/**
 * The index of a registry; built on first use and kept as long as the registry. In steps, so that many names
 * hold nothing up: who asks meanwhile goes on with the steps that another began.
 */
export function* registryIndexInSteps(registry: EntityRegistry): Generator<void, RegistryIndex> {
  for (;;) {
    const known = indexes.get(registry);
    if (known) return known;
    const steps = building.get(registry) ?? build(registry);
    // Gone if it throws, so that nobody goes on with what is broken.
    building.delete(registry);
    const step = steps.next();
    if (step.done) indexes.set(registry, step.value);
    else {
      building.set(registry, steps);
      yield;
    }
  }
}

const stepSize = 2000;

function* build(registry: EntityRegistry): Generator<void, RegistryIndex> {
  const aliases: RegisteredAlias[] = [];
  const names: MatcherAlias[] = [];
  for (const registered of registry.aliases()) {
    const { alias, caseSensitive } = registered;
    const payload = aliases.push(registered) - 1;
    names.push(
      caseSensitive === undefined ? { alias, payload } : { alias, caseSensitive, payload },
    );
    if (payload % stepSize === 0) yield;
  }
  return { matcher: new MentionMatcher(yield* nameTableInSteps(names)), aliases };
}
