import type { EntityType } from '../entity';

/** What entity files and the gazetteer know; the recogniser asks it about whole names. */
export interface KnownNames {
  /** The type of a name as written in the text, with single blanks; undefined when it is in no file. */
  typeOf(name: string): EntityType | undefined;
}
