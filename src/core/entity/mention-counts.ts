import type { Message } from '../message/message';
import type { SourceText } from '../text/source-text';
import { messageMentionsInSteps } from './message-mentions';
import type { EntityRegistry } from './registry';

/** How often a file mentions an entity, and in how many of its messages. */
export interface EntityCount {
  readonly mentions: number;
  readonly messages: number;
}

/**
 * Counts the known entities that messages mention, by id; recognised names are not counted, and an
 * ambiguous name counts for the entity that it most likely means. In steps, so that
 * a long file can be counted in slices.
 *
 * @param uri where the file stands, for names that are ignored in it alone
 */
export function* countMentions(
  source: SourceText,
  messages: readonly Message[],
  registry: EntityRegistry,
  uri?: string,
): Generator<void, ReadonlyMap<string, EntityCount>> {
  const counts = new Map<string, { mentions: number; messages: number }>();
  for (const message of messages) {
    const seen = new Set<string>();
    const options = uri ? { uri } : {};
    const mentions = yield* messageMentionsInSteps(source, message, registry, options);
    for (const { entities } of mentions) {
      const id = entities[0]?.id;
      if (id === undefined) continue;
      const count = counts.get(id) ?? { mentions: 0, messages: 0 };
      count.mentions++;
      if (!seen.has(id)) count.messages++;
      seen.add(id);
      counts.set(id, count);
    }
    yield;
  }
  return counts;
}
