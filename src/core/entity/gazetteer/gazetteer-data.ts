/**
 * The shape of `gazetteer.json`, as `scripts/build-gazetteer.ts` writes it: tables of tab-separated
 * lines, because keys would take as much room as the facts. A cell with several names separates them
 * by `|`; empty cells at a line's end are left out.
 */
export interface GazetteerData {
  readonly format: 1;
  /** ISO 3166-1 alpha-2, name, kind, region, capital, demonyms (the adjective first), other names. */
  readonly countries: string;
  /** Country code, code that its cities have, name, abbreviations ("Calif."), other names, demonyms. */
  readonly states: string;
  /** Organizations, places, treaties and the like: type, name, other names, description, demonyms. */
  readonly things: string;
  /**
   * Name, country code, state code, population in thousands, latitude, longitude, marks (`c` capital,
   * `d` doubtful: found only before its country or state), other names. Of one name the larger first.
   */
  readonly cities: string;
}

/** Whether a value has the shape of the file. */
export function isGazetteerData(value: unknown): value is GazetteerData {
  const data = value as Partial<GazetteerData> | null;
  return (
    typeof data === 'object' &&
    data !== null &&
    data.format === 1 &&
    [data.countries, data.states, data.things, data.cities].every(
      (table) => typeof table === 'string',
    )
  );
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
