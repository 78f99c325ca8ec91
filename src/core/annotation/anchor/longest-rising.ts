/**
 * Indices of the longest subsequence in which the values do not fall (patience sorting), rising.
 * O(n log n), linear where the values mostly rise.
 */
export function longestRising(values: Int32Array): Int32Array {
  const count = values.length;
  // For every length the index of the least value that ends a subsequence so long, and that value.
  const tails = new Int32Array(count);
  const tailValues = new Int32Array(count);
  const previous = new Int32Array(count);
  let length = 0;
  for (let index = 0; index < count; index++) {
    const value = values[index]!;
    let low = length;
    if (length > 0 && tailValues[length - 1]! > value) {
      low = 0;
      let high = length - 1;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (tailValues[middle]! <= value) low = middle + 1;
        else high = middle;
      }
    } else length++;
    previous[index] = low === 0 ? -1 : tails[low - 1]!;
    tails[low] = index;
    tailValues[low] = value;
  }
  const rising = new Int32Array(length);
  for (let index = length === 0 ? -1 : tails[length - 1]!; index !== -1; index = previous[index]!)
    rising[--length] = index;
  return rising;
}
