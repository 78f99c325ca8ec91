import type { SourceText } from '../../text/source-text';
import type { Selector } from '../annotation';
import type { TextRange } from '../../text/text-range';
import { contextLength } from '../selector';
import { isBeyondDoubt, type Candidate } from './candidate';
import { choosePlace, type Choice } from './choose-place';
import { ExpectedPlaces, type FixedPoint } from './expected-place';
import type { Finding } from './finding';
import { foldText, unitAt, unitEnd } from './folded-text';
import type { TokenisedPattern } from './passage-alignment';
import { tellingLength } from './context-match';
import { placePassage, unchangedPlacement, type Placement } from './placement';
import { paragraphEdges } from './paragraph-edges';
import { paragraphBreaks, RepeatedParagraphs } from './repeated-paragraphs';
import { prepareText, type SearchedText } from './searched-text';
import type { SeedCluster } from './seed-clusters';
import { findSeeds, type Pattern } from './seed-search';
import { tokenise } from './token-table';
import { isSaidTwice } from './said-twice';
import { findSlot, type Slot } from './vacant-slot';

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
/** The same beside a place where quote and context stand unchanged. */
const leastRivalVotes = 0.4;
/** With this share of common runs neighbouring paragraphs are one and its copy, perhaps edited. */
const copiedShare = 0.6;
/** A context that reaches so many telling units into a paragraph knew it. */
const tellingReach = 8;
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
  #paragraphs: RepeatedParagraphs | undefined;

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
      this.#textEnd(wanted),
    );
  }

  /** Where the old text ended, if a context reached that far, and where the present one does. */
  #textEnd(wanted: readonly Wanted[]): FixedPoint | undefined {
    const last = wanted.find(({ pattern }) => pattern.endsText)?.selector;
    return last && { old: last.end + [...last.after].length, now: this.source.codePointLength };
  }

  find(one: Wanted): Finding {
    let choice = this.#choose(one);
    const isSure = choice.verdict === 'placed' && isBeyondDoubt(choice.candidates[0]!);
    if (!isSure && one.pattern.quoteEnd > one.pattern.quoteStart) {
      const predicted = this.source.toUtf16(this.#expected.predict(one.selector.start));
      const [from, to] = windowAround(one.pattern, unitAt(this.text.folded, predicted));
      const nearby = placePassage(one.pattern, this.text, from, to);
      if (nearby) one.placements.push(nearby);
      choice = this.#choose(one, findSlot(one.pattern, this.text, from, to));
    }
    return {
      ...choice,
      places: choice.candidates.map(({ placement }) => ({
        range: this.#range(placement),
        score: placement.score,
      })),
      moved: ['elsewhere', 'together'].includes(choice.candidates[0]?.fit ?? ''),
    };
  }

  #choose({ pattern, selector, placements }: Wanted, slot?: Slot): Choice {
    const candidates = placements
      .filter((placement) => this.isAllowed(this.#range(placement)))
      .map((placement): Candidate => ({
        placement,
        fit: this.#expected.fit(selector.start, this.#codePoint(placement)),
        isHeld: this.#expected.isHeld(
          selector.start,
          this.#codePoint(placement),
          pattern.codes.length,
        ),
        paragraphEdges: () =>
          paragraphEdges(selector, placement, this.#range(placement), this.source),
        hasCopyBeside: () => this.#hasCopyBeside(placement),
        isSaidTwice: () => isSaidTwice(pattern, this.text, placement),
      }));
    return choosePlace({ ...lengthsOf(pattern), slot }, candidates);
  }

  /** Whether the paragraph was perhaps repeated: one like it is beside it, of which the context says nothing. */
  #hasCopyBeside({ start, end, similarity, before, after }: Placement): boolean {
    const { codes } = this.text;
    this.#paragraphs ??= new RepeatedParagraphs(
      this.text.tokens,
      paragraphBreaks(this.source.text).map((offset) => unitAt(this.text.folded, offset)),
      copiedShare,
    );
    return this.#paragraphs.besides({ start, end }).some(({ twin, edge }) => {
      if (twin === 'within') return similarity < 1;
      return twin === 'before'
        ? before.adjacent < tellingLength(codes, edge, start) + tellingReach
        : after.adjacent < tellingLength(codes, end, edge) + tellingReach;
    });
  }

  #range({ start, end }: Placement): TextRange {
    const { folded } = this.text;
    return { start: folded.starts[start]!, end: unitEnd(folded, end - 1) };
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
  const { pattern } = one;
  const most = clusters[0]?.votes ?? 0;
  if (pattern.quoteEnd === pattern.quoteStart) return;
  const add = (placement: Placement | undefined): void => {
    if (placement) one.placements.push(placement);
  };
  let isVerbatim = false;
  for (const { from, to, votes } of clusters) {
    if (votes < most * (isVerbatim ? leastRivalVotes : leastVotes)) break;
    if (standsAt(pattern, text, from)) {
      isVerbatim = true;
      add(unchangedPlacement(pattern, text, from));
    } else add(placePassage(pattern, text, from - 16, to + pattern.codes.length + 16));
  }
  // A long insertion tears a passage into two clusters.
  const length = pattern.quoteEnd - pattern.quoteStart;
  const best = Math.max(0, ...one.placements.map(({ similarity }) => similarity));
  if (best < 1 && clusters.length > 1) {
    const [first] = clusters;
    const parts = clusters.filter(({ from }) => Math.abs(from - first!.from) <= length + 200);
    if (parts.length > 1) {
      const from = Math.min(...parts.map((part) => part.from));
      const to = Math.max(...parts.map((part) => part.to));
      add(placePassage(pattern, text, from - 16, to + pattern.codes.length + 16));
    }
  }
  one.placements.sort((a, b) => b.score - a.score);
  const second = clusters[1]?.votes ?? 0;
  // Of copies that follow one another closely the seeds form one wide cluster.
  const isNarrow = clusters.length > 0 && clusters[0]!.to - clusters[0]!.from <= 8;
  one.fixed = isNarrow && one.placements[0]?.score === 1 && second < most * resembling;
}

function standsAt(pattern: Pattern, text: SearchedText, at: number): boolean {
  const { codes } = text.folded;
  if (at < 0 || at + pattern.codes.length > codes.length) return false;
  for (let unit = 0; unit < pattern.codes.length; unit++)
    if (pattern.codes[unit] !== codes[at + unit]) return false;
  return true;
}

/** Where a passage expected at unit `at` is looked for, if it is there. */
function windowAround(pattern: TokenisedPattern, at: number): [from: number, to: number] {
  const start = at - pattern.quoteStart;
  const reach = 200 + (pattern.codes.length >>> 1);
  return [Math.max(0, start - reach), start + pattern.codes.length + reach];
}

function lengthsOf(pattern: TokenisedPattern): { quoteLength: number; contextLength: number } {
  const { codes, quoteStart, quoteEnd } = pattern;
  const quoteLength = tellingLength(codes, quoteStart, quoteEnd);
  return { quoteLength, contextLength: tellingLength(codes, 0, codes.length) - quoteLength };
}
