/** Precision, recall and F1 of names by exact span and type. */
import type { AnnotatedText, MarkedName } from './annotated-text';

export interface Score {
  right: number;
  found: number;
  gold: number;
}
export const scoredTypes = ['person', 'organization', 'place'] as const;
export type Scores = Record<(typeof scoredTypes)[number] | 'all', Score>;

export function emptyScores(): Scores {
  const score = (): Score => ({ right: 0, found: 0, gold: 0 });
  return { person: score(), organization: score(), place: score(), all: score() };
}

export function scoreNames(
  scores: Scores,
  document: AnnotatedText,
  found: readonly { start: number; end: number; type: string }[],
): void {
  const key = (name: { start: number; end: number; type: string }): string =>
    `${String(name.start)} ${String(name.end)} ${name.type}`;
  const isScored = (name: { type: string }): boolean =>
    scoredTypes.some((type) => type === name.type);
  const gold = new Set(document.names.filter(isScored).map(key));
  const count = (
    names: readonly { start: number; end: number; type: string }[],
    field: 'found' | 'gold',
  ): void => {
    for (const name of names.filter(isScored)) {
      for (const type of [name.type as MarkedName['type'], 'all'] as const)
        scores[type as 'all'][field]++;
      if (field === 'found' && gold.has(key(name))) {
        scores[name.type as 'all'].right++;
        scores.all.right++;
      }
    }
  };
  count(found, 'found');
  count(document.names, 'gold');
}

export function measure({ right, found, gold }: Score): {
  precision: number;
  recall: number;
  f1: number;
} {
  const precision = found ? right / found : 0;
  const recall = gold ? right / gold : 0;
  return { precision, recall, f1: right ? (2 * precision * recall) / (precision + recall) : 0 };
}

export function formatScore(score: Score): string {
  const { precision, recall, f1 } = measure(score);
  const percent = (value: number): string => (value * 100).toFixed(1).padStart(5);
  return `P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`;
}
