import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import type { AnchoredAnnotation } from './anchor/anchored-annotation';
import { reviewReason } from './review';

/** What a person has to see of the source to decide about an annotation. */
export interface ReviewPassages {
  /** What stands now at its places, one per selector; empty when it has none. */
  readonly now: readonly string[];
  /** The candidates in their order. */
  readonly candidates: readonly PassageInText[];
}

export interface PassageInText {
  /** From 1. */
  readonly line: number;
  /** The first words of the passage with some before it, on one line. */
  readonly words: string;
}

const before = 24;
const longest = 80;

/**
 * What the source says at the places of those annotations that need review, by id. Annotations that count
 * the decoded text of a message are left out: the file itself has it in another form.
 *
 * @param annotations with their ranges over `source`, UTF-16
 */
export function reviewPassages(
  source: SourceText,
  annotations: readonly AnchoredAnnotation[],
): ReadonlyMap<string, ReviewPassages> {
  const passages = new Map<string, ReviewPassages>();
  for (const found of annotations) {
    const { annotation, ranges, candidates = [] } = found;
    const isDecoded = annotation.target.some(({ message }) => message !== undefined);
    if (isDecoded || reviewReason(found) === undefined) continue;
    passages.set(annotation.id, {
      now: ranges.map((range) => source.slice(range)),
      candidates: candidates.flatMap(({ ranges: [range] }) =>
        range ? [passageInText(source, range)] : [],
      ),
    });
  }
  return passages;
}

function passageInText(source: SourceText, { start }: TextRange): PassageInText {
  // Whole words only, also at the cut.
  const lead = source.text.slice(Math.max(0, start - before), start);
  const words = start > before ? lead.replace(/^\S*\s/, '') : lead;
  const text = words + source.text.slice(start, start + longest);
  return {
    line: source.positionAt(start).line + 1,
    words: text.replaceAll(/\s+/g, ' ').trim(),
  };
}
