import type { SourceText } from '../text/source-text';
import type { Mention } from './entity';
import { MentionMatcher } from './matcher';
import type { EntityRegistry, RegisteredEntity } from './registry';

interface Names {
  readonly matcher: MentionMatcher;
  readonly entities: readonly RegisteredEntity[];
}

const namesOf = new WeakMap<EntityRegistry, Names>();

/** Where the text names entities of the registry; in order, without overlap. */
export function findMentions(
  source: SourceText,
  registry: EntityRegistry,
  options: { readonly recognise?: boolean } = {},
): Mention[] {
  void options;
  const { matcher, entities } = names(registry);
  return matcher.find(source.text).map(({ start, end, payloads }) => {
    const found = payloads.map((payload) => entities[payload]!);
    const [first] = found;
    return {
      start,
      end,
      text: source.slice({ start, end }),
      type: first!.entity.type,
      source: first!.source,
      entities: found.map(({ entity }) => entity),
    };
  });
}

function names(registry: EntityRegistry): Names {
  const known = namesOf.get(registry);
  if (known) return known;
  const entities = [...registry.entities()];
  const payloads = new Map(entities.map((entity, payload) => [entity, payload]));
  const aliases = [...registry.aliases()].map(({ entity, ...alias }) => ({
    ...alias,
    payload: payloads.get(entity)!,
  }));
  const made = { matcher: new MentionMatcher(aliases), entities };
  namesOf.set(registry, made);
  return made;
}
