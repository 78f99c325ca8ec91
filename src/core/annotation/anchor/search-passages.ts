import type { SourceText } from '../../text/source-text';
import type { Selector } from '../annotation';
import type { TextRange } from '../../text/text-range';
import { contextLength } from '../selector';
import { choosePlace, type Candidate, type Choice } from './choose-place';
import { ExpectedPlaces, type FixedPoint } from './expected-place';
import type { Finding } from './finding';
import { foldText, unitAt } from './folded-text';
import type { TokenisedPattern } from './passage-alignment';
import { tellingLength } from './context-match';
import { placePassage, unchangedPlacement, type Placement } from './placement';
import { prepareText, type SearchedText } from './searched-text';
import { findSeeds, type Pattern, type SeedCluster } from './seed-search';
import { tokenise } from './token-table';

/** A passage to look for in the present text, with its place in the old one. */
interface Wanted {
  readonly selector: Selector;
  readonly pattern: TokenisedPattern;
  placements: Placement[];
  /** Found verbatim with all its context, and nothing like it elsewhere. */
  fixed: boolean;
}

/** So many passages are looked at between two yields. */
const slice = 16;
/** Length of the stretches that lead to candidates: words of letters, or ideographs. */
const seedLength = { letters: 8, ideographs: 4 } as const;
/** A place with a smaller share of the best place's votes is not looked at. */
const leastVotes = 0.3;
/** With a share below this nothing in the text resembles the best place. */
const resembling = 0.35;

/**
 * Looks passages up in a text without knowing the old text: by quote and context, exactly and
 * approximately at once. All of them are searched in one pass (see `findSeeds`), so time is linear
 * in the text plus the passages. Yields between slices of work; returns one finding per selector.
 *
 * @param isAllowed leaves out places that cannot be meant
 */
export function* searchPassages(
  selectors: readonly Selector[],
  source: SourceText,
  isAllowed: (range: TextRange) => boolean = () => true,
): Generator<void, Finding[]> {
  const text = prepareText(source.text);
  yield;
  const wanted = selectors.map(toWanted);
  const seeds = yield* seedsOf(wanted, text);
  for (let index = 0; index < wanted.length; index++) {
    if (index % slice === 0) yield;
    findPlacements(wanted[index]!, seeds[index]!, text);
  }
  const search = new PassageSearch(wanted, text, source, isAllowed);
  const findings: Finding[] = [];
  for (const one of wanted) {
    if (findings.length % slice === 0) yield;
    findings.push(search.find(one));
  }
  return findings;
}

/** Decides about passages with what is known of all of them. */
class PassageSearch {
  readonly #expected: ExpectedPlaces;

