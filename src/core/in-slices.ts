/** Runs steps to their end at once. */
export function atOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Runs steps in slices of about `milliseconds`, giving way to other work between them. What the steps
 * throw is thrown.
 *
 * @param pause resolves when the host has had its turn, for example `setImmediate`
 */
export async function inSlices<Result>(
  steps: Generator<void, Result>,
  pause: () => Promise<unknown>,
  milliseconds = 8,
): Promise<Result> {
  let since = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (Date.now() - since >= milliseconds) {
      await pause();
      since = Date.now();
    }
  }
}
