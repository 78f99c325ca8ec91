/**
 * Items in the order of their distance from the nearest of some offsets; those without a place come first.
 * Equally near ones stay in their order. O(items × offsets + sort).
 *
 * @param startOf where an item begins (UTF-16)
 * @param offsets at least one (UTF-16)
 */
export function nearestFirst<Item>(
  items: readonly Item[],
  startOf: (item: Item) => number | undefined,
  offsets: readonly number[],
): Item[] {
  const distance = (start: number | undefined) =>
    start === undefined ? -1 : Math.min(...offsets.map((offset) => Math.abs(start - offset)));
  return items
    .map((item) => ({ item, away: distance(startOf(item)) }))
    .sort((one, other) => one.away - other.away)
    .map(({ item }) => item);
}
