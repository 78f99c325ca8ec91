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
  const persons = fullNames.flatMap((fullName) => {
    const surname = surnameOf(text.slice(fullName.start, fullName.end));
    return surname === undefined ? [] : [{ ...fullName, surname }];
  });
  if (persons.length === 0) return [];
  const matcher = new MentionMatcher(
    persons.map(({ surname }, payload) => ({ alias: surname, payload })),
  );
  return matcher.find(text, range).flatMap(({ start, end, payloads }) => {
    const before = payloads.map((payload) => persons[payload]!).filter((each) => each.end <= start);
    const entities = [...new Set(before.reverse().map(({ entity }) => entity))];
    return entities.length > 0 ? [{ start, end, entities }] : [];
  });
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
