import type { SourceText } from '../../text/source-text';
import type { TextRange } from '../../text/text-range';
import { matchTokens } from './anchored-diff';
import { Copies } from './copies';
import type { Finding, Place } from './finding';
import { InsertedText } from './inserted-text';
import type { TokenisedPattern } from './passage-alignment';
import type { Placement } from './placement';
import { paragraphBreaks, RepeatedParagraphs } from './repeated-paragraphs';
import { opensLineOrSentence } from './sentence-edges';
import { findSlideZones, settleSlides, tokensIn, type SlideZone } from './slide-zones';
import { readsTheSame } from './stored-position';
import type { TokenStretch } from './stretches-around';
import { Surroundings } from './surroundings';
import { tokenise, unitsOf, type TokenisedText } from './token-table';
import { TouchedPassages } from './touched-passages';

/** A shorter unchanged stretch (UTF-16) says little by itself. */
const lonelyLength = 24;
/** With this share of common runs a new paragraph beside another one is its copy, perhaps rewritten. */
const copiedShare = 0.3;
/** With less left of an edited passage a person has to look, since its place is known. */
const leastFollowed = 0.72;

/**
 * The way from a known old text to the present one. Ranges are mapped through what is the same in
 * both; nothing is searched for. Offsets are UTF-16 over the canonical texts.
 */
