import type { TextRange } from '../../text/text-range';
import type { Entity } from '../entity';
import { MentionMatcher } from '../matcher';

/** A person who is named in full at a place. */
export interface FullName extends TextRange {
  readonly entity: Entity;
}

/** A surname that stands alone after its full name. */
export interface SurnameMention extends TextRange {
  readonly entities: readonly Entity[];
}

/** More persons of one surname are too many to choose from. */
const mostNamesakes = 20;

/**
 * Where the persons of entity files are named by their surname alone, after their full name
 * ("Jens Stoltenberg … Stoltenberg"): the last word of the name, in its own capitals. Several
 * persons with one surname are all candidates, the one named last first.
 */
export function surnameMentions(
  text: string,
  range: TextRange,
  fullNames: readonly FullName[],
): SurnameMention[] {
  const bySurname = new Map<string, FullName[]>();
  for (const fullName of fullNames) {
    const surname = surnameOf(text.slice(fullName.start, fullName.end));
    if (surname === undefined) continue;
    const known = bySurname.get(surname);
    if (known) known.push(fullName);
    else bySurname.set(surname, [fullName]);
  }
  if (bySurname.size === 0) return [];
  const persons = [...bySurname.values()].map((names) => ({ names, passed: 0, recent: [] }));
  const matcher = new MentionMatcher(
    [...bySurname.keys()].map((alias, payload) => ({ alias, payload })),
  );
  return matcher.find(text, range).flatMap(({ start, end, payloads }) => {
    const named = payloads.flatMap((payload) => namedBefore(persons[payload]!, start));
    const entities = [...new Set(named)];
    return entities.length > 0 ? [{ start, end, entities }] : [];
  });
}

/** The persons of one surname, and how far the text was looked at. */
interface Namesakes {
  readonly names: readonly FullName[];
  passed: number;
  /** Who was named so far, last first. */
  readonly recent: Entity[];
}

/** Who was named in full before an offset, last first; the offsets asked for must grow. */
function namedBefore(namesakes: Namesakes, offset: number): readonly Entity[] {
  const { names, recent } = namesakes;
  while (namesakes.passed < names.length && names[namesakes.passed]!.end <= offset) {
    const { entity } = names[namesakes.passed++]!;
    const known = recent.indexOf(entity);
    if (known !== -1) recent.splice(known, 1);
    recent.unshift(entity);
    recent.length = Math.min(recent.length, mostNamesakes);
  }
  return [...recent];
}

/** The last word of a name of two words or more; not "Jr." or a number. */
function surnameOf(name: string): string | undefined {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => !/^(?:Jr|Sr|[IVX]+)\.?,?$/.test(word));
  const last = words.at(-1)?.replace(/,$/, '');
  return words.length > 1 && last !== undefined && /^\p{Lu}[\p{L}\p{M}'’-]{2,}$/u.test(last)
    ? last
    : undefined;
}
