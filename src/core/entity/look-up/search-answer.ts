import { fieldAt, fieldOf, isItemId, listOf, plainText, requireAnswer } from './answer-value';
import { LookUpError } from './look-up-error';

/** An item that a search found. */
export interface SearchHit {
  /** `Q…` */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** The alias that was found, when it is not the label. */
  readonly alias?: string;
}

const mostHits = 50;

/**
 * The items of an answer to `wbsearchentities`, best first. Whatever is no item is left out.
 *
 * @throws LookUpError when the answer is an error or not of the documented shape.
 */
export function searchHits(answer: unknown): SearchHit[] {
  requireAnswer(answer);
  const found = fieldOf(answer, 'search');
  if (!Array.isArray(found)) throw new LookUpError('unreadable');
  const seen = new Set<string>();
  return listOf(found)
    .slice(0, mostHits)
    .flatMap((hit) => {
      const id = fieldOf(hit, 'id');
      if (!isItemId(id) || seen.has(id)) return [];
      seen.add(id);
      // `display` has the user's language; older installations have only the fields beside it.
      const said = (name: string, longest: number) =>
        plainText(fieldAt(hit, 'display', name, 'value'), longest) ??
        plainText(fieldOf(hit, name), longest);
      const label = said('label', 200) ?? id;
      const description = said('description', 300);
      const matched = plainText(fieldAt(hit, 'match', 'text'), 200);
      const isAlias = fieldAt(hit, 'match', 'type') === 'alias' && matched !== label;
      return [
        {
          id,
          label,
          ...(description ? { description } : {}),
          ...(matched && isAlias ? { alias: matched } : {}),
        },
      ];
    });
}