export class TextHistory {
  readonly #old: TokenisedText;
  readonly #now: TokenisedText;
  readonly #matches: Int32Array;
  readonly #zones: readonly SlideZone[];
  readonly #inserted: InsertedText;
  readonly #paragraphs: RepeatedParagraphs;
  readonly #copies: Copies;
  readonly #surroundings: Surroundings;
  readonly #touched: TouchedPassages;

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
    const isNew = new Uint8Array(now.length).fill(1);
    for (const match of this.#matches) if (match >= 0) isNew[match] = 0;
    this.#touched = new TouchedPassages(this.#old, this.#now, this.#matches);
    this.#copies = new Copies(this.#old, this.#now, this.#matches);
    this.#surroundings = new Surroundings(
      oldText,
      source.text,
      this.#old,
      this.#now,
      this.#matches,
    );
    this.#inserted = new InsertedText(this.#now, isNew);
    const mayBeCopies = (first: number, end: number): boolean => {
      let count = 0;
      for (let token = first; token < end; token++) count += isNew[token]!;
      return count >= (end - first) * 0.25;
    };
    this.#paragraphs = new RepeatedParagraphs(
      this.#now.tokens,
      paragraphBreaks(source.text),
      copiedShare,
      mayBeCopies,
    );
  }

  /** Whether more than single words was put in, so that passages may have been moved. */
  get hasMoved(): boolean {
    return this.#inserted.hasPassages;
  }

  /** Whether a range of the present text is mostly new, so that a moved passage may be there. */
  isInserted(range: TextRange): boolean {
    return this.#inserted.holds(range);
  }

  /** Whether a passage deleted at `range` may be another one than what was put in at `place`. */
  mayBeAnother(range: TextRange, place: TextRange): boolean {
    return this.#copies.mayBeAnother(range, place);
  }

  /** What became of a range of the old text; `undefined` when its text was deleted or moved away. */
  follow(range: TextRange): Finding | undefined {
    const { first, end } = tokensIn(this.#old.tokens, range);
    if (end === first) return undefined;
    const zone = this.#zones.find((one) => one.start <= first && one.end >= end);
    const kept = this.#keptRange(range, first, end);
    if (zone) return this.#inZone(zone, range, first, end, kept);
    let known: TokenisedPattern | undefined;
    const pattern = (): TokenisedPattern =>
      (known ??= this.#touched.pattern(range, { first, end }));
    // A few words that stand alone among others may be there by chance.
    const isLonely = kept === undefined || this.#runLength(first, end) < lonelyLength;
    const placement = isLonely ? this.#touched.place(pattern(), { first, end }) : undefined;
    if (isLonely && !(placement && this.#isHeld(placement, range, kept ? end - first : 0)))
      return undefined;
    const place = kept ? { range: kept, score: 1 } : placeOf(placement!);
    const doubt = this.#doubtAround(pattern, { first, end }, place, kept ? undefined : placement);
    if (doubt) return doubt;
    if (kept) return placed(place);
    if (readsTheSame(this.source.slice(place.range), this.oldText.slice(range.start, range.end)))
      return placed(place);
    if (placement!.statementChanged)
      return ambiguous([place], 'A name, a number or a negation was exchanged: another statement.');
    if (placement!.similarity < leastFollowed)
      return ambiguous([place], 'Little is left of the passage.');
    if (place.range.end - place.range.start > 1.5 * (range.end - range.start) + 20)
      return ambiguous([place], 'Much was put in within the passage, perhaps a copy of it.');
    return placed(place);
  }

  /**
   * Whether something else may be the passage, or what stands at its place something else.
   *
   * @param placement of a passage that was changed
   */
  #doubtAround(
    pattern: () => TokenisedPattern,
    passage: TokenStretch,
    place: Place,
    placement: Placement | undefined,
  ): Finding | undefined {
    const { first, end } = passage;
    const copy = placement
      ? this.#copies.ofChanged(first, end)
      : (this.#copies.beside(first, end) ?? this.#copies.ofParagraph(first, end));
    if (copy) return ambiguous([place, { range: copy, score: place.score }], copied);
    const around = this.#surroundings;
    if (around.hadTwin(passage)) return ambiguous([place], oneLeft);
    if (placement || !around.areIntact(passage) || this.#wasLeft(passage)) {
      const copies = this.#inserted.copiesOf(pattern(), place.range);
      if (copies.length > 0) return ambiguous([place, ...copies.map(placeOf)], copied);
      const isRewritten = placement
        ? isInOtherWords(placement, pattern())
        : around.areRewritten(passage);
      if (isRewritten || around.areOthers(passage)) return ambiguous([place], rewritten);
    }
    const twins = this.#paragraphs.besides(place.range);
    return twins.some(({ twin }) => placement || twin !== 'within')
      ? ambiguous([place], copied)
      : undefined;
  }

  /** Whether a copy may stand where the paragraph of a passage was. */
  #wasLeft(passage: TokenStretch): boolean {
    return this.#inserted.hasPassages && this.#surroundings.wereLeft(passage);
  }

  /** Whether enough is left of a touched passage, or of what stands around a short one. */
  #isHeld({ similarity, before, after }: Placement, range: TextRange, unchanged: number): boolean {
    if (similarity < 0.5) return false;
    if (range.end - range.start >= lonelyLength) return true;
    const isBetween = Math.min(before.adjacent, after.adjacent) >= 4;
    // Several unchanged words need less of what stood around them.
    // Where the text begins or ends there is nothing else to find.
    const near = [before, after].map((side) => (side.atTextEdge ? 1 : side.near));
    return isBetween || near[0]! + near[1]! >= (unchanged >= 3 ? 0.8 : 1.3);
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
    const [old, now] = [this.#old.tokens, this.#now.tokens];
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
    const reason = zone.insertedAt === undefined ? oneLeft : copied;
    return ambiguous(places, reason);
  }
}

const copied = 'The passage was repeated beside itself, and nothing tells which is the old one.';

const oneLeft = 'Of two neighbouring copies one was deleted or moved, and nothing tells which.';

const rewritten = 'Of the sentence around the passage little is left.';

/** Whether a short passage, itself edited, stands beside other names or numbers than before. */
function isInOtherWords(
  { before, after }: Placement,
  { quoteStart, quoteEnd }: TokenisedPattern,
): boolean {
  const isShort = quoteEnd - quoteStart < lonelyLength;
  return isShort && (before.statementChanged || after.statementChanged);
}

function tokenised(text: string): TokenisedText {
  const codes = unitsOf(text);
  return { codes, tokens: tokenise(codes) };
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
