import { isPlaced } from './annotation-place';
import type { Annotation } from './annotation';
import { alphaUnitizing, type Unit } from './alpha-unitizing';

/** A source with what all annotators said about it. */
export interface AnnotatedText {
  /** Length of the source in code points. */
  readonly length: number;
  readonly annotations: readonly Annotation[];
}

/** How far two annotators agree on the texts that both annotated. */
export interface PairAgreement {
  readonly annotators: readonly [string, string];
  readonly texts: number;
  /** How many annotations each made in those texts. */
  readonly annotations: readonly [number, number];
  /** F1 of equal passages, whatever is said about them. */
  readonly spanF1: number;
  /** F1 of equal passages with equal kind, type and entity. */
  readonly labelF1: number;
  /** Krippendorff's alpha for unitizing, over kinds and types; absent where it is not defined. */
  readonly alpha?: number;
}

/**
 * Compares every two annotators. Annotations of a whole document, relations, and those that were not
 * found in the present text have no passage to compare and do not count; neither do rejected ones.
 */
export function pairwiseAgreement(texts: readonly AnnotatedText[]): PairAgreement[] {
  const placed = texts.map(({ length, annotations }) => ({
    length,
    byAnnotator: groupByAnnotator(annotations.filter(isPlaced)),
  }));
  const names = [...new Set(placed.flatMap(({ byAnnotator }) => [...byAnnotator.keys()]))].sort();
  return names.flatMap((first, index) =>
    names.slice(index + 1).flatMap((second) => {
      const common = placed.flatMap(({ length, byAnnotator }): PairText[] => {
        const [ours, theirs] = [byAnnotator.get(first), byAnnotator.get(second)];
        return ours && theirs ? [{ length, ours, theirs }] : [];
      });
      return common.length > 0 ? [comparePair(first, second, common)] : [];
    }),
  );
}

interface PairText {
  readonly length: number;
  readonly ours: readonly Annotation[];
  readonly theirs: readonly Annotation[];
}

function comparePair(first: string, second: string, texts: readonly PairText[]): PairAgreement {
  const total = (count: (text: PairText) => number) =>
    texts.reduce((sum, text) => sum + count(text), 0);
  const made = [total(({ ours }) => ours.length), total(({ theirs }) => theirs.length)] as const;
  const f1 = (key: (annotation: Annotation) => string) =>
    (2 * total(({ ours, theirs }) => countEqual(ours.map(key), theirs.map(key)))) /
    (made[0] + made[1]);
  const alpha = alphaUnitizing(
    unitsOf(texts),
    2,
    Math.max(
      1,
      total(({ length }) => length),
    ),
  );
  return {
    annotators: [first, second],
    texts: texts.length,
    annotations: made,
    spanF1: f1(spanKey),
    labelF1: f1((annotation) => `${spanKey(annotation)} ${labelKey(annotation)}`),
    ...(alpha === undefined ? {} : { alpha }),
  };
}

function groupByAnnotator(annotations: readonly Annotation[]): Map<string, Annotation[]> {
  const groups = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const name = annotation.by ?? 'unknown';
    const group = groups.get(name);
    if (group) group.push(annotation);
    else groups.set(name, [annotation]);
  }
  return groups;
}

function spanKey({ target }: Annotation): string {
  return target.map(({ start, end }) => `${start}-${end}`).join(',');
}

function labelKey({ kind, type, entity }: Annotation): string {
  return JSON.stringify([kind, type ?? null, entity ?? null]);
}

/** Size of the intersection of two multisets. */
function countEqual(ours: readonly string[], theirs: readonly string[]): number {
  const left = new Map<string, number>();
  for (const key of ours) left.set(key, (left.get(key) ?? 0) + 1);
  return theirs.filter((key) => {
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  }).length;
}

/** The texts one behind the other as one continuum. */
function unitsOf(texts: readonly PairText[]): Unit[] {
  const units: Unit[] = [];
  let begin = 0;
  for (const { length, ours, theirs } of texts) {
    for (const [observer, list] of [ours, theirs].entries())
      for (const { kind, type, target } of list)
        for (const { start, end } of target) {
          const inside = {
            start: begin + Math.min(start, length),
            end: begin + Math.min(end, length),
          };
          units.push({
            observer,
            category: type === undefined ? kind : `${kind}/${type}`,
            ...inside,
          });
        }
    begin += length;
  }
  return units;
}
