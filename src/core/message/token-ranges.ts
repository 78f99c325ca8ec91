import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import type { Message, PartKind } from './message';

/** Token types of the extension's manifest, in the order of its legend. */
export const tokenTypes = [
  'title',
  'deck',
  'heading',
  'caption',
  'dateline',
  'person',
  'organization',
  'place',
  'event',
  'work',
  'law',
  'product',
  'entity',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** A coloured stretch on one line; UTF-16 offsets over the canonical text. */
export interface TokenRange extends TextRange {
  readonly type: TokenType;
}

/** A name in the text and what it names. */
export interface NamedRange extends TextRange {
  readonly type: TokenType | 'other' | 'unknown';
}

const partTokens: Partial<Record<PartKind, TokenType>> = {
  title: 'title',
  deck: 'deck',
  heading: 'heading',
  caption: 'caption',
};

/**
 * What a TextMate grammar cannot know: titles, decks, headings, captions, datelines and mentions.
 * In order, without overlap (a mention wins over the part it stands in), each within one line.
 *
 * @param within only what touches this range is given
 */
export function tokenRanges(
  source: SourceText,
  messages: readonly Message[],
  mentions: readonly NamedRange[],
  within: TextRange,
): TokenRange[] {
  const touches = (range: TextRange) => range.end > within.start && range.start < within.end;
  const structure: TokenRange[] = [];
  for (const message of messages) {
    if (!touches(message)) continue;
    for (const { kind, start, end } of message.parts) {
      const type = partTokens[kind];
      if (type && touches({ start, end })) structure.push({ type, start, end });
    }
    for (const { start, end } of message.datelines) {
      if (touches({ start, end })) structure.push({ type: 'dateline', start, end });
    }
  }
  const names = mentions.filter(touches).map(({ start, end, type }): TokenRange => {
    const token = type === 'other' || type === 'unknown' ? 'entity' : type;
    return { type: token, start, end };
  });
  return cutAround(structure.sort(byStart), names)
    .concat(names)
    .sort(byStart)
    .flatMap((token) => splitLines(source, token));
}

function byStart(a: TextRange, b: TextRange): number {
  return a.start - b.start;
}

/** `tokens` without what `holes` (ordered, disjoint) cover, and without overlap among themselves. */
function cutAround(tokens: readonly TokenRange[], holes: readonly TextRange[]): TokenRange[] {
  const left: TokenRange[] = [];
  let at = 0;
  let hole = 0;
  for (const token of tokens) {
    let start = Math.max(token.start, at);
    while (hole < holes.length && holes[hole]!.end <= start) hole++;
    for (let next = hole; next < holes.length && holes[next]!.start < token.end; next++) {
      const { start: from, end: to } = holes[next]!;
      if (from > start) left.push({ ...token, start, end: from });
      start = Math.max(start, to);
    }
    if (start < token.end) left.push({ ...token, start });
    at = Math.max(at, token.end);
  }
  return left;
}

function splitLines(source: SourceText, token: TokenRange): TokenRange[] {
  const pieces: TokenRange[] = [];
  const last = source.positionAt(token.end).line;
  for (let line = source.positionAt(token.start).line; line <= last; line++) {
    const range = source.lineRange(line);
    const start = Math.max(range.start, token.start);
    const end = Math.min(range.end, token.end);
    if (end > start) pieces.push({ ...token, start, end });
  }
  return pieces;
}
