import type { Mention } from '../entity';
import type { RecogniserModel } from '../recogniser/recogniser-data';
import { hashWord } from '../recogniser/word-hash';
import { WordClass } from '../recogniser/word-classes';

const longestTitle = 24;

/**
 * What a place of the gazetteer is where it may name a person: that person after a title ("Mr. Berlin") and
 * after the full name ("London said" after "Sondra London"; "in London" stays the place); nothing where it is
 * a first name ("Chad Smith"); otherwise the place.
 *
 * @param persons the persons named in full, by their last word
 */
export function placeOrPerson(
  text: string,
  place: Mention,
  persons: ReadonlyMap<string, Mention>,
  model: RecogniserModel | undefined,
): Mention[] {
  if (place.type !== 'place' || place.demonym) return [place];
  const person = persons.get(place.text);
  if (person && person.end <= place.start && !isAfterPreposition(text, place.start))
    return [asPerson(place, { evidence: person.text.replace(/\s+/g, ' ') })];
  if (!model) return [place];
  const title = titleBefore(text, place.start, model);
  // Nobody is called like a country: "Miss Ukraine", "Captain America".
  if (title && place.entities[0]?.coordinates)
    return [asPerson(place, { evidence: `${title} ${place.text}`, role: title })];
  return isGivenName(text, place.start, place.end, model) ? [] : [place];
}

function asPerson(
  { start, end, text }: Mention,
  said: { readonly evidence: string; readonly role?: string },
): Mention {
  return { start, end, text, type: 'person', source: 'recognised', entities: [], ...said };
}

function isAfterPreposition(text: string, start: number): boolean {
  return /(?:^|[^\p{L}])(?:in|at|of|from|to|near|for|into|around|outside|through|via)\s+$/iu.test(
    text.slice(Math.max(0, start - 12), start),
  );
}

/** Persons named with two words and more, the first of each last word. */
export function personsBySurname(names: readonly Mention[]): Map<string, Mention> {
  const persons = new Map<string, Mention>();
  for (const name of names) {
    const surname = name.type === 'person' ? /\s(\S+)$/.exec(name.text)?.[1] : undefined;
    if (surname && !persons.has(surname)) persons.set(surname, name);
  }
  return persons;
}

/** The honorific or office, with its capital, right before a name: "Mr.", "Senator". */
function titleBefore(
  text: string,
  start: number,
  { classes }: RecogniserModel,
): string | undefined {
  const before = text.slice(Math.max(0, start - longestTitle), start);
  const title = /(?<![\p{L}-])(\p{Lu}\p{Ll}+\.?)[ \t]{1,2}$/u.exec(before)?.[1];
  if (!title) return undefined;
  const kind = classes.get(hashWord(title.toLowerCase().replace(/\.$/, '')));
  const isTitle = kind & (WordClass.honorific | WordClass.title);
  return isTitle && !(kind & WordClass.organizationHead) ? title : undefined;
}

const noSurname =
  WordClass.title |
  WordClass.role |
  WordClass.organizationHead |
  WordClass.placeHead |
  WordClass.otherHead |
  WordClass.calendar |
  WordClass.functionWord |
  WordClass.demonym |
  WordClass.direction;

/**
 * Whether a place's name is the first name of somebody here: "Chad Smith", "Paris Hilton"; not "Jordan
 * River" or "Israel Radio". By the recogniser's lists of first names and surnames.
 *
 * @param start of the name in UTF-16 units
 */
function isGivenName(
  text: string,
  start: number,
  end: number,
  { classes }: RecogniserModel,
): boolean {
  const name = text.slice(start, end);
  if (!/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
  if (!(classes.get(hashWord(name.toLowerCase())) & WordClass.firstName)) return false;
  const next = /^[ \t]{1,2}(\p{Lu}[\p{L}’'-]*\p{Ll})(?![\p{L}-])/u.exec(
    text.slice(end, end + 40),
  )?.[1];
  if (!next) return false;
  if (/^(?:O['’]|Mc)\p{Lu}/u.test(next)) return true;
  const kind = classes.get(hashWord(next.toLowerCase()));
  return (kind & (WordClass.surname | WordClass.firstName)) !== 0 && (kind & noSurname) === 0;
}
