/** A global alignment of two short stretches, unit by unit. */
export interface CharacterAlignment {
  /** For every offset of the first stretch (its length included) the offset of the second. */
  readonly offsets: Uint16Array;
  /** Whether each unit of the first stretch stands unchanged in the second. */
  readonly kept: Uint8Array;
}

const longest = 400;
const width = longest + 1;
const distances = new Uint16Array(width * width);

/**
 * Aligns stretches of up to 400 units with the fewest replaced, left out and inserted units
 * (Wagner and Fischer 1974); `undefined` for longer ones.
 */
export function alignCharacters(
  first: Uint16Array,
  second: Uint16Array,
): CharacterAlignment | undefined {
  const rows = first.length;
  const columns = second.length;
  if (rows > longest || columns > longest) return undefined;
  for (let column = 0; column <= columns; column++) distances[column] = column;
  for (let row = 1; row <= rows; row++) {
    distances[row * width] = row;
    for (let column = 1; column <= columns; column++) {
      const cell = row * width + column;
      const replaced =
        distances[cell - width - 1]! + (first[row - 1] === second[column - 1] ? 0 : 1);
      const other = Math.min(distances[cell - width]!, distances[cell - 1]!) + 1;
      distances[cell] = Math.min(replaced, other);
    }
  }
  const offsets = new Uint16Array(rows + 1);
  const kept = new Uint8Array(rows);
  let row = rows;
  let column = columns;
  offsets[rows] = columns;
  while (row > 0) {
    const cell = row * width + column;
    const value = distances[cell]!;
    const equal = column > 0 && first[row - 1] === second[column - 1];
    if (column > 0 && value === distances[cell - width - 1]! + (equal ? 0 : 1)) {
      if (equal) kept[row - 1] = 1;
      offsets[--row] = --column;
    } else if (value === distances[cell - width]! + 1) offsets[--row] = column;
    else column--;
  }
  return { offsets, kept };
}
