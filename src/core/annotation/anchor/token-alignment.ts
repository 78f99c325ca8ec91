import type { TokenTable } from './token-table';

/** Pairs of equal tokens, in order: indices in the pattern and in the text. */
export interface TokenPairs {
  readonly pattern: number[];
  readonly text: number[];
}

/** Larger tables are not computed; see `alignTokens`. */
const mostCells = 3_000_000;
/** What leaving out a token costs, as a share of what finding it is worth. */
const gapCost = 0.25;

const enum Step {
  stop,
  pair,
  skipText,
  skipPattern,
}

let steps = new Uint8Array(0);

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
  if (steps.length < (rows + 1) * width) steps = new Uint8Array((rows + 1) * width * 2);
  steps.fill(Step.stop, 0, (rows + 1) * width);
  let above = new Float64Array(width);
  let current = new Float64Array(width);
  const skips = new Float64Array(columns);
  for (let column = 0; column < columns; column++)
    skips[column] = (text.ends[from + column]! - text.starts[from + column]! + 1) * gapCost;
  let best = 0;
  let bestCell = 0;
  for (let row = 1; row <= rows; row++) {
    const hash = pattern.hashes[row - 1]!;
    const worth = pattern.ends[row - 1]! - pattern.starts[row - 1]! + 1;
    const skip = worth * gapCost;
    current[0] = 0;
    for (let column = 1; column <= columns; column++) {
      let value = 0;
      let step: Step = Step.stop;
      if (hash === text.hashes[from + column - 1]) {
        value = above[column - 1]! + worth;
        step = Step.pair;
      }
      const withoutText = current[column - 1]! - skips[column - 1]!;
      if (withoutText > value) {
        value = withoutText;
        step = Step.skipText;
      }
      const withoutPattern = above[column]! - skip;
      if (withoutPattern > value) {
        value = withoutPattern;
        step = Step.skipPattern;
      }
      current[column] = value;
      steps[row * width + column] = step;
      if (value > best) {
        best = value;
        bestCell = row * width + column;
      }
    }
    [above, current] = [current, above];
  }
  return trace(bestCell, width, from);
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
