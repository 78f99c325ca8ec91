/** Entities of entity files (design section 6) and of the embedded gazetteer. */

export const entityTypes = [
  'person',
  'organization',
  'place',
  'event',
  'work',
  'law',
  'product',
  'other',
] as const;
export type EntityType = (typeof entityTypes)[number];

/** Who or what an entity is. `id` matches `[a-z0-9]+(-[a-z0-9]+)*`. */
export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description?: string;
  /** Wikidata item, `Q…`. */
  readonly wikidata?: string;
  readonly links?: readonly string[];
  /** Latitude, longitude in degrees. */
  readonly coordinates?: readonly [latitude: number, longitude: number];
  /** Markdown. */
  readonly notes?: string;
  readonly match?: { readonly caseSensitive?: boolean };
  /** Facts of the gazetteer about places. */
  readonly facts?: PlaceFacts;
}

export interface PlaceFacts {
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
  readonly country?: string;
  readonly capital?: string;
  readonly region?: string;
  readonly demonym?: string;
  readonly population?: number;
}

/** What a name was recognised by. */
export type MentionSource = 'file' | 'gazetteer' | 'recognised';

/** A place in a text that names an entity; UTF-16 offsets over the canonical text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: EntityType | 'unknown';
  readonly source: MentionSource;
  /** Candidates, best first; empty for a recognised name that is in no file. */
  readonly entities: readonly Entity[];
  /** For recognised names: the evidence, as a phrase of the text ("NATO Secretary-General Jens Stoltenberg"). */
  readonly evidence?: string;
  /** The text has the adjective or the noun for what belongs to the place ("Russian", "Swedes"). */
  readonly demonym?: true;
  /** Title or role that stands with a person's name. */
  readonly role?: string;
}
