import type { EntityType } from '../entity';
import { fieldAt, fieldOf, isItemId, listOf, plainText, requireAnswer } from './answer-value';
import { coordinatesOf, datesOf, type ItemDate } from './item-statements';
import { typeOf } from './item-type';
import { LookUpError } from './look-up-error';

/** What Wikidata says of an item, of that what an entity file has fields for. */
export interface WikidataItem {
  /** `Q…`; another than was asked for when the item was merged into it. */
  readonly id: string;
  readonly label?: string;
  readonly description?: string;
  /** Other names in the user's language, without the label. */
  readonly aliases: readonly string[];
  /** Only when its classes leave no doubt. */
  readonly type?: EntityType;
  readonly coordinates?: readonly [latitude: number, longitude: number];
  readonly dates: readonly ItemDate[];
}

const longestDescription = 500;
const longestName = 200;
const mostAliases = 40;

/**
 * The item of an answer to `wbgetentities`.
 *
 * @param languages best first; see `requestLanguages`
 * @throws LookUpError when there is no such item, or the answer is not of the documented shape.
 */
export function itemOf(answer: unknown, languages: readonly string[]): WikidataItem {
  requireAnswer(answer);
  const entities = fieldOf(answer, 'entities');
  if (typeof entities !== 'object' || entities === null) throw new LookUpError('unreadable');
  const [entity] = Object.values(entities);
  const id = fieldOf(entity, 'id');
  if (!isItemId(id)) throw new LookUpError('unreadable');
  if (fieldOf(entity, 'missing') !== undefined) throw new LookUpError('no-such-item', id);
  const label = inLanguage(fieldOf(entity, 'labels'), languages, longestName);
  const description = inLanguage(fieldOf(entity, 'descriptions'), languages, longestDescription);
  const claims = fieldOf(entity, 'claims');
  const type = typeOf(claims);
  const coordinates = coordinatesOf(claims);
  return {
    id,
    aliases: aliasesOf(fieldOf(entity, 'aliases'), languages, label),
    dates: datesOf(claims),
    ...(label ? { label } : {}),
    ...(description ? { description } : {}),
    ...(type ? { type } : {}),
    ...(coordinates ? { coordinates } : {}),
  };
}

function inLanguage(
  texts: unknown,
  languages: readonly string[],
  longest: number,
): string | undefined {
  for (const language of languages) {
    const text = plainText(fieldAt(texts, language, 'value'), longest);
    if (text) return text;
  }
  return undefined;
}

const word = /[\p{L}\p{N}]/u;

/** The aliases in the user's language and those for all; English ones only when there are no others. */
function aliasesOf(
  all: unknown,
  languages: readonly string[],
  label: string | undefined,
): string[] {
  const inCode = (language: string) =>
    listOf(fieldOf(all, language))
      .slice(0, 10 * mostAliases)
      .flatMap((alias) => {
        const text = plainText(fieldOf(alias, 'value'), longestName);
        return text && word.test(text) && text !== label ? [text] : [];
      });
  const found = languages.filter((language) => language !== 'en').flatMap(inCode);
  // English stands last when it is not the user's language.
  const names = languages.at(-1) === 'en' && found.length > 0 ? found : [...found, ...inCode('en')];
  return [...new Set(names)].slice(0, mostAliases);
}
