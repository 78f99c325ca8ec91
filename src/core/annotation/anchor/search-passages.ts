import type { SourceText } from '../../text/source-text';
import type { Selector } from '../annotation';
import { choosePlace, type Candidate, type Choice } from './choose-place';
import { ExpectedPlaces, type FixedPoint } from './expected-place';
import { foldText, unitAt } from './folded-text';
import type { TokenisedPattern } from './passage-alignment';
import { lengthWithoutSpace, placePassage, unchangedPlacement, type Placement } from './placement';
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
 * in the text plus the passages. Yields between slices of work; returns one choice per selector.
 */
export function* searchPassages(
  selectors: readonly Selector[],
  source: SourceText,
): Generator<void, SearchResult> {
  const text = prepareText(source.text);
  yield;
  const wanted = selectors.map(toWanted);
  const seeds = yield* seedsOf(wanted, text);
  for (let index = 0; index < wanted.length; index++) {
    if (index % slice === 0) yield;
    findPlacements(wanted[index]!, seeds[index]!, text);
  }
  const oldStart = ({ selector }: Wanted): number => selector.start;
  const nowStart = (placement: Placement): number =>
    source.toCodePoint(text.folded.starts[placement.start]!);
  const points = wanted.flatMap((one): FixedPoint[] =>
    one.fixed ? [{ old: oldStart(one), now: nowStart(one.placements[0]!) }] : [],
  );
  const expected = new ExpectedPlaces(points);
  const choices: Choice[] = [];
  for (let index = 0; index < wanted.length; index++) {
    if (index % slice === 0) yield;
    const one = wanted[index]!;
    const choose = (): Choice =>
      choosePlace(
        passageOf(one.pattern),
        one.placements.map((placement): Candidate => ({
          placement,
          fit: expected.fit(oldStart(one), nowStart(placement)),
          wholeParagraph: isWholeParagraph(one.selector, placement, text, source),
        })),
      );
    let choice = choose();
    if (choice.verdict === 'orphaned' && one.pattern.quoteEnd > one.pattern.quoteStart) {
      const predicted = source.toUtf16(expected.predict(oldStart(one)));
      const nearby = placeNear(one.pattern, text, unitAt(text.folded, predicted));
      if (nearby) {
        one.placements.push(nearby);
        choice = choose();
      }
    }
    choices.push(choice);
  }
  return { choices, text };
}

export interface SearchResult {
  readonly choices: readonly Choice[];
  readonly text: SearchedText;
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
  return { codes: folded.codes, quoteStart, quoteEnd, tokens: tokenise(folded.codes) };
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
  const quoteLength = lengthWithoutSpace(codes, quoteStart, quoteEnd);
  return { quoteLength, contextLength: lengthWithoutSpace(codes, 0, codes.length) - quoteLength };
}

function isWholeParagraph(
  selector: Selector,
  { start, end }: Placement,
  { folded }: SearchedText,
  source: SourceText,
): boolean {
  const breaksBefore = (text: string): boolean => text === '' || /\n\s*$/.test(text);
  const breaksAfter = (text: string): boolean => text === '' || /^\s*\n/.test(text);
  const from = folded.starts[start]!;
  const to = folded.ends[end - 1]!;
  return (
    breaksBefore(selector.before) &&
    breaksAfter(selector.after) &&
    breaksBefore(source.text.slice(Math.max(0, from - 16), from)) &&
    breaksAfter(source.text.slice(to, to + 16))
  );
}
