import type { TextRange } from './text-range';

/**
 * The range that holds an offset, its end included; where two meet the one that begins there. Found by
 * halving.
 *
 * @param ranges ordered, without overlap
 */
export function rangeAt<Range extends TextRange>(
  ranges: readonly Range[],
  offset: number,
): Range | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const found = ranges[low - 1];
  return found && offset <= found.end ? found : undefined;
}
