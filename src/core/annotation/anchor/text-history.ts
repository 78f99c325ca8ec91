import type { SourceText } from '../../text/source-text';
import type { TextRange } from '../../text/text-range';
import { matchTokens } from './anchored-diff';
import { leastSimilarity } from './choose-place';
import type { Finding, Place } from './finding';
import { alignByPairs, type TokenisedPattern } from './passage-alignment';
import { placePassage, readPlacement, type Placement } from './placement';
import { findSlideZones, settleSlides, tokensIn, type SlideZone } from './slide-zones';
import { readsTheSame } from './stored-position';
import { tokenise, unitsOf, type TokenisedText, type TokenTable } from './token-table';

/** Context taken along with a touched passage: so many tokens, and on to the next unchanged one. */
const contextTokens = 12;
const mostContextTokens = 64;
/** An insertion of this many tokens may hold a copy of a passage beside it. */
const copyTokens = 6;
/** Text around an insertion (UTF-16) that a copy in it may share with what was there. */
const copyContext = 60;
/** A shorter unchanged stretch (UTF-16) says little by itself. */
const lonelyLength = 24;
/** A quote of this length that reads the same in an insertion is a copy. */
const tellingQuote = 24;

/** Tokens of the present text that come from nowhere in the old one, as a stretch. */
interface Insertion {
  readonly start: number;
  readonly end: number;
}

/**
 * The way from a known old text to the present one. Ranges are mapped through what is the same in
 * both; nothing is searched for. Offsets are UTF-16 over the canonical texts.
 */
export class TextHistory {
  readonly #old: TokenisedText;
  readonly #now: TokenisedText;
  readonly #matches: Int32Array;
  readonly #zones: readonly SlideZone[];
  readonly #inserted: Uint8Array;
  readonly #insertions: readonly Insertion[];

