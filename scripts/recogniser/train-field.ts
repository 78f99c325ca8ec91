/** Trains the weights of the semi-Markov field by stochastic gradients (AdaGrad) on the log-likelihood. */
import { candidateRuns } from '../../src/core/entity/recogniser/candidate-runs';
import { featureBits, FeatureRows } from '../../src/core/entity/recogniser/feature-rows';
import {
  firstFeatures,
  lastFeatures,
  leftFeatures,
  middleFeatures,
  rightFeatures,
  wholeFeatures,
} from '../../src/core/entity/recogniser/features';
import type { KnownNames } from '../../src/core/entity/recogniser/known-names';
import { labelCount, labels } from '../../src/core/entity/recogniser/labels';
import type { RecogniserModel } from '../../src/core/entity/recogniser/recogniser-data';
import { canBeName, longestName } from '../../src/core/entity/recogniser/segment-run';
import { textContext } from '../../src/core/entity/recogniser/text-context';
import type { AnnotatedText } from './annotated-text';

interface Span {
  readonly from: number;
  readonly to: number;
  /** Rows of the features; the same for each label. */
  readonly rows: Int32Array;
  /** Label of the gold name here, or -1. */
  readonly gold: number;
}
export interface TrainingRun {
  readonly length: number;
  readonly spans: readonly Span[];
  readonly weight: number;
}

export function trainingRuns(
  document: AnnotatedText,
  known: KnownNames,
  lists: Pick<RecogniserModel, 'classes' | 'names'>,
  weight: number,
): TrainingRun[] {
  const context = textContext(document.text, known, lists);
  const { starts, ends } = context.tokens;
  const features = new FeatureRows();
  const gold = new Map(
    document.names.map((name) => [
      `${String(name.start)} ${String(name.end)}`,
      labels.indexOf(name.type),
    ]),
  );
  return candidateRuns(context.tokens, context.classes, context.sentenceStarts).map((run) => {
    const spans: Span[] = [];
    for (let to = run.from + 1; to <= run.to; to++) {
      for (let from = Math.max(run.from, to - longestName); from < to; from++) {
        if (!canBeName(context, from, to)) continue;
        features.count = 0;
        leftFeatures(context, from, features);
        wholeFeatures(context, from, to, features);
        rightFeatures(context, to, features);
        if (to - from > 1) {
          firstFeatures(context, from, features);
          lastFeatures(context, to - 1, features);
          for (let index = from + 1; index < to - 1; index++) {
            middleFeatures(context, index, features);
          }
        }
        const label = gold.get(`${String(starts[from]!)} ${String(ends[to - 1]!)}`) ?? -1;
        spans.push({
          from: from - run.from,
          to: to - run.from,
          rows: features.rows.slice(0, features.count),
          gold: label,
        });
      }
    }
    return { length: run.to - run.from, spans, weight };
  });
}

const logSum = (first: number, second: number): number => {
  const high = Math.max(first, second);
  return high + Math.log1p(Math.exp(Math.min(first, second) - high));
};

const averagedRounds = 3;

/**
 * Minimises the negative log-likelihood with a pull of every weight towards zero. With `keep`, only the
 * rows marked there get a weight: a second training on the rows that matter makes a small model.
 */
export function trainField(
  runs: readonly TrainingRun[],
  options: { rounds: number; rate: number; pull: number; chance: () => number; keep?: Uint8Array },
): Float64Array {
  const rows = 1 << featureBits;
  const { keep } = options;
  const weights = new Float64Array(rows * labelCount);
  const mean = new Float64Array(rows * labelCount);
  const squares = new Float64Array(rows * labelCount).fill(1e-6);
  const order = runs.map((_, index) => index);
  for (let round = 0; round < options.rounds; round++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(options.chance() * (index + 1));
      [order[index], order[other]] = [order[other]!, order[index]!];
    }
    let loss = 0;
    for (const index of order) loss += step(runs[index]!);
    console.error(`round ${String(round + 1)}: loss ${(loss / runs.length).toFixed(4)}`);
    // The mean of the later rounds depends less on the order of the texts than any one of them.
    if (round >= options.rounds - averagedRounds) {
      weights.forEach((weight, at) => (mean[at]! += weight / averagedRounds));
    }
  }
  return mean;

  function step(run: TrainingRun): number {
    const scores = run.spans.map(({ rows: features }) => {
      const sums = new Float64Array(labelCount);
      for (const row of features)
        for (let label = 0; label < labelCount; label++)
          sums[label]! += weights[row * labelCount + label]!;
      return sums;
    });
    const forward = new Float64Array(run.length + 1);
    const backward = new Float64Array(run.length + 1);
    const ending: number[][] = Array.from({ length: run.length + 1 }, () => []);
    const starting: number[][] = Array.from({ length: run.length + 1 }, () => []);
    run.spans.forEach((span, index) => {
      ending[span.to]!.push(index);
      starting[span.from]!.push(index);
    });
    for (let to = 1; to <= run.length; to++) {
      forward[to] = forward[to - 1]!;
      for (const index of ending[to]!) {
        for (const score of scores[index]!)
          forward[to] = logSum(forward[to]!, forward[run.spans[index]!.from]! + score);
      }
    }
    for (let from = run.length - 1; from >= 0; from--) {
      backward[from] = backward[from + 1]!;
      for (const index of starting[from]!) {
        for (const score of scores[index]!)
          backward[from] = logSum(backward[from]!, backward[run.spans[index]!.to]! + score);
      }
    }
    const total = forward[run.length]!;
    let likelihood = -total;
    run.spans.forEach((span, index) => {
      for (let label = 0; label < labelCount; label++) {
        const score = scores[index]![label]!;
        const expected = Math.exp(forward[span.from]! + score + backward[span.to]! - total);
        const observed = span.gold === label ? 1 : 0;
        if (observed) likelihood += score;
        const slope = (expected - observed) * run.weight;
        if (Math.abs(slope) < 1e-5) continue;
        for (const row of span.rows) {
          if (keep && !keep[row]) continue;
          const at = row * labelCount + label;
          const gradient = slope + options.pull * weights[at]!;
          squares[at]! += gradient * gradient;
          weights[at]! -= (options.rate * gradient) / Math.sqrt(squares[at]!);
        }
      }
    });
    return -likelihood * run.weight;
  }
}
