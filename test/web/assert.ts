/** Stands for `node:assert/strict` in the browser's extension host, which has no Node modules. */

function fail(message: string): never {
  throw new Error(message);
}

const assert = {
  ok(value: unknown, message = 'not true'): asserts value {
    if (!value) fail(message);
  },
  equal(actual: unknown, expected: unknown, message = 'not equal'): void {
    if (!Object.is(actual, expected))
      fail(`${message}: ${String(actual)} is not ${String(expected)}`);
  },
  /** For plain data with keys in the same order. */
  deepEqual(actual: unknown, expected: unknown, message = 'not equal'): void {
    const [found, wanted] = [actual, expected].map((value) => JSON.stringify(value, null, 1));
    if (found !== wanted) fail(`${message}:\n${found}\nis not\n${wanted}`);
  },
  match(actual: string, expected: RegExp): void {
    if (!expected.test(actual)) fail(`${actual}\ndoes not match ${expected}`);
  },
};

export default assert;
