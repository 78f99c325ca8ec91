import { atOnce } from '../../in-slices';
import type { TextRange } from '../../text/text-range';
import { candidateRuns } from './candidate-runs';
import { certaintyFor, isAcronym } from './certainty';
import { recall } from './document-memory';
import { evidenceOf, type NameEvidence } from './evidence';
import type { FeatureContext } from './features';
import { foreignParagraphs } from './foreign-language';
import type { KnownNames } from './known-names';
import { labels } from './labels';
import { typeByForm } from './name-form';
import type { RecogniserModel } from './recogniser-data';
import { RunSegmenter, type Segment } from './segment-run';
import { isTechnical } from './technical-text';
import { textContextInSteps } from './text-context';
import { WordClass } from './word-classes';

export type { KnownNames };

/**
 * A name found in running text; UTF-16 offsets. The evidence is the words of the text that speak for it
 * ("NATO Secretary-General Jens Stoltenberg").
 */
export interface RecognisedName extends TextRange, NameEvidence {
  readonly type: 'person' | 'organization' | 'place' | 'unknown';
}

/**
 * Finds the names of persons, organizations and places in `text`, in order and without overlap.
 * Names that `known` holds are returned as well, with the type the context gives them: a longer
 * recognised name ("Bank of England") outranks a known one inside it. `unknown` is surely a name, of
 * unsure type. Linear in the text's length; never throws.
 */
export function recogniseNames(
  text: string,
  known: KnownNames,
  model: RecogniserModel,
): RecognisedName[] {
  return atOnce(recogniseNamesInSteps(text, known, model));
}

/** Runs of words, and names, that one step looks at. */
const stepSize = 200;

/** `recogniseNames` in steps, so that a long text holds nothing up. */
export function* recogniseNamesInSteps(
  text: string,
  known: KnownNames,
  model: RecogniserModel,
): Generator<void, RecognisedName[]> {
  const context = yield* textContextInSteps(text, known, model);
  yield;
  const segmenter = new RunSegmenter(model);
  const { tokens, classes, sentenceStarts } = context;
  const runs = candidateRuns(tokens, classes, sentenceStarts);
  yield;
  const segments: Segment[] = [];
  for (const [index, run] of runs.entries()) {
    segments.push(...segmenter.segment(context, run));
    if (index % stepSize === 0) yield;
  }
  const foreign = foreignParagraphs(text, tokens);
  yield;
  const technical = isTechnical(context);
  yield;
  const names: RecognisedName[] = [];
  for (const [index, segment] of recall(context, runs, segments).entries()) {
    if (index % stepSize === 0) yield;
    const label = labels[segment.label]!;
    const isForeign = foreign[segment.from] === 1;
    const certainty = certaintyFor(model, context, segment, label, isForeign, technical);
    const sure = label !== 'other' && segment.probability >= certainty;
    const type = typeByForm(context, segment, sure ? label : 'unknown');
    if (type === undefined || type === 'other') continue;
    if (type === 'unknown') {
      if (isForeign || segment.name < model.threshold.other) continue;
      // "HTTP", "GUI"
      if (technical && segment.to - segment.from === 1 && isAcronym(context, segment.from))
        continue;
    }
    if (joinsNames(context, segment, known) || isDemonym(context, segment, type)) continue;
    names.push({
      start: tokens.starts[segment.from]!,
      end: tokens.ends[segment.to - 1]!,
      type,
      ...evidenceOf(context, segment, type),
    });
  }
  return names;
}

/** "Russia-China" are two names, and no third one. */
function joinsNames(
  { text, tokens, knownType }: FeatureContext,
  { from, to }: Segment,
  known: KnownNames,
): boolean {
  const written = text.slice(tokens.starts[from], tokens.ends[to - 1]);
  if (to - from > 1 || !written.includes('-') || knownType(from, to)) return false;
  return written.split('-').every((part) => known.typeOf(part) !== undefined);
}

/** "Russian" alone names nothing: the gazetteer knows whether it speaks of a country. */
function isDemonym(
  { classes, knownType }: FeatureContext,
  { from, to }: Segment,
  type: RecognisedName['type'],
): boolean {
  if (to - from > 1 || !(classes[from]! & WordClass.demonym)) return false;
  return type === 'unknown' || (type === 'place' && !knownType(from, to));
}
