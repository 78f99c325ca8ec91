import type { TextRange } from './text-range';

/**
 * A layer for each range, from 0, such that ranges that overlap have different ones: the outermost
 * has the lowest. Of ranges that begin at the same place the longer one is the outer one.
 *
 * Greedy colouring of an interval graph in the order of the starts, which uses the fewest layers.
 */
export function rangeLayers(ranges: readonly TextRange[]): number[] {
  const order = ranges.map((_, index) => index);
  order.sort((a, b) => ranges[a]!.start - ranges[b]!.start || ranges[b]!.end - ranges[a]!.end);
  const layers = ranges.map(() => 0);
  /** By layer: where the last range in it ends. */
  const ends: number[] = [];
  for (const index of order) {
    const { start, end } = ranges[index]!;
    let layer = ends.findIndex((last) => last <= start);
    if (layer < 0) layer = ends.length;
    ends[layer] = end;
    layers[index] = layer;
  }
  return layers;
}
