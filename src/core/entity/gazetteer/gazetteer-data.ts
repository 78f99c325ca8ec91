/**
 * The shape of `gazetteer.json`, as `scripts/build-gazetteer.ts` writes it: tables of tab-separated
 * lines, because keys would take as much room as the facts, and the cities, which are most of it, by column,
 * because that is read in a third of the time. A cell with several names separates them by `|`; empty cells
 * at a line's end are left out.
 */
export interface GazetteerData {
  readonly format: 2;
  /** ISO 3166-1 alpha-2, name, kind, region, capital, demonyms (the adjective first), other names. */
  readonly countries: string;
  /** Country code, code that its cities have, name, abbreviations ("Calif."), other names, demonyms. */
  readonly states: string;
  /** Organizations, places, treaties and the like: type, name, other names, description, demonyms. */
  readonly things: string;
  readonly cities: CityColumns;
}

/** The cities, of one name the larger first; index by index the same city. */
export interface CityColumns {
  /** Lines. */
  readonly names: string;
  /** Ids of those that have another than `simpleId` of their name. */
  readonly ids: Readonly<Record<number, string>>;
  /** Lines of country code and state code that occur. */
  readonly parents: string;
  /** Which line of `parents` each has. */
  readonly parent: readonly number[];
  readonly thousands: readonly number[];
  readonly latitude: readonly number[];
  readonly longitude: readonly number[];
  /** Those that are the capital of their country. */
  readonly capitals: readonly number[];
  /** Those found only before their country or state. */
  readonly doubtful: readonly number[];
  /** Cells of other names. */
  readonly others: Readonly<Record<number, string>>;
}

/** Whether a value has the shape of the file. */
export function isGazetteerData(value: unknown): value is GazetteerData {
  const data = value as Partial<GazetteerData> | null;
  return (
    typeof data === 'object' &&
    data !== null &&
    data.format === 2 &&
    [data.countries, data.states, data.things, data.cities?.names].every(
      (table) => typeof table === 'string',
    )
  );
}

/** The id of a name of small and capital letters of ASCII. */
export function simpleId(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/** The cells of every line of a table. */
export function tableRows(table: string): string[][] {
  return table.split('\n').map((line) => line.split('\t'));
}

/** The table of some rows. */
export function tableOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.join('\t').replace(/\t+$/, '')).join('\n');
}

/** The names in a cell. */
export function cellNames(cell: string | undefined): string[] {
  return cell ? cell.split('|') : [];
}