  constructor(
    wanted: readonly Wanted[],
    readonly text: SearchedText,
    readonly source: SourceText,
    readonly isAllowed: (range: TextRange) => boolean,
  ) {
    this.#expected = new ExpectedPlaces(
      wanted.flatMap(({ fixed, selector, placements }): FixedPoint[] =>
        fixed ? [{ old: selector.start, now: this.#codePoint(placements[0]!) }] : [],
      ),
    );
  }

  find(one: Wanted): Finding {
    let choice = this.#choose(one);
    if (choice.verdict === 'orphaned' && one.pattern.quoteEnd > one.pattern.quoteStart) {
      const predicted = this.source.toUtf16(this.#expected.predict(one.selector.start));
      const nearby = placeNear(one.pattern, this.text, unitAt(this.text.folded, predicted));
      if (nearby) {
        one.placements.push(nearby);
        choice = this.#choose(one);
      }
    }
    return {
      ...choice,
      places: choice.candidates.map(({ placement }) => ({
        range: this.#range(placement),
        score: placement.score,
      })),
      moved: choice.candidates[0]?.fit === 'elsewhere',
    };
  }

  #choose({ pattern, selector, placements }: Wanted): Choice {
    const candidates = placements
      .filter((placement) => this.isAllowed(this.#range(placement)))
      .map((placement): Candidate => ({
        placement,
        fit: this.#expected.fit(selector.start, this.#codePoint(placement)),
        paragraphEdges: paragraphEdges(selector, placement, this.#range(placement), this.source),
      }));
    return choosePlace(passageOf(pattern), candidates);
  }

  #range({ start, end }: Placement): TextRange {
    return { start: this.text.folded.starts[start]!, end: this.text.folded.ends[end - 1]! };
  }

  #codePoint(placement: Placement): number {
    return this.source.toCodePoint(this.#range(placement).start);
  }
}

function toWanted(selector: Selector): Wanted {
  return { selector, pattern: patternOf(selector), placements: [], fixed: false };
}

/** Context, quote as it last read, and context, folded as one text. */
function patternOf(selector: Selector): TokenisedPattern {
  const quote = selector.current ?? selector.quote;
  const folded = foldText(selector.before + quote + selector.after);
  let quoteStart = unitAt(folded, selector.before.length);
  let quoteEnd = unitAt(folded, selector.before.length + quote.length);
  while (quoteStart < quoteEnd && folded.codes[quoteStart] === 0x20) quoteStart++;
  while (quoteEnd > quoteStart && folded.codes[quoteEnd - 1] === 0x20) quoteEnd--;
  // Every context has 32 code points unless the text ended (design, section 4).
  const beforeLength = [...selector.before].length;
  const isComplete = beforeLength === selector.start || beforeLength >= contextLength.least;
  return {
    codes: folded.codes,
    quoteStart,
    quoteEnd,
    tokens: tokenise(folded.codes),
    startsText: beforeLength === selector.start,
    endsText: isComplete && [...selector.after].length < contextLength.least,
  };
}

function* seedsOf(wanted: readonly Wanted[], text: SearchedText): Generator<void, SeedCluster[][]> {
  const seeds: SeedCluster[][] = wanted.map(() => []);
  for (const [script, length] of Object.entries(seedLength)) {
    const chosen = wanted.flatMap(({ pattern }, index) =>
      isIdeographic(pattern) === (script === 'ideographs') ? [index] : [],
    );
    if (chosen.length === 0) continue;
    const found = findSeeds(
      chosen.map((index) => wanted[index]!.pattern),
      text.folded.codes,
      length,
    );
    chosen.forEach((index, position) => (seeds[index] = found[position]!));
    yield;
  }
  return seeds;
}

/** Whether most of a pattern is written with one sign per word or syllable. */
function isIdeographic({ codes }: Pattern): boolean {
  let count = 0;
  for (const code of codes) if (code >= 0x2e80 && code < 0xd800) count++;
  return count * 3 > codes.length;
}

function findPlacements(one: Wanted, clusters: readonly SeedCluster[], text: SearchedText): void {
  const most = clusters[0]?.votes ?? 0;
  if (one.pattern.quoteEnd === one.pattern.quoteStart) return;
  for (const { from, to, votes } of clusters) {
    if (votes < most * leastVotes) break;
    const placement = standsAt(one.pattern, text, from)
      ? unchangedPlacement(one.pattern, from)
      : placePassage(one.pattern, text, from - 16, to + one.pattern.codes.length + 16);
    if (placement) one.placements.push(placement);
  }
  one.placements.sort((a, b) => b.score - a.score);
  const second = clusters[1]?.votes ?? 0;
  one.fixed = one.placements[0]?.score === 1 && second < most * resembling;
}

function standsAt(pattern: Pattern, text: SearchedText, at: number): boolean {
  const { codes } = text.folded;
  if (at < 0 || at + pattern.codes.length > codes.length) return false;
  for (let unit = 0; unit < pattern.codes.length; unit++)
    if (pattern.codes[unit] !== codes[at + unit]) return false;
  return true;
}

function placeNear(
  pattern: TokenisedPattern,
  text: SearchedText,
  at: number,
): Placement | undefined {
  const start = at - pattern.quoteStart;
  const reach = 200 + (pattern.codes.length >>> 1);
  return placePassage(
    pattern,
    text,
    Math.max(0, start - reach),
    Math.min(text.folded.codes.length, start + pattern.codes.length + reach),
  );
}

function passageOf(pattern: TokenisedPattern): { quoteLength: number; contextLength: number } {
  const { codes, quoteStart, quoteEnd } = pattern;
  const quoteLength = tellingLength(codes, quoteStart, quoteEnd);
  return { quoteLength, contextLength: tellingLength(codes, 0, codes.length) - quoteLength };
}

/**
 * Whether what stands unchanged around the quote ends, on either side, where a paragraph ends: in the
 * stored context and at the place.
 */
function paragraphEdges(
  { before, after }: Selector,
  placement: Placement,
  range: TextRange,
  { text }: SourceText,
): { before: boolean; after: boolean } {
  const lettersAfterBreak = before.slice(before.lastIndexOf('\n\n') + 2).replace(/\s/g, '').length;
  const nextBreak = after.indexOf('\n\n');
  const lettersBeforeBreak = after.slice(0, Math.max(0, nextBreak)).replace(/\s/g, '').length;
  const reach = 400;
  const textBefore = text.slice(Math.max(0, range.start - reach), range.start);
  const textAfter = text.slice(range.end, range.end + reach);
  const breakBefore = textBefore.lastIndexOf('\n\n');
  const breakAfter = textAfter.indexOf('\n\n');
  return {
    before:
      before.includes('\n\n') &&
      breakBefore !== -1 &&
      placement.before.adjacent >= lettersAfterBreak &&
      textBefore.slice(breakBefore).replace(/\s/g, '').length === lettersAfterBreak,
    after:
      nextBreak !== -1 &&
      breakAfter !== -1 &&
      placement.after.adjacent >= lettersBeforeBreak &&
      textAfter.slice(0, breakAfter).replace(/\s/g, '').length === lettersBeforeBreak,
  };
}
