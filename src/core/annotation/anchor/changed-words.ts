import type { Gap, TokenisedPattern } from './passage-alignment';
import { changesStatement, type ChangedWord, type WordChange } from './statement-change';
import { tokenAfter, type TokenisedText, type TokenTable } from './token-table';

/** Fewer words are no clause. */
const leastOfClause = 4;

/** Whether the gaps in a stretch of the pattern exchange names, numbers or negations. */
export function isOtherStatement(
  pattern: TokenisedPattern,
  text: TokenisedText,
  gaps: readonly Gap[],
  start: number,
  end: number,
): boolean {
  const changes: WordChange[] = [];
  for (const gap of gaps) {
    if (hasToken(pattern.tokens, gap.start, gap.end)) {
      if (!hasToken(pattern.tokens, Math.max(start, gap.start), Math.min(end, gap.end))) continue;
    } else if (gap.start <= start || gap.end >= end) {
      // What was put in at the very edge of the quote is outside of it.
      continue;
    }
    const removed = wordsIn(pattern, gap.start, gap.end);
    const added = wordsIn(text, ...replacementOf(text, gap), text.tokens.hashes);
    const outside = gaps.find((other) =>
      gap.start <= start ? other.end === gap.start : gap.end >= end && other.start === gap.end,
    );
    changes.push({ removed, added, isCutOff: isCutOff(pattern, text, gap, outside) });
  }
  return changes.length > 0 && changesStatement(changes);
}

/**
 * Whether a part of the quote at its edge went along with what stood before or behind it: of a whole clause
 * that was cut out, or of sentences that gave way to others, nothing in the rest is turned over.
 */
function isCutOff(
  pattern: TokenisedPattern,
  text: TokenisedText,
  inner: Gap,
  outer: Gap | undefined,
): boolean {
  if (!outer) return false;
  const [own, other] = [inner, outer].map(({ start, end }) => wordsIn(pattern, start, end).length);
  if (other === 0 || own! + other! < leastOfClause) return false;
  if ([inner, outer].every(({ textStart, textEnd }) => textEnd <= textStart)) return true;
  if (!inner.isOpen || !outer.isOpen) return false;
  const [edge, textEdge] =
    outer.start === inner.end ? [inner.start, inner.textStart] : [inner.end, inner.textEnd];
  return endsSentence(pattern.codes, edge) && endsSentence(text.codes, textEdge);
}

/** Whether a sentence ends before a unit. */
function endsSentence(codes: Uint16Array, unit: number): boolean {
  while (unit > 0 && /[\s"')\]]/.test(String.fromCharCode(codes[unit - 1]!))) unit--;
  return unit === 0 || /[.!?\u3002\uff01\uff1f]/.test(String.fromCharCode(codes[unit - 1]!));
}

/** What stands for a gap; where nothing does, what stands for all that is missing around it. */
function replacementOf({ tokens }: TokenisedText, gap: Gap): [start: number, end: number] {
  return hasToken(tokens, gap.textStart, gap.textEnd)
    ? [gap.textStart, gap.textEnd]
    : [gap.aroundStart, gap.aroundEnd];
}

function hasToken(tokens: TokenTable, start: number, end: number): boolean {
  if (end <= start) return false;
  const token = tokenAfter(tokens, start);
  return token < tokens.starts.length && tokens.starts[token]! < end;
}

/** @param elsewhere where else the words may stand */
function wordsIn(
  { codes, tokens }: TokenisedText,
  start: number,
  end: number,
  elsewhere?: Int32Array,
): ChangedWord[] {
  const words: ChangedWord[] = [];
  for (let token = tokenAfter(tokens, start); token < tokens.starts.length; token++) {
    if (tokens.starts[token]! >= end) break;
    const word = wordAt(codes, tokens, token);
    if (!/[\p{L}\p{N}]/u.test(word)) continue;
    const previous = token === 0 ? '.' : wordAt(codes, tokens, token - 1);
    const next = token + 1 < tokens.starts.length ? wordAt(codes, tokens, token + 1) : '';
    const isPartOfName =
      (isCapitalised(previous) && tokens.ends[token - 1]! <= start) ||
      (isCapitalised(next) && tokens.starts[token + 1]! >= end);
    const opensSentence = /^[.!?:"'*>•-]$/.test(previous);
    words.push(new GapWord(word, opensSentence, isPartOfName, tokens.hashes[token]!, elsewhere));
  }
  return words;
}

class GapWord implements ChangedWord {
  constructor(
    readonly word: string,
    readonly opensSentence: boolean,
    readonly isPartOfName: boolean,
    readonly hash: number,
    readonly elsewhere: Int32Array | undefined,
  ) {}

  get recurs(): boolean {
    const { elsewhere, hash } = this;
    return elsewhere !== undefined && elsewhere.indexOf(hash) !== elsewhere.lastIndexOf(hash);
  }
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}\p{L}{2}/u.test(word);
}

function wordAt(codes: Uint16Array, tokens: TokenTable, token: number): string {
  return String.fromCharCode(...codes.subarray(tokens.starts[token], tokens.ends[token]));
}
