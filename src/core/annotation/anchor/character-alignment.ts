/** Stretches of more units are not compared unit by unit. */
const longest = 400;
/** Rows of the table of distances that one integer holds, a bit each. */
const blockHeight = 32;
const rowLength = longest + 1;
const blockCount = Math.ceil(longest / blockHeight);

/**
 * The table of distances as differences between neighbouring cells, for every block of rows and
 * every column. Bit set: the cell is as great as the one diagonally before it; one greater than
 * the one above it.
 */
const equalsDiagonal = new Int32Array(blockCount * rowLength);
const exceedsAbove = new Int32Array(blockCount * rowLength);
/** Difference to the cell on the left, along the lower edge of the block of rows done last. */
const edge = new Int8Array(rowLength);
/** For every unit its places in the block of rows, a bit each. */
const places = new Int32Array(0x10000);

/** Where units `start … end` of a stretch of text stand; the stretch may be a whole text. */
export interface Stretch {
  readonly codes: Uint16Array;
  readonly start: number;
  readonly end: number;
}

/**
 * Aligns stretches of up to 400 units with the fewest replaced, left out and inserted units
 * (Levenshtein distance; the table is computed by the bit-parallel algorithm of Myers 1999 in the
 * form of Hyyrö 2003). For every unit of `first`, `offsets` gets the unit of `second` that stands
 * for it, and `kept` gets 1 if that is the same, else 0, both at the unit's index in `first.codes`.
 * Does nothing and returns false for longer stretches.
 */
export function alignCharacters(
  first: Stretch,
  second: Stretch,
  offsets: Int32Array,
  kept: Uint8Array,
): boolean {
  const rows = first.end - first.start;
  const columns = second.end - second.start;
  if (rows > longest || columns > longest) return false;
  edge.fill(1, 0, columns + 1);
  for (let block = 0; block * blockHeight < rows; block++) {
    const from = first.start + block * blockHeight;
    fillBlock(first.codes, from, Math.min(first.end, from + blockHeight), second, block);
  }
  let row = rows;
  let column = columns;
  while (row > 0) {
    const unit = first.start + row - 1;
    const cell = ((row - 1) >>> 5) * rowLength + column;
    const bit = (row - 1) & 31;
    const isEqual = column > 0 && first.codes[unit] === second.codes[second.start + column - 1];
    if (isEqual || (column > 0 && ((equalsDiagonal[cell]! >>> bit) & 1) === 0)) column--;
    else if (column > 0 && ((exceedsAbove[cell]! >>> bit) & 1) === 0) {
      column--;
      continue;
    }
    kept[unit] = isEqual ? 1 : 0;
    offsets[unit] = second.start + column;
    row--;
  }
  return true;
}

/** Computes the rows of units `from … to` of the first stretch; they are block number `block`. */
function fillBlock(
  codes: Uint16Array,
  from: number,
  to: number,
  second: Stretch,
  block: number,
): void {
  for (let unit = from; unit < to; unit++) places[codes[unit]!]! |= 1 << (unit - from);
  let greater = -1;
  let smaller = 0;
  const columns = second.end - second.start;
  const firstCell = block * rowLength;
  for (let column = 1; column <= columns; column++) {
    const above = edge[column]!;
    const equal = places[second.codes[second.start + column - 1]!]!;
    const equalOrLess = equal | (above < 0 ? 1 : 0);
    const diagonal = (((equalOrLess & greater) + greater) ^ greater) | equalOrLess;
    let toRight = smaller | ~(diagonal | greater);
    let toLeft = greater & diagonal;
    edge[column] = (toRight >>> 31) - (toLeft >>> 31);
    equalsDiagonal[firstCell + column] = diagonal | smaller;
    toRight = (toRight << 1) | (above > 0 ? 1 : 0);
    toLeft = (toLeft << 1) | (above < 0 ? 1 : 0);
    const vertical = equal | smaller;
    greater = toLeft | ~(vertical | toRight);
    smaller = toRight & vertical;
    exceedsAbove[firstCell + column] = greater;
  }
  for (let unit = from; unit < to; unit++) places[codes[unit]!] = 0;
}
