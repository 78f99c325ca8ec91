import type { EntityType } from '../core/entity/entity';

/** Codicons by entity type. */
export const entityIcons: Record<EntityType | 'unknown', string> = {
  person: 'person',
  organization: 'organization',
  place: 'location',
  event: 'calendar',
  work: 'book',
  law: 'law',
  product: 'package',
  other: 'tag',
  unknown: 'question',
};
