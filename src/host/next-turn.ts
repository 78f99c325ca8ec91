/** Resolves when the extension host has done what waited: long work is cut into slices with it. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
