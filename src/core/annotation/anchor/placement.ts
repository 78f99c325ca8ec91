import {
  tellingLength,
  readContext,
  share,
  type ContextMatch,
  type ContextSide,
} from './context-match';
import {
  alignPassage,
  type Gap,
  type PassageAlignment,
  type TokenisedPattern,
} from './passage-alignment';
import { changesStatement, type ChangedWord, type WordChange } from './statement-change';
import { tokenAfter, type TokenisedText, type TokenTable } from './token-table';

/** A quote laid on a stretch of the text. */
export interface Placement {
  /** In folded units. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1: twice what quote and stretch share, by the length of both (Dice). */
  readonly similarity: number;
  /** The words differ in names or numbers: another statement. */
  readonly statementChanged: boolean;
  readonly before: ContextMatch;
  readonly after: ContextMatch;
  /** 0 to 1 over quote and context together. */
  readonly score: number;
}

/** Lays the pattern on the text between units `from` and `to`; `undefined` when the quote is not there. */
export function placePassage(
  pattern: TokenisedPattern,
  text: TokenisedText,
  from: number,
  to: number,
): Placement | undefined {
  const alignment = alignPassage(pattern, text, from, to);
  return alignment && readPlacement(pattern, text, alignment);
}

/** What an alignment says about the quote; `undefined` when nothing of it is there. */
export function readPlacement(
  pattern: TokenisedPattern,
  text: TokenisedText,
  alignment: PassageAlignment,
): Placement | undefined {
  const { quoteStart, quoteEnd } = pattern;
  const range = trimmed(text, alignment.offsets[quoteStart]!, quoteEndIn(alignment, quoteEnd));
  const quote = share(pattern, alignment, quoteStart, quoteEnd);
  if (range.end <= range.start || quote.matched === 0) return undefined;
  const found = tellingLength(text.codes, range.start, range.end);
  const similarity = (2 * quote.matched) / (quote.length + Math.max(found, quote.matched));
  const side = (name: ContextSide): ContextMatch =>
    readContext(name, pattern, text, alignment, range, (start, end) =>
      isOtherStatement(pattern, text, alignment.gaps, start, end),
    );
  const before = side('before');
  const after = side('after');
  return {
    ...range,
    similarity,
    statementChanged: isOtherStatement(pattern, text, alignment.gaps, quoteStart, quoteEnd),
    before,
    after,
    score: overallScore(quote.length, similarity, before, after),
  };
}

/** The placement of a pattern that stands in the text unchanged, beginning at unit `at`. */
export function unchangedPlacement(pattern: TokenisedPattern, at: number): Placement {
  const side = (start: number, end: number): ContextMatch => {
    const length = tellingLength(pattern.codes, start, end);
    const near = length === 0 ? 0 : 1;
    return {
      length,
      matched: length,
      near,
      adjacent: length,
      atTextEdge: false,
      statementChanged: false,
    };
  };
  return {
    start: at + pattern.quoteStart,
    end: at + pattern.quoteEnd,
    similarity: 1,
    statementChanged: false,
    before: side(0, pattern.quoteStart),
    after: side(pattern.quoteEnd, pattern.codes.length),
    score: 1,
  };
}

/** A long quote does not make its context worthless. */
function overallScore(
  quoteLength: number,
  similarity: number,
  before: ContextMatch,
  after: ContextMatch,
): number {
  const context = before.length + after.length;
  const weight = context === 0 ? 1 : Math.min(quoteLength, 2 * context);
  return (similarity * weight + before.matched + after.matched) / (weight + context);
}

/** Where the quote ends: behind its last unit, wherever the context behind it went. */
function quoteEndIn(alignment: PassageAlignment, quoteEnd: number): number {
  return alignment.kept[quoteEnd - 1] === 1
    ? alignment.offsets[quoteEnd - 1]! + 1
    : alignment.offsets[quoteEnd]!;
}

function trimmed(text: TokenisedText, start: number, end: number): { start: number; end: number } {
  const { codes } = text;
  while (start < end && codes[start] === 0x20) start++;
  while (end > start && codes[end - 1] === 0x20) end--;
  return { start, end };
}

/** Whether the gaps in a stretch of the pattern exchange names, numbers or negations. */
function isOtherStatement(
  pattern: TokenisedPattern,
  text: TokenisedText,
  gaps: readonly Gap[],
  start: number,
  end: number,
): boolean {
  const changes: WordChange[] = [];
  for (const gap of gaps) {
    if (gap.end < start || gap.start > end) continue;
    // At the very edge of the quote only what stands for some of it counts.
    if ((gap.end === start || gap.start === end) && gap.end > gap.start) continue;
    if (gap.start === gap.end && (gap.start === start || gap.start === end)) continue;
    changes.push({
      removed: wordsIn(pattern.codes, pattern.tokens, gap.start, gap.end),
      added: wordsIn(text.codes, text.tokens, gap.textStart, gap.textEnd),
    });
  }
  return changes.length > 0 && changesStatement(changes);
}

function wordsIn(
  codes: Uint16Array,
  tokens: TokenTable,
  start: number,
  end: number,
): ChangedWord[] {
  const words: ChangedWord[] = [];
  for (let token = tokenAfter(tokens, start); token < tokens.starts.length; token++) {
    if (tokens.starts[token]! >= end) break;
    const word = wordAt(codes, tokens, token);
    if (!/[\p{L}\p{N}]/u.test(word)) continue;
    const previous = token === 0 ? '.' : wordAt(codes, tokens, token - 1);
    words.push({ word, opensSentence: /^[.!?:"'*>•-]$/.test(previous) });
  }
  return words;
}

function wordAt(codes: Uint16Array, tokens: TokenTable, token: number): string {
  return String.fromCharCode(...codes.subarray(tokens.starts[token], tokens.ends[token]));
}
