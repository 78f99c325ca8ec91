import type { Selector } from '../../src/core/annotation/annotation';
import type { Case, Truth } from './cases';

/** What a rule says about one annotation; code points of the new text. */
export interface Answer {
  readonly state: 'placed' | 'ambiguous' | 'orphaned';
  readonly start?: number;
  readonly end?: number;
  /** The ranges of a discontinuous target, in its order. */
  readonly pieces?: readonly { readonly start: number; readonly end: number }[];
  /** The more precise state, for the report. */
  readonly label?: string;
}

export interface Score {
  total: number;
  right: number;
  wrong: number;
  /** Placed with exactly the true edges. */
  exact: number;
  /** Placed at the truth, whose edges are known. */
  placed: number;
  gone: number;
  /** Gone passages that were not placed, and those reported as orphaned. */
  goneFound: number;
  goneOrphaned: number;
}

export function emptyScore(): Score {
  return {
    total: 0,
    right: 0,
    wrong: 0,
    exact: 0,
    placed: 0,
    gone: 0,
    goneFound: 0,
    goneOrphaned: 0,
  };
}

export type Verdict = 'right' | 'wrong' | 'missed';

/**
 * Right: at the truth (sharing at least half, intersection over union), not placed when the passage is
 * gone or became another statement, or honestly ambiguous between copies that the stored context
 * cannot tell apart. Wrong: placed anywhere else. Missed: there, but not placed.
 */
export function judge(test: Case, index: number, answer: Answer): Verdict {
  const truth = test.truths[index]!;
  const { target } = test.annotations[index]!;
  if (truth.kind !== 'pieces') return judgePiece(test, target[0]!, truth, answer);
  const verdicts = truth.pieces.map((piece, number) =>
    judgePiece(test, target[number]!, piece, { ...answer, ...answer.pieces?.[number] }),
  );
  // All pieces are placed, or none, for the sake of the one that is not there or not told apart.
  if (answer.state === 'placed') return verdicts.includes('wrong') ? 'wrong' : 'right';
  return verdicts.includes('right') ? 'right' : 'missed';
}

function judgePiece(
  test: Case,
  selector: Selector,
  truth: Exclude<Truth, { kind: 'pieces' }>,
  answer: Answer,
): Verdict {
  if (truth.kind === 'gone' || truth.kind === 'changed')
    return answer.state === 'placed' ? 'wrong' : 'right';
  if (answer.state === 'placed') {
    const { start, end } = answer as Required<Answer>;
    if (truth.kind === 'remnant')
      return Math.min(end, truth.end) > Math.max(start, truth.start) ? 'right' : 'wrong';
    return overlap(truth, start, end) >= 0.5 ? 'right' : 'wrong';
  }
  if (truth.kind === 'remnant') return 'right';
  return answer.state === 'ambiguous' && hasTwin(test, selector, truth) ? 'right' : 'missed';
}

export function addTo(score: Score, test: Case, index: number, answer: Answer): Verdict {
  const verdict = judge(test, index, answer);
  const truth = test.truths[index]!;
  score.total++;
  if (verdict === 'right') score.right++;
  if (verdict === 'wrong') score.wrong++;
  if (truth.kind === 'gone') {
    score.gone++;
    if (answer.state !== 'placed') score.goneFound++;
    if (answer.state === 'orphaned') score.goneOrphaned++;
  }
  if (truth.kind === 'at' && answer.state === 'placed' && verdict === 'right') {
    score.placed++;
    if (answer.start === truth.start && answer.end === truth.end) score.exact++;
  }
  return verdict;
}

function overlap(truth: { start: number; end: number }, start: number, end: number): number {
  const shared = Math.min(end, truth.end) - Math.max(start, truth.start);
  return Math.max(0, shared) / (Math.max(end, truth.end) - Math.min(start, truth.start));
}

/**
 * Whether the passage stands elsewhere too: in surroundings that fit the stored context as well, or in a
 * repetition right beside, where the text is the same whichever of the two is the new one.
 */
function hasTwin(test: Case, selector: Selector, truth: Extract<Truth, { kind: 'at' }>): boolean {
  const text = [...test.newText];
  const passage = text.slice(truth.start, truth.end).join('');
  const units = text.slice(0, truth.start).join('').length;
  const fit = (at: number): number =>
    sharedSuffix(test.newText.slice(0, at), selector.before) +
    sharedPrefix(test.newText.slice(at + passage.length), selector.after);
  const own = fit(units);
  for (
    let at = test.newText.indexOf(passage);
    at !== -1;
    at = test.newText.indexOf(passage, at + 1)
  )
    if (
      at !== units &&
      (fit(at) >= own - 2 || isRepetition(test.newText, units, at, passage.length))
    )
      return true;
  return false;
}

/** Whether two equal passages belong to two equal stretches that follow one another. */
function isRepetition(text: string, one: number, other: number, length: number): boolean {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  const distance = second - first;
  let start = first;
  while (start > 0 && text[start - 1] === text[start - 1 + distance]) start--;
  let end = first + length;
  while (end + distance < text.length && text[end] === text[end + distance]) end++;
  return end - start >= distance;
}

function sharedPrefix(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length++;
  return length;
}

function sharedSuffix(one: string, other: string): number {
  let length = 0;
  while (
    length < Math.min(one.length, other.length) &&
    one.at(-1 - length) === other.at(-1 - length)
  )
    length++;
  return length;
}
