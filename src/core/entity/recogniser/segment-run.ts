import { type CandidateRun, longestRun } from './candidate-runs';
import type { FeatureContext } from './features';
import { labelCount } from './labels';
import type { RecogniserModel } from './recogniser-data';
import { SpanScores } from './span-scores';
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
/** Longer names than this have a small word or a word for a body in them. */
const longestPlainName = 4;
/** Scores are kept within this, so that their exponentials multiply without overflow over a whole run. */
const largestScore = 15;

/** Honorifics that are also parts of names ("San", "Don") may begin one. */
const alsoName = WordClass.placeStart | WordClass.firstName | WordClass.surname;
const longNameClasses = WordClass.connector | WordClass.organizationHead | WordClass.otherHead;

/** Whether a name may be cut at both places: it neither begins nor ends with a small word. */
export function canBeName(context: FeatureContext, from: number, to: number): boolean {
  const { shapes } = context.tokens;
  const { classes } = context;
  const first = shapes[from]!;
  if (!(first & (Shape.capital | Shape.ordinal)) || !(shapes[to - 1]! & Shape.capital))
    return false;
  const firstClass = classes[from]!;
  if (to - from === 1) {
    // One letter, with its full stop or not, is never a name; nor is a month or a grammar word alone.
    const { starts, ends } = context.tokens;
    if (ends[from]! - starts[from]! - (first & Shape.initial ? 1 : 0) < 2) return false;
    const excluded = firstClass & (WordClass.calendar | WordClass.functionWord);
    return !excluded || (first & Shape.allCapitals) !== 0;
  }
  if (to - from > longestPlainName) {
    let long = false;
    for (let index = from + 1; index < to; index++)
      long ||= (classes[index]! & longNameClasses) !== 0;
    if (!long) return false;
  }
  // "Mr.", "Dr." stand before a name and are its role.
  return !(firstClass & WordClass.honorific) || (alsoName & firstClass) !== 0;
}

/**
 * Cuts runs into names and other words: a semi-Markov conditional random field (Sarawagi and Cohen,
 * 2004) without transitions, so the best cut and the probability of each name come from one pass
 * forwards and one backwards. Time is linear in the run's length.
 */
export class RunSegmenter {
  private readonly scores: SpanScores;
  private readonly forward = new Float64Array(longestRun + 1);
  private readonly backward = new Float64Array(longestRun + 1);
  private readonly best = new Float64Array(longestRun + 1);
  private readonly cameFrom = new Int32Array(longestRun + 1);
  private readonly cameBy = new Int8Array(longestRun + 1);
  /** Exponentials of the scores: `longestName` starts for each end, `labelCount` for each start; 0 is no name. */
  private readonly factors = new Float64Array((longestRun + 1) * longestName * labelCount);

  constructor(private readonly model: RecogniserModel) {
    this.scores = new SpanScores(model.weights, longestRun);
  }

  /** The names of the run, in order. */
  segment(context: FeatureContext, run: CandidateRun): Segment[] {
    const length = run.to - run.from;
    const { forward, best, factors } = this;
    this.scores.begin(context, run);
    // forward[j]: summed weight of every cut of the first j tokens; a token outside names weighs 1.
    forward[0] = 1;
    best[0] = 0;
    for (let to = 1; to <= length; to++) {
      forward[to] = forward[to - 1]!;
      best[to] = best[to - 1]!;
      this.cameFrom[to] = to - 1;
      this.cameBy[to] = -1;
      for (let from = Math.max(0, to - longestName); from < to; from++) {
        const at = this.place(from, to);
        if (!canBeName(context, run.from + from, run.from + to)) {
          factors.fill(0, at, at + labelCount);
          continue;
        }
        this.scores.score(from, to, factors, at);
        this.extend(from, to, at);
      }
    }
    return this.backtrace(run, length);
  }

  private place(from: number, to: number): number {
    return (to * longestName + (to - from - 1)) * labelCount;
  }

  private extend(from: number, to: number, at: number): void {
    const { forward, best, factors } = this;
    for (let label = 0; label < labelCount; label++) {
      const raw = factors[at + label]! * this.model.step;
      const score = Math.max(-largestScore, Math.min(largestScore, raw));
      const factor = Math.exp(score);
      factors[at + label] = factor;
      forward[to]! += forward[from]! * factor;
      if (best[from]! + score > best[to]!) {
        best[to] = best[from]! + score;
        this.cameFrom[to] = from;
        this.cameBy[to] = label;
      }
    }
  }

  private backtrace(run: CandidateRun, length: number): Segment[] {
    const { forward, backward, factors } = this;
    backward[length] = 1;
    for (let from = length - 1; from >= 0; from--) {
      let sum = backward[from + 1]!;
      for (let to = Math.min(length, from + longestName); to > from; to--) {
        const at = this.place(from, to);
        let factor = 0;
        for (let label = 0; label < labelCount; label++) factor += factors[at + label]!;
        sum += factor * backward[to]!;
      }
      backward[from] = sum;
    }
    const found: Segment[] = [];
    for (let to = length; to > 0; to = this.cameFrom[to]!) {
      const label = this.cameBy[to]!;
      if (label < 0) continue;
      const from = this.cameFrom[to]!;
      const at = this.place(from, to);
      const outside = (forward[from]! / forward[length]!) * backward[to]!;
      let name = 0;
      for (let each = 0; each < labelCount; each++) name += factors[at + each]! * outside;
      const probability = factors[at + label]! * outside;
      found.push({ from: run.from + from, to: run.from + to, label, probability, name });
    }
    return found.reverse();
  }
}
