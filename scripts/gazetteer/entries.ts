/** What `scripts/build-gazetteer.ts` puts together before it writes its tables. */

export interface Named {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** As in a cell: separated by `|`, the adjective first. */
  readonly demonyms: string;
}
export interface Country extends Named {
  readonly kind: string;
  readonly region: string;
  readonly capital: string;
}
export interface State extends Named {
  readonly country: string;
  readonly abbreviations: string;
}
export interface Thing {
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly demonyms: string;
}

export interface Entries {
  readonly countries: readonly Country[];
  readonly states: readonly State[];
  readonly things: readonly Thing[];
}
