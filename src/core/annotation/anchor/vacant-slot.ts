import { tellingRun } from './context-match';
import { alignPassage, type TokenisedPattern } from './passage-alignment';
import { tokenise, type TokenisedText } from './token-table';

/** A stretch of the text, in its units; empty when nothing is left between the contexts. */
export interface Slot {
  readonly start: number;
  readonly end: number;
}

/** So much of either context, in telling units, must stand at the edges of the slot. */
const leastRun = 10;

/**
 * Looks between units `from` and `to` for the two contexts of a quote, with whatever is between them now:
 * there the quote was, whatever became of it.
 */
export function findSlot(
  pattern: TokenisedPattern,
  text: TokenisedText,
  from: number,
  to: number,
): Slot | undefined {
  const { codes, quoteStart, quoteEnd } = pattern;
  const contexts = new Uint16Array(quoteStart + codes.length - quoteEnd);
  contexts.set(codes.subarray(0, quoteStart));
  contexts.set(codes.subarray(quoteEnd), quoteStart);
  const joined: TokenisedPattern = {
    codes: contexts,
    quoteStart,
    quoteEnd: quoteStart,
    tokens: tokenise(contexts),
    startsText: false,
    endsText: false,
  };
  const alignment = alignPassage(joined, text, from, to);
  if (!alignment) return undefined;
  const before = tellingRun(joined, alignment, quoteStart - 1, -1);
  const after = tellingRun(joined, alignment, quoteStart, 1);
  if (before.length < leastRun || after.length < leastRun) return undefined;
  return { start: before.edge + 1, end: after.edge };
}
