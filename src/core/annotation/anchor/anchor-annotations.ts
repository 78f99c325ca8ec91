import { contentIdentity } from '../../text/hash';
import type { SourceText } from '../../text/source-text';
import type { TextRange } from '../../text/text-range';
import type { Annotation, AnchorState, Selector } from '../annotation';
import {
  AnchoringCancelled,
  type AnchorCandidate,
  type AnchorContext,
  type AnchoredAnnotation,
} from './anchored-annotation';
import type { Candidate, Choice } from './choose-place';
import { searchPassages, type SearchResult } from './search-passages';
import { atStoredPosition, readsTheSame } from './stored-position';

/**
 * Finds annotations in the present text (design section 5): by their offsets when the text is the
 * annotated one, else through the differences to the old text when that is known, else by quote and
 * context. The result has the order of `annotations`; nothing is dropped.
 *
 * @throws AnchoringCancelled when `context.cancellation` asks for it
 */
export function anchorAnnotations(
  annotations: readonly Annotation[],
  source: SourceText,
  context: AnchorContext = {},
): AnchoredAnnotation[] {
  const steps = anchorInSteps(annotations, source, context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * `anchorAnnotations` in slices of about `milliseconds`, giving way to other work between them.
 *
 * @param pause resolves when the host has had its turn, for example `setImmediate`
 */
export async function anchorAnnotationsSliced(
  annotations: readonly Annotation[],
  source: SourceText,
  context: AnchorContext,
  pause: () => Promise<void>,
  milliseconds = 8,
): Promise<AnchoredAnnotation[]> {
  const steps = anchorInSteps(annotations, source, context);
  let since = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (Date.now() - since >= milliseconds) {
      await pause();
      since = Date.now();
    }
  }
}

/** `anchorAnnotations` as a generator that yields after every few milliseconds of work. */
export function* anchorInSteps(
  annotations: readonly Annotation[],
  source: SourceText,
  context: AnchorContext = {},
): Generator<void, AnchoredAnnotation[]> {
  const { recorded, cancellation } = context;
  const proceed = (): void => {
    if (cancellation?.cancelled) throw new AnchoringCancelled();
  };
  proceed();
  const found = new Map<Annotation, AnchoredAnnotation>();
  for (const annotation of annotations)
    if (annotation.target.length === 0) found.set(annotation, withoutTarget(annotation));
  const identity = context.identity ?? (recorded && contentIdentity(source));
  if (recorded && identity?.sha256 === recorded.sha256) {
    for (const annotation of annotations) {
      const anchored = found.get(annotation) ?? atStoredPosition(annotation, source);
      if (anchored) found.set(annotation, anchored);
    }
  }
  const missing = annotations.filter((annotation) => !found.has(annotation));
  if (missing.length > 0) {
    const search = searchPassages(
      missing.flatMap(({ target }) => target),
      source,
    );
    let result: SearchResult | undefined;
    while (!result) {
      const step = search.next();
      if (step.done) result = step.value;
      else {
        yield;
        proceed();
      }
    }
    let next = 0;
    for (const annotation of missing) {
      const choices = result.choices.slice(next, (next += annotation.target.length));
      found.set(annotation, joinChoices(annotation, choices, result, source));
    }
  }
  return annotations.map((annotation) => found.get(annotation)!);
}

function withoutTarget(annotation: Annotation): AnchoredAnnotation {
  return { annotation, state: 'exact', ranges: [], reason: 'It is about the whole document.' };
}

/** All selectors of a discontinuous target are placed, or none. */
function joinChoices(
  annotation: Annotation,
  choices: readonly Choice[],
  { text }: SearchResult,
  source: SourceText,
): AnchoredAnnotation {
  const rangeOf = ({ placement }: Candidate, index: number): TextRange => {
    const start = text.folded.starts[placement.start]!;
    const end = text.folded.ends[placement.end - 1]!;
    return source.widenToGraphemes(withSpace({ start, end }, annotation.target[index]!, source));
  };
  const scoreOf = (candidates: readonly Candidate[]): number =>
    Math.round(Math.min(...candidates.map(({ placement }) => placement.score)) * 1000) / 1000;
  const lost = choices.find(({ verdict }) => verdict === 'orphaned');
  if (lost) return { annotation, state: 'orphaned', ranges: [], reason: lost.reason };
  const doubtful = choices.find(({ verdict }) => verdict === 'ambiguous');
  if (doubtful) {
    const most = Math.max(...choices.map(({ candidates }) => candidates.length));
    const candidates = Array.from({ length: most }, (_, index): AnchorCandidate => {
      const chosen = choices.map(({ candidates }) => candidates[index] ?? candidates[0]!);
      return { ranges: chosen.map(rangeOf), score: scoreOf(chosen) };
    });
    const score = candidates[0]!.score;
    return {
      annotation,
      state: 'ambiguous',
      ranges: [],
      score,
      reason: doubtful.reason,
      candidates,
    };
  }
  const chosen = choices.map(({ candidates }) => candidates[0]!);
  const ranges = chosen.map(rangeOf);
  const state = stateOf(annotation, ranges, chosen, source);
  return { annotation, state, ranges, score: scoreOf(chosen), reason: reasons[state] };
}

/** Takes in the white space at the quote's edges, which is no part of what is searched for. */
function withSpace(range: TextRange, selector: Selector, { text }: SourceText): TextRange {
  const quote = selector.current ?? selector.quote;
  const before = quote.slice(0, quote.length - quote.trimStart().length);
  const after = quote.slice(quote.trimEnd().length);
  const start = range.start - before.length;
  return {
    start: start >= 0 && text.startsWith(before, start) ? start : range.start,
    end: text.startsWith(after, range.end) ? range.end + after.length : range.end,
  };
}

const reasons: Record<'exact' | 'moved' | 'edited', string> = {
  exact: 'The passage stands unchanged in its context.',
  moved: 'The passage stands unchanged at another place.',
  edited: 'The passage was edited.',
};

function stateOf(
  annotation: Annotation,
  ranges: readonly TextRange[],
  chosen: readonly Candidate[],
  source: SourceText,
): Extract<AnchorState, 'exact' | 'moved' | 'edited'> {
  const isEdited = annotation.target.some(
    ({ quote }, index) => !readsTheSame(source.slice(ranges[index]!).trim(), quote.trim()),
  );
  if (isEdited) return 'edited';
  return chosen.some(({ fit }) => fit === 'elsewhere') ? 'moved' : 'exact';
}