  constructor(
    readonly oldText: string,
    readonly source: SourceText,
  ) {
    this.#old = tokenised(oldText);
    this.#now = tokenised(source.text);
    const old = this.#old.tokens.hashes;
    const now = this.#now.tokens.hashes;
    this.#matches = matchTokens(old, now);
    settleSlides(old, now, this.#matches, {
      old: (token) => opensLineOrSentence(oldText, this.#old.tokens, token),
      now: (token) => opensLineOrSentence(source.text, this.#now.tokens, token),
    });
    this.#zones = findSlideZones(old, now, this.#matches);
    this.#inserted = new Uint8Array(now.length).fill(1);
    for (const match of this.#matches) if (match >= 0) this.#inserted[match] = 0;
    this.#insertions = stretches(this.#inserted).filter(
      ({ start, end }) => end - start >= copyTokens,
    );
  }

  /** Whether a range of the present text is mostly new, so that a moved passage may be there. */
  isInserted(range: TextRange): boolean {
    const { first, end } = tokensIn(this.#now.tokens, range);
    let count = 0;
    for (let token = first; token < end; token++) count += this.#inserted[token]!;
    return end > first && count >= (end - first) * 0.6;
  }

  /** What became of a range of the old text; `undefined` when its text was deleted or moved away. */
  follow(range: TextRange): Finding | undefined {
    const { first, end } = tokensIn(this.#old.tokens, range);
    if (end === first) return undefined;
    const zone = this.#zones.find((one) => one.start <= first && one.end >= end);
    const kept = this.#keptRange(range, first, end);
    if (zone) return this.#inZone(zone, range, first, end, kept);
    const pattern = this.#patternOf(range, first, end);
    // A few words that stand alone among others may be there by chance.
    const isLonely = kept === undefined || this.#runLength(first, end) < lonelyLength;
    const placement = isLonely ? this.#touched(pattern, first, end) : undefined;
    if (isLonely && !(placement && this.#isHeld(placement, range))) return undefined;
    const place = kept ? { range: kept, score: 1 } : placeOf(placement!);
    const copies = this.#copiesNear(pattern, first, end, place.range);
    if (copies.length > 0) return ambiguous([place, ...copies], copied);
    if (kept) return placed(place);
    if (readsTheSame(this.source.slice(place.range), this.oldText.slice(range.start, range.end)))
      return placed(place);
    if (placement!.statementChanged)
      return ambiguous([place], 'A name, a number or a negation was exchanged: another statement.');
    if (placement!.similarity < leastSimilarity)
      return ambiguous([place], 'Little is left of the passage.');
    if (place.range.end - place.range.start > 1.5 * (range.end - range.start) + 20)
      return ambiguous([place], 'Much was put in within the passage, perhaps a copy of it.');
    return placed(place);
  }

  /** Whether enough is left of a touched passage, or of what stands around a short one. */
  #isHeld({ similarity, before, after }: Placement, range: TextRange): boolean {
    if (similarity < 0.5) return false;
    if (range.end - range.start >= lonelyLength) return true;
    const isBetween = Math.min(before.adjacent, after.adjacent) >= 4;
    return isBetween || before.near + after.near >= 1.3;
  }

  /** Length, in the old text, of the unchanged stretch that tokens `first` to `end` stand in. */
  #runLength(first: number, end: number): number {
    let start = first;
    while (start > 0 && this.#matches[start - 1] === this.#matches[start]! - 1) start--;
    let last = end - 1;
    const count = this.#matches.length;
    while (last + 1 < count && this.#matches[last + 1] === this.#matches[last]! + 1) last++;
    return this.#old.tokens.ends[last]! - this.#old.tokens.starts[start]!;
  }

  /** The range in the present text, if none of its tokens was touched. */
  #keptRange(range: TextRange, first: number, end: number): TextRange | undefined {
    const start = this.#matches[first]!;
    if (start === -1) return undefined;
    for (let token = first + 1; token < end; token++)
      if (this.#matches[token] !== start + token - first) return undefined;
    const { old, now } = { old: this.#old.tokens, now: this.#now.tokens };
    const last = start + end - 1 - first;
    const kept = {
      start: now.starts[start]! + Math.max(0, range.start - old.starts[first]!),
      end: now.ends[last]! - Math.max(0, old.ends[end - 1]! - range.end),
    };
    // Equal hashes are no proof.
    const same = readsTheSame(
      this.source.slice(kept).trim(),
      this.oldText.slice(range.start, range.end).trim(),
    );
    return same ? kept : undefined;
  }

  /** One of two equal neighbours is new, or was deleted: nobody can tell which. */
  #inZone(
    zone: SlideZone,
    range: TextRange,
    first: number,
    end: number,
    kept: TextRange | undefined,
  ): Finding | undefined {
    const shift =
      zone.insertedAt === undefined || first < zone.insertedAt ? zone.length : -zone.length;
    const places: Place[] = kept ? [{ range: kept, score: 1 }] : [];
    if (zone.insertedAt !== undefined && kept) {
      const own = this.#matches[first]!;
      const { starts, ends } = this.#now.tokens;
      const from = starts[own + shift];
      const to = ends[own + shift + end - first - 1];
      if (from !== undefined && to !== undefined)
        places.push({ range: { start: from, end: to }, score: 1 });
    } else if (!kept) {
      for (const distance of [zone.length, -zone.length]) {
        const { starts, ends } = this.#old.tokens;
        const from = starts[first + distance];
        const to = ends[end - 1 + distance];
        if (from === undefined || to === undefined) continue;
        const twin = { start: from, end: to };
        const twinKept = this.#keptRange(twin, first + distance, end + distance);
        if (
          twinKept &&
          readsTheSame(this.source.slice(twinKept), this.oldText.slice(range.start, range.end))
        )
          places.push({ range: twinKept, score: 1 });
      }
    }
    if (places.length === 0) return undefined;
    const reason =
      zone.insertedAt === undefined
        ? 'Of two neighbouring copies one was deleted, and nothing tells which.'
        : copied;
    return ambiguous(places, reason);
  }

  /** Places in large insertions nearby that read like the passage in its context. */
  #copiesNear(pattern: TokenisedPattern, first: number, end: number, own: TextRange): Place[] {
    if (this.#insertions.length === 0) return [];
    const nearest = this.#nearestMatch(first, end);
    return this.#insertions.flatMap((insertion): Place[] => {
      const length = insertion.end - insertion.start;
      const reach = length + contextTokens;
      if (nearest < insertion.start - reach || nearest > insertion.end + reach) return [];
      const { starts, ends } = this.#now.tokens;
      const from = starts[insertion.start]! - copyContext;
      const to = ends[insertion.end - 1]! + copyContext;
      // The passage itself is no copy.
      const windows = [
        { start: from, end: Math.min(to, own.start) },
        { start: Math.max(from, own.end), end: to },
      ];
      return windows.flatMap((window) => this.#copyIn(pattern, window));
    });
  }

  #copyIn(pattern: TokenisedPattern, { start, end }: TextRange): Place[] {
    if (end - start < (pattern.quoteEnd - pattern.quoteStart) / 2) return [];
    const copy = placePassage(pattern, this.#now, start, end);
    if (!copy || copy.similarity < 0.7) return [];
    const isTelling = pattern.quoteEnd - pattern.quoteStart >= tellingQuote;
    const isInContext = copy.before.near + copy.after.near >= 1;
    if (!isInContext && !(isTelling && copy.similarity >= 0.9)) return [];
    const place = placeOf(copy);
    return this.isInserted(place.range) ? [place] : [];
  }

  #nearestMatch(first: number, end: number): number {
    for (let distance = 0; distance < mostContextTokens; distance++) {
      for (const token of [first - distance, end - 1 + distance]) {
        const match = this.#matches[token];
        if (match !== undefined && match >= 0) return match;
      }
    }
    return 0;
  }

  #patternOf(range: TextRange, first: number, end: number): TokenisedPattern {
    const { start: from, end: to } = this.#patternTokens(first, end);
    const { starts, ends, hashes } = this.#old.tokens;
    const offset = starts[from]!;
    return {
      codes: this.#old.codes.subarray(offset, ends[to - 1]!),
      startsText: false,
      endsText: false,
      quoteStart: Math.max(range.start, starts[first]!) - offset,
      quoteEnd: Math.min(range.end, ends[end - 1]!) - offset,
      tokens: {
        starts: starts.subarray(from, to).map((start) => start - offset),
        ends: ends.subarray(from, to).map((end) => end - offset),
        hashes: hashes.subarray(from, to),
      },
    };
  }

  #patternTokens(first: number, end: number): { start: number; end: number } {
    const enough = (token: number, distance: number): boolean =>
      distance >= mostContextTokens || (distance >= contextTokens && this.#matches[token]! >= 0);
    let start = first;
    while (start > 0 && !enough(start, first - start)) start--;
    let last = end;
    while (last < this.#matches.length && !enough(last - 1, last - end)) last++;
    return { start, end: last };
  }

  #touched(pattern: TokenisedPattern, first: number, end: number): Placement | undefined {
    const { start, end: last } = this.#patternTokens(first, end);
    const pairs: { pattern: number[]; text: number[] } = { pattern: [], text: [] };
    for (let token = start; token < last; token++) {
      if (this.#matches[token] === -1) continue;
      pairs.pattern.push(token - start);
      pairs.text.push(this.#matches[token]!);
    }
    const alignment = alignByPairs(pattern, this.#now, pairs);
    return alignment && readPlacement(pattern, this.#now, alignment);
  }
}

const copied = 'The passage was repeated beside itself, and nothing tells which is the old one.';

function opensLineOrSentence(text: string, tokens: TokenTable, token: number): boolean {
  if (token === 0) return true;
  const end = tokens.ends[token - 1]!;
  return /[.!?\n]/.test(text.slice(end - 1, tokens.starts[token]));
}

function tokenised(text: string): TokenisedText {
  const codes = unitsOf(text);
  return { codes, tokens: tokenise(codes) };
}

function stretches(marked: Uint8Array): Insertion[] {
  const found: Insertion[] = [];
  for (let index = marked.indexOf(1); index !== -1;) {
    const next = marked.indexOf(0, index);
    const end = next === -1 ? marked.length : next;
    found.push({ start: index, end });
    index = marked.indexOf(1, end);
  }
  return found;
}

function placeOf({ start, end, score }: Placement): Place {
  return { range: { start, end }, score };
}

function placed(place: Place): Finding {
  return { verdict: 'placed', places: [place], moved: false, reason: '' };
}

function ambiguous(places: readonly Place[], reason: string): Finding {
  return { verdict: 'ambiguous', places, moved: false, reason };
}
