import type { SourceText } from '../../text/source-text';
import type { TextRange } from '../../text/text-range';
import type { Selector } from '../annotation';
import { contextLength } from '../selector';
import type { Placement } from './placement';

/**
 * Whether what stands unchanged around the quote ends, on either side, where a paragraph ends: in the
 * stored context and at the place.
 */
export function paragraphEdges(
  selector: Selector,
  { before, after }: Placement,
  range: TextRange,
  { text }: SourceText,
): { before: boolean; after: boolean } {
  const reach = 2 * contextLength.most;
  const here = {
    before: text.slice(Math.max(0, range.start - reach), range.start),
    after: text.slice(range.end, range.end + reach),
  };
  const old = lettersToBreak(selector);
  const now = lettersToBreak(here);
  return {
    before: old.before === now.before && before.adjacent >= old.before,
    after: old.after === now.after && after.adjacent >= old.after,
  };
}

/** Letters between a quote and the nearest blank line on either side; Infinity without one. */
function lettersToBreak(context: { before: string; after: string }): {
  before: number;
  after: number;
} {
  const { before, after } = context;
  const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;
  const first = before.lastIndexOf('\n\n');
  const last = after.indexOf('\n\n');
  return {
    before: first === -1 ? Infinity : letters(before.slice(first)),
    after: last === -1 ? Infinity : letters(after.slice(0, last)),
  };
}
