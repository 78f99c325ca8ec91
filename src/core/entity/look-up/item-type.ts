import type { EntityType } from '../entity';
import { fieldOf } from './answer-value';
import { statementValues } from './item-statements';

/**
 * Classes of Wikidata (values of P31, "instance of") that leave no doubt about an entity's type: human;
 * organisation, company, party, newspaper …; country, city, river …; war, election …; book, film …;
 * treaty, statute …; software, weapon model.
 */
const classes: Readonly<Partial<Record<EntityType, string>>> = {
  person: 'Q5',
  organization:
    'Q43229 Q245065 Q484652 Q163740 Q4830453 Q783794 Q891723 Q6881511 Q161726 Q22687 Q66344 Q7278 ' +
    'Q192283 Q11032 Q1110794 Q1193236 Q1002697 Q41298 Q1616075 Q31855 Q3918 Q875538 Q15936437 ' +
    'Q38723 Q327333 Q192350 Q476028 Q1127126 Q4120211 Q48204 Q79913 Q33506 Q207694 Q41487 Q35749',
  place:
    'Q6256 Q3624078 Q515 Q5119 Q486972 Q532 Q3957 Q1549591 Q1637706 Q7930989 Q82794 Q35657 ' +
    'Q10864048 Q23442 Q8502 Q46831 Q4022 Q23397 Q165 Q9430 Q39594 Q37901 Q34763 Q5107 Q33837 ' +
    'Q15284 Q484170 Q262166 Q22865 Q493522 Q747074 Q70208 Q16110 Q34876 Q28575 Q56061 Q123705 ' +
    'Q12280 Q44782 Q40080 Q39816 Q1248784 Q39715 Q2221906',
  event:
    'Q1190554 Q1656682 Q198 Q178561 Q180684 Q350604 Q645883 Q13418847 Q7944 Q8065 Q3839081 Q168247 ' +
    'Q8068 Q40231 Q124734 Q10931 Q45382 Q175331 Q744913 Q132821 Q2223653 Q3199915',
  work: 'Q7725634 Q47461344 Q571 Q8261 Q25379 Q5185279 Q11424 Q5398426 Q482994 Q3305213 Q13442814 Q191067',
  law: 'Q131569 Q625298 Q820655 Q49371 Q7755',
  product: 'Q2424752 Q7397 Q15142894',
};

const typeByClass = new Map(
  (Object.entries(classes) as [EntityType, string][]).flatMap(([type, ids]) =>
    ids.split(' ').map((id) => [id, type] as const),
  ),
);

/** The type that an item's classes say; undefined when they say none, or several. */
export function typeOf(claims: unknown): EntityType | undefined {
  const types = new Set<EntityType>();
  for (const value of statementValues(claims, 'P31')) {
    const id = fieldOf(value, 'id');
    const type = typeof id === 'string' ? typeByClass.get(id) : undefined;
    if (type) types.add(type);
  }
  return types.size === 1 ? [...types][0] : undefined;
}
