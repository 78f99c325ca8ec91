import { Gap, type Tokens } from './tokenize';

/** Lines are taken to be set to a width between these, in UTF-16 units: longer ones are of another kind. */
const narrowest = 45;
const widest = 72;
/** A line that would have stayed below this part of the width with the next word was ended on purpose. */
const fullLine = 0.75;

/**
 * Marks the line breaks that are no wrapping of a paragraph, for the next word would have had room: those of
 * signatures, addresses and lists, where each line says something of its own ("Luke Tierney / University of
 * Minnesota"). Changes `tokens.gaps`; linear.
 */
export function markFirmBreaks(tokens: Tokens): void {
  const { count, gaps } = tokens;
  for (let from = 0; from < count;) {
    let to = from + 1;
    let width = 0;
    let lineStart = from;
    for (; to < count && gaps[to] !== Gap.paragraph; to++) {
      if (gaps[to]! < Gap.lineBreak) continue;
      width = Math.max(width, lengthOf(tokens, lineStart, to));
      lineStart = to;
    }
    width = Math.max(width, lengthOf(tokens, lineStart, to));
    markWithin(tokens, from, to, fullLine * Math.min(widest, Math.max(narrowest, width)));
    from = to;
  }
}

function markWithin(tokens: Tokens, from: number, to: number, full: number): void {
  let lineStart = from;
  for (let index = from + 1; index < to; index++) {
    if (tokens.gaps[index]! < Gap.lineBreak) continue;
    const word = tokens.ends[index]! - tokens.starts[index]!;
    if (lengthOf(tokens, lineStart, index) + 1 + word <= full) tokens.gaps[index] = Gap.firmBreak;
    lineStart = index;
  }
}

function lengthOf({ starts, ends }: Tokens, from: number, to: number): number {
  return ends[to - 1]! - starts[from]!;
}
