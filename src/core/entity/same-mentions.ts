import type { Mention } from './entity';

/** A mention's words on one line. */
export function nameOf({ text }: Mention): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** Tells what a mention names: the likeliest entity, or a name that is in no file. */
function keyOf(mention: Mention): string {
  const [entity] = mention.entities;
  return entity ? `id ${entity.id}` : `name ${nameOf(mention)}`;
}

/** Whether two mentions name the same. */
export function isSameThing(one: Mention, other: Mention): boolean {
  return keyOf(one) === keyOf(other);
}

const counted = new WeakMap<readonly Mention[], ReadonlyMap<string, number>>();

/** How many of the mentions name the same as one; counted once for a list. */
export function countSame(mentions: readonly Mention[], mention: Mention): number {
  let counts = counted.get(mentions);
  if (!counts) {
    const sums = new Map<string, number>();
    for (const each of mentions) {
      const key = keyOf(each);
      sums.set(key, (sums.get(key) ?? 0) + 1);
    }
    counted.set(mentions, (counts = sums));
  }
  return counts.get(keyOf(mention)) ?? 0;
}
