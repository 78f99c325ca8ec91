/**
 * One line of the benchmark report: a figure of ours beside the figure of a named peer, measured in the same run.
 */
export interface BenchmarkRow {
  /** What was done, on what, in words: "outline of the seed". */
  readonly name: string;
  /** Our figure: a median over repetitions. */
  readonly value: number;
  /** "ms", "MB/s", "messages/s", "F1", "kB" … */
  readonly unit: string;
  /** What it is compared with and its version: "vscode-textmate 9.3.2, Markdown grammar". */
  readonly peer?: string;
  /** The peer's figure in the same unit, measured in the same run. */
  readonly peerValue?: number;
  /** `value / peerValue`; filled in by `row` when left out. */
  readonly ratio?: number;
  /** Why the figure is what it is, or which goal it has to meet: "goal: under 50 ms". */
  readonly remark?: string;
}

/**
 * What every `bench/*.ts` module with figures exports as `benchmark`: `bench/run.ts` finds it by itself.
 * A module that lacks its data (`../shared` is not there) returns no rows and prints why.
 */
export interface Benchmark {
  /** Heading in the report. */
  readonly title: string;
  rows(): Promise<BenchmarkRow[]> | BenchmarkRow[];
}

/** A row with its ratio. */
export function row(fields: BenchmarkRow): BenchmarkRow {
  const { value, peerValue } = fields;
  if (fields.ratio !== undefined || peerValue === undefined || peerValue === 0) return fields;
  return { ...fields, ratio: value / peerValue };
}

/** The middle of the values; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) throw new RangeError('the median of nothing');
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Median duration in milliseconds of `action`, after `warmUp` runs that are not counted. */
export function medianMilliseconds(action: () => unknown, repetitions = 9, warmUp = 3): number {
  for (let run = 0; run < warmUp; run++) action();
  const durations: number[] = [];
  for (let run = 0; run < repetitions; run++) {
    const begin = performance.now();
    action();
    durations.push(performance.now() - begin);
  }
  return median(durations);
}

/** The same for an action that returns a promise. */
export async function medianMillisecondsAsync(
  action: () => PromiseLike<unknown>,
  repetitions = 9,
  warmUp = 3,
): Promise<number> {
  for (let run = 0; run < warmUp; run++) await action();
  const durations: number[] = [];
  for (let run = 0; run < repetitions; run++) {
    const begin = performance.now();
    await action();
    durations.push(performance.now() - begin);
  }
  return median(durations);
}
