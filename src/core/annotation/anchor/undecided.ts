import { contentIdentity } from '../../text/hash';
import type { SourceText } from '../../text/source-text';
import type { AnchorContext, AnchoredAnnotation } from './anchored-annotation';

/** Whether a text is the one that the sidecar was written against. */
export function isRecorded(source: SourceText, { recorded, identity }: AnchorContext): boolean {
  return recorded !== undefined && (identity ?? contentIdentity(source)).sha256 === recorded.sha256;
}

/**
 * An annotation that was recorded as ambiguous or orphaned stays so while the text is the same, since a
 * person has to decide: where it was found are only candidates.
 */
export function undecided(found: AnchoredAnnotation): AnchoredAnnotation {
  const { annotation, ranges, score, reason, candidates, message } = found;
  const { state } = annotation;
  if (state !== 'ambiguous' && state !== 'orphaned') return found;
  const own = ranges.length > 0 ? [{ ranges, score: score ?? 1 }] : (candidates ?? []);
  return {
    annotation,
    state,
    ranges: [],
    reason:
      ranges.length > 0 ? 'It was not found for certain, and nobody has decided yet.' : reason,
    ...(message ? { message } : {}),
    ...(own.length > 0 ? { score: own[0]!.score, candidates: own } : {}),
  };
}
