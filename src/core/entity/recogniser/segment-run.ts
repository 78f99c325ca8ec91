import type { CandidateRun } from './candidate-runs';
import { type FeatureContext, innerFeatures, leftFeatures, rightFeatures } from './features';
import { Shape } from './tokenize';
import { WordClass } from './word-classes';

/** A part of a run that is a name of the label, with its probability; indexes of tokens. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly label: number;
  readonly probability: number;
  /** Probability that this stretch is a name of any kind. */
  readonly name: number;
}

/** No name has more tokens. */
export const longestName = 9;
export const labelCount = 4;

/** Honorifics that are also parts of names ("San", "Don", "Lady Gaga") may begin one. */
const classesKeepHonorific = WordClass.placeStart | WordClass.firstName | WordClass.surname;

/** Whether a name may be cut at both places: it neither begins nor ends with a small word. */
export function canBeName(context: FeatureContext, from: number, to: number): boolean {
  const { shapes } = context.tokens;
  const first = shapes[from]!;
  const last = to - 1;
  if (!(first & (Shape.capital | Shape.ordinal)) || !(shapes[last]! & Shape.capital)) return false;
  const firstClass = context.classes[from]!;
  // A month or a grammar word alone is never a name.
  if (to - from === 1) {
    return (
      !(firstClass & (WordClass.calendar | WordClass.functionWord)) ||
      (first & Shape.allCapitals) !== 0
    );
  }
  // "Mr.", "Dr." stand before a name and are its role.
  return !(firstClass & WordClass.honorific) || (classesKeepHonorific & firstClass) !== 0;
}

/**
 * Cuts a run into names and other words: a semi-Markov conditional random field (Sarawagi and Cohen,
 * 2004) without transitions, so the best cut and the probability of each name come from one pass
 * forwards and one backwards. Time is linear in the run's length.
 */
export function segmentRun(
  context: FeatureContext,
  run: CandidateRun,
  weights: ArrayLike<number>,
  step: number,
): Segment[] {
  const length = run.to - run.from;
  const sums = new Float64Array(labelCount);
  const add = (row: number): void => {
    const base = row * labelCount;
    for (let label = 0; label < labelCount; label++) sums[label]! += weights[base + label]!;
  };
  const context4 = (features: typeof leftFeatures, index: number): Float64Array => {
    sums.fill(0);
    features(context, index, add);
    return sums.slice();
  };
  const left: Float64Array[] = [];
  const right: Float64Array[] = [];
  for (let index = 0; index < length; index++) {
    left.push(context4(leftFeatures, run.from + index));
    right.push(context4(rightFeatures, run.from + index + 1));
  }

  // forward[j]: log of the summed weight of every cut of the first j tokens; a token alone outside names weighs 0.
  const forward = new Float64Array(length + 1);
  const best = new Float64Array(length + 1);
  const cameFrom = new Int32Array(length + 1);
  const cameBy = new Int8Array(length + 1);
  const spans: { from: number; to: number; scores: Float64Array }[] = [];
  for (let to = 1; to <= length; to++) {
    forward[to] = forward[to - 1]!;
    best[to] = best[to - 1]!;
    cameFrom[to] = to - 1;
    cameBy[to] = -1;
    for (let from = Math.max(0, to - longestName); from < to; from++) {
      if (!canBeName(context, run.from + from, run.from + to)) continue;
      sums.fill(0);
      innerFeatures(context, run.from + from, run.from + to, add);
      const scores = new Float64Array(labelCount);
      for (let label = 0; label < labelCount; label++) {
        const score = (sums[label]! + left[from]![label]! + right[to - 1]![label]!) * step;
        scores[label] = score;
        forward[to] = logSum(forward[to]!, forward[from]! + score);
        if (best[from]! + score > best[to]!) {
          best[to] = best[from]! + score;
          cameFrom[to] = from;
          cameBy[to] = label;
        }
      }
      spans.push({ from, to, scores });
    }
  }
  const backward = new Float64Array(length + 1);
  const byStart: { from: number; to: number; scores: Float64Array }[][] = [];
  for (const span of spans) (byStart[span.from] ??= []).push(span);
  for (let from = length - 1; from >= 0; from--) {
    let sum = backward[from + 1]!;
    for (const span of byStart[from] ?? []) {
      for (const score of span.scores) sum = logSum(sum, backward[span.to]! + score);
    }
    backward[from] = sum;
  }

  const total = forward[length]!;
  const found: Segment[] = [];
  for (let to = length; to > 0; to = cameFrom[to]!) {
    const label = cameBy[to]!;
    if (label < 0) continue;
    const from = cameFrom[to]!;
    const { scores } = byStart[from]!.find((span) => span.to === to)!;
    const outside = forward[from]! + backward[to]! - total;
    let name = 0;
    for (const score of scores) name += Math.exp(outside + score);
    found.push({
      from: run.from + from,
      to: run.from + to,
      label,
      probability: Math.exp(outside + scores[label]!),
      name,
    });
  }
  return found.reverse();
}

function logSum(first: number, second: number): number {
  const high = Math.max(first, second);
  return high + Math.log1p(Math.exp(Math.min(first, second) - high));
}
