import { entityTypes, type EntityType, type Mention } from './entity';

/** Everything in a text that is named alike: an entity, or a recognised name that is in no file. */
export interface NamedThing {
  /** Entity id; absent for a recognised name. */
  readonly id?: string;
  readonly name: string;
  readonly type: EntityType | 'unknown';
  readonly source: Mention['source'];
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
}

export interface ThingGroup {
  /** A type of entities, or the names that are in no file. */
  readonly kind: EntityType | 'recognised';
  /** Most mentioned first. */
  readonly things: readonly NamedThing[];
}

/**
 * Sorts mentions by what they name: entities by their type, recognised names apart. A name that may
 * mean several entities counts for the likeliest. Linear but for sorting.
 */
export function groupMentions(mentions: readonly Mention[]): ThingGroup[] {
  const things = new Map<string, NamedThing & { mentions: Mention[] }>();
  for (const mention of mentions) {
    const [entity] = mention.entities;
    const name = entity?.name ?? mention.text.replaceAll(/\s+/g, ' ');
    const key = entity ? `id ${entity.id}` : `name ${mention.type} ${name}`;
    const known = things.get(key);
    if (known) known.mentions.push(mention);
    else {
      const id = entity ? { id: entity.id } : {};
      const { type, source } = mention;
      things.set(key, { ...id, name, type: entity?.type ?? type, source, mentions: [mention] });
    }
  }
  return groupThings([...things.values()], ({ mentions: of }) => of.length);
}

/** Groups in the order of the types, recognised names last; empty ones are left out. */
export function groupThings<Thing extends Omit<NamedThing, 'mentions'>>(
  things: readonly Thing[],
  count: (thing: Thing) => number,
): { kind: EntityType | 'recognised'; things: Thing[] }[] {
  const kinds = [...entityTypes, 'recognised'] as const;
  const kindOf = ({ id, type }: Thing) =>
    id === undefined || type === 'unknown' ? 'recognised' : type;
  const sorted = [...things].sort(
    (a, b) => count(b) - count(a) || (a.name < b.name ? -1 : Number(a.name > b.name)),
  );
  return kinds.flatMap((kind) => {
    const members = sorted.filter((thing) => kindOf(thing) === kind);
    return members.length > 0 ? [{ kind, things: members }] : [];
  });
}

/** Whether a filter's words all stand in a name (or id), in any case. */
export function matchesFilter(
  { name, id }: { readonly name: string; readonly id?: string },
  filter: string,
): boolean {
  const text = `${name} ${id ?? ''}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
