import type { FeatureContext } from './features';
import { labels } from './labels';
import { foldHash } from './recogniser-data';
import type { Segment } from './segment-run';
import { WordClass } from './word-classes';

const person = labels.indexOf('person');
/** How sure a full name must be before its surname alone is believed. */
const sureName = 0.6;
/** A surname that was introduced by a full name in the same text. */
const recalled = 0.95;

/**
 * What a text has said of a name once holds for the rest of it: a surname after the full name is that
 * person, and a name that is written the same way is of the type that most of its places speak for.
 */
export function recall(context: FeatureContext, segments: readonly Segment[]): Segment[] {
  const surnames = new Set<number>();
  const votes = new Map<number, Float64Array>();
  const keys = segments.map((segment) => {
    let key = 0;
    for (let index = segment.from; index < segment.to; index++) {
      key = foldHash(key, context.tokens.hashes[index]!);
    }
    return key;
  });
  segments.forEach((segment, index) => {
    let sums = votes.get(keys[index]!);
    if (!sums) votes.set(keys[index]!, (sums = new Float64Array(labels.length)));
    sums[segment.label]! += segment.probability;
    if (
      segment.label === person &&
      segment.to - segment.from > 1 &&
      segment.probability > sureName
    ) {
      let last = segment.to - 1;
      if (context.classes[last]! & WordClass.suffix) last--;
      if (last > segment.from) surnames.add(foldHash(0, context.tokens.hashes[last]!));
    }
  });
  return segments.map((segment, index) => {
    const key = keys[index]!;
    const alone = segment.to - segment.from === 1;
    if (alone && surnames.has(key) && !context.knownType(segment.from, segment.to)) {
      return {
        ...segment,
        label: person,
        probability: Math.max(segment.probability, recalled),
        name: 1,
      };
    }
    const sums = votes.get(key)!;
    let total = 0;
    let best = segment.label;
    sums.forEach((sum, label) => {
      total += sum;
      if (sum > sums[best]!) best = label;
    });
    if (best === segment.label || sums[best]! < 0.7 * total) return segment;
    return {
      ...segment,
      label: best,
      probability: Math.max(sums[best]! / total, segment.probability),
    };
  });
}
