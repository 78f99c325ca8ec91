import { atOnce } from '../../in-slices';
import { SourceText } from '../../text/source-text';
import type { TextRange } from '../../text/text-range';
import type { Annotation, Selector } from '../annotation';
import {
  AnchoringCancelled,
  type AnchorCandidate,
  type AnchorContext,
  type AnchoredAnnotation,
} from './anchored-annotation';
import type { Finding, Place } from './finding';
import { searchPassages } from './search-passages';
import { atStoredPosition, readsTheSame, storedRange } from './stored-position';
import { TextHistory } from './text-history';
import { isRecorded, undecided } from './undecided';

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
  return atOnce(anchorInSteps(annotations, source, context));
}

/** `anchorAnnotations` as steps of a few milliseconds each, for `inSlices`. */
export function* anchorInSteps(
  annotations: readonly Annotation[],
  source: SourceText,
  context: AnchorContext = {},
): Generator<void, AnchoredAnnotation[]> {
  const { cancellation } = context;
  const proceed = (): void => {
    if (cancellation?.cancelled) throw new AnchoringCancelled();
  };
  proceed();
  const found = new Map<Annotation, AnchoredAnnotation>();
  for (const annotation of annotations)
    if (annotation.target.length === 0) found.set(annotation, withoutTarget(annotation));
  const isSame = isRecorded(source, context);
  if (isSame) {
    for (const annotation of annotations) {
      const anchored = found.get(annotation) ?? atStoredPosition(annotation, source);
      if (anchored) found.set(annotation, anchored);
    }
  }
  const missing = annotations.filter((annotation) => !found.has(annotation));
  if (missing.length > 0) {
    const selectors = missing.flatMap(({ target }) => target);
    const search = findSelectors(selectors, source, context.oldText);
    let findings: readonly Finding[] | undefined;
    while (!findings) {
      const step = search.next();
      if (step.done) findings = step.value;
      else {
        yield;
        proceed();
      }
    }
    let next = 0;
    for (const annotation of missing) {
      const own = findings.slice(next, (next += annotation.target.length));
      const joined = joinFindings(annotation, own, source);
      found.set(annotation, isSame ? undecided(joined) : joined);
    }
  }
  return annotations.map((annotation) => found.get(annotation)!);
}

/** Through the history of the text where it is known, by searching otherwise. */
function* findSelectors(
  selectors: readonly Selector[],
  source: SourceText,
  oldText: string | undefined,
): Generator<void, readonly Finding[]> {
  if (oldText === undefined) return yield* searchPassages(selectors, source);
  const old = new SourceText(oldText);
  const history = new TextHistory(old.text, source);
  yield;
  const findings: (Finding | undefined)[] = [];
  const strayed: number[] = [];
  const deleted: number[] = [];
  for (const selector of selectors) {
    const range = storedRange(selector, old);
    const finding = range && (history.follow(range) ?? (history.hasMoved ? undefined : gone));
    if (!finding) (range ? deleted : strayed).push(findings.length);
    findings.push(finding);
    if (findings.length % 64 === 0) yield;
  }
  for (const [chosen, isAllowed] of [
    // Offsets that never held the quote are of no use.
    [strayed, () => true],
    // What was deleted may have been moved to a place where there was nothing before.
    [deleted, (range: TextRange) => history.isInserted(range)],
  ] as const) {
    if (chosen.length === 0) continue;
    const searched = yield* searchPassages(
      chosen.map((index) => selectors[index]!),
      source,
      isAllowed,
    );
    chosen.forEach((index, position) => {
      const finding = searched[position]!;
      findings[index] =
        chosen === deleted ? asMoved(finding, selectors[index]!, old, history) : finding;
    });
  }
  return findings as Finding[];
}

/** A passage found where something was put in was moved there, if nothing else can have been. */
function asMoved(
  finding: Finding,
  selector: Selector,
  old: SourceText,
  history: TextHistory,
): Finding {
  const [place] = finding.places;
  if (finding.verdict !== 'placed' || !place) return { ...finding, moved: true };
  return history.mayBeAnother(old.toTextRange(selector), place.range)
    ? { ...finding, verdict: 'ambiguous', moved: true, reason: severalAlike }
    : { ...finding, moved: true };
}

const gone: Finding = {
  verdict: 'orphaned',
  places: [],
  moved: false,
  reason: 'The passage was deleted or replaced.',
};

const severalAlike = 'It may have been moved, but more than one place reads nearly the same.';

function withoutTarget(annotation: Annotation): AnchoredAnnotation {
  return { annotation, state: 'exact', ranges: [], reason: 'It is about the whole document.' };
}

/** All selectors of a discontinuous target are placed, or none. */
function joinFindings(
  annotation: Annotation,
  findings: readonly Finding[],
  source: SourceText,
): AnchoredAnnotation {
  const join = (places: readonly Place[]): AnchorCandidate => ({
    ranges: places.map(({ range }, index) =>
      source.widenToGraphemes(withSpace(range, annotation.target[index]!, source)),
    ),
    score: Math.round(Math.min(...places.map(({ score }) => score)) * 1000) / 1000,
  });
  const doubtful =
    findings.find(({ verdict }) => verdict === 'orphaned') ??
    findings.find(({ verdict }) => verdict === 'ambiguous');
  if (doubtful) {
    const state = doubtful.verdict as 'ambiguous' | 'orphaned';
    const least = Math.min(...findings.map(({ places }) => places.length));
    const most = Math.max(...findings.map(({ places }) => places.length));
    const candidates = Array.from({ length: least === 0 ? 0 : most }, (_, index) =>
      join(findings.map(({ places }) => places[index] ?? places[0]!)),
    );
    return {
      annotation,
      state,
      ranges: [],
      reason: doubtful.reason,
      ...(candidates.length > 0 ? { score: candidates[0]!.score, candidates } : {}),
    };
  }
  const { ranges, score } = join(findings.map(({ places }) => places[0]!));
  const isEdited = annotation.target.some(
    ({ quote }, index) => !readsTheSame(source.slice(ranges[index]!).trim(), quote.trim()),
  );
  const moved = findings.some((finding) => finding.moved) ? 'moved' : 'exact';
  const state = isEdited ? 'edited' : moved;
  return { annotation, state, ranges, score, reason: reasons[state] };
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
