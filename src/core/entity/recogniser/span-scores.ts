import type { CandidateRun } from './candidate-runs';
import { FeatureRows } from './feature-rows';
import {
  type FeatureContext,
  firstFeatures,
  lastFeatures,
  leftFeatures,
  middleFeatures,
  rightFeatures,
  wholeFeatures,
} from './features';
import { labelCount } from './labels';

type TokenFeatures = (context: FeatureContext, token: number, rows: FeatureRows) => void;

/**
 * Scores of every name that a run can hold. What depends on one edge or one word is summed once for each
 * token, so that a stretch costs only what belongs to it as a whole.
 */
export class SpanScores {
  private readonly rows = new FeatureRows();
  private readonly left: Float64Array;
  private readonly right: Float64Array;
  private readonly first: Float64Array;
  private readonly last: Float64Array;
  /** Sums over the tokens so far, so that the middle of a name is a difference. */
  private readonly middle: Float64Array;
  private context!: FeatureContext;
  private from = 0;

  constructor(
    private readonly weights: ArrayLike<number>,
    longestRun: number,
  ) {
    const room = (): Float64Array => new Float64Array((longestRun + 1) * labelCount);
    this.left = room();
    this.right = room();
    this.first = room();
    this.last = room();
    this.middle = room();
  }

  /** Prepares the run; the scores that follow are of its stretches. */
  begin(context: FeatureContext, run: CandidateRun): void {
    this.context = context;
    this.from = run.from;
    for (let index = 0; index < run.to - run.from; index++) {
      const token = run.from + index;
      this.sum(leftFeatures, token, this.left, index);
      this.sum(firstFeatures, token, this.first, index);
      this.sum(lastFeatures, token, this.last, index);
      this.sum(rightFeatures, token + 1, this.right, index);
      this.sum(middleFeatures, token, this.middle, index + 1);
      for (let label = 0; label < labelCount; label++) {
        this.middle[(index + 1) * labelCount + label]! += this.middle[index * labelCount + label]!;
      }
    }
  }

  /** Adds up the score of each label for the stretch, counted from the run's start, in steps of weights. */
  score(from: number, to: number, scores: Float64Array, at: number): void {
    const { rows, weights } = this;
    rows.count = 0;
    wholeFeatures(this.context, this.from + from, this.from + to, rows);
    const several = to - from > 1;
    for (let label = 0; label < labelCount; label++) {
      let sum = this.left[from * labelCount + label]! + this.right[(to - 1) * labelCount + label]!;
      if (several) {
        sum += this.first[from * labelCount + label]! + this.last[(to - 1) * labelCount + label]!;
        sum +=
          this.middle[(to - 1) * labelCount + label]! -
          this.middle[(from + 1) * labelCount + label]!;
      }
      for (let index = 0; index < rows.count; index++) {
        sum += weights[rows.rows[index]! * labelCount + label]!;
      }
      scores[at + label] = sum;
    }
  }

  private sum(features: TokenFeatures, token: number, sums: Float64Array, index: number): void {
    const { rows, weights } = this;
    rows.count = 0;
    features(this.context, token, rows);
    for (let label = 0; label < labelCount; label++) {
      let sum = 0;
      for (let each = 0; each < rows.count; each++) {
        sum += weights[rows.rows[each]! * labelCount + label]!;
      }
      sums[index * labelCount + label] = sum;
    }
  }
}
