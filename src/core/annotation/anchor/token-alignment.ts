import type { TokenTable } from './token-table';

/** Pairs of equal tokens, in order: indices in the pattern and in the text. */
export interface TokenPairs {
  readonly pattern: number[];
  readonly text: number[];
}

/** Larger tables are not computed; see `alignTokens`. */
const mostCells = 3_000_000;
/** Finding a token is worth so many times what leaving it out costs. */
const pairWorth = 4;

const enum Step {
  stop,
  pair,
  skipText,
  skipPattern,
}

let steps = new Uint8Array(0);
/** Per token of the text what leaving it out costs, and the values of the row above and of this one. */
let skips = new Int32Array(0);
let above = new Int32Array(0);
let current = new Int32Array(0);

/**
 * Local alignment of a pattern's tokens with tokens `from` to `to` of a text (Smith and Waterman
 * 1981): the pairs of equal tokens in the same order that are worth most, a token being worth its
 * length. Ends of the pattern that are not found cost nothing. Time and memory are the product of
 * both lengths; `undefined` when that is too much.
 */
export function alignTokens(
  pattern: TokenTable,
  text: TokenTable,
  from: number,
  to: number,
): TokenPairs | undefined {
  const rows = pattern.hashes.length;
  const columns = to - from;
  const width = columns + 1;
  if ((rows + 1) * width > mostCells) return undefined;
  prepare(rows, columns);
  const { hashes } = text;
  let previousRow = above;
  let thisRow = current;
  for (let column = 1; column <= columns; column++)
    skips[column] = text.ends[from + column - 1]! - text.starts[from + column - 1]! + 1;
  let best = 0;
  let bestCell = 0;
  for (let row = 1; row <= rows; row++) {
    const hash = pattern.hashes[row - 1]!;
    const skip = pattern.ends[row - 1]! - pattern.starts[row - 1]! + 1;
    let cell = row * width;
    steps[cell] = Step.stop;
    let diagonal = 0;
    let left = 0;
    for (let column = 1; column <= columns; column++) {
      let value = 0;
      let step: Step = Step.stop;
      if (hash === hashes[from + column - 1]) {
        value = diagonal + skip * pairWorth;
        step = Step.pair;
      }
      left -= skips[column]!;
      if (left > value) {
        value = left;
        step = Step.skipText;
      }
      diagonal = previousRow[column]!;
      if (diagonal - skip > value) {
        value = diagonal - skip;
        step = Step.skipPattern;
      }
      left = value;
      thisRow[column] = value;
      steps[++cell] = step;
      if (value > best) {
        best = value;
        bestCell = cell;
      }
    }
    [previousRow, thisRow] = [thisRow, previousRow];
  }
  return trace(bestCell, width, from);
}

/** The first row of the table: nothing is found yet. */
function prepare(rows: number, columns: number): void {
  const width = columns + 1;
  if (steps.length < (rows + 1) * width) steps = new Uint8Array((rows + 1) * width * 2);
  steps.fill(Step.stop, 0, width);
  if (above.length < width) {
    skips = new Int32Array(width * 2);
    above = new Int32Array(width * 2);
    current = new Int32Array(width * 2);
  }
  above.fill(0, 0, width);
}

function trace(cell: number, width: number, from: number): TokenPairs {
  const pairs: TokenPairs = { pattern: [], text: [] };
  for (;;) {
    const step = steps[cell]! as Step;
    if (step === Step.stop) break;
    if (step === Step.pair) {
      pairs.pattern.push(Math.floor(cell / width) - 1);
      pairs.text.push(from + (cell % width) - 1);
      cell -= width + 1;
    } else cell -= step === Step.skipText ? 1 : width;
  }
  pairs.pattern.reverse();
  pairs.text.reverse();
  return pairs;
}
