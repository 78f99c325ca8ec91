import { tokensIn } from './slide-zones';
import type { TokenPairs } from './token-alignment';
import type { TokenTable } from './token-table';

/**
 * Of an insertion that tears a quote and could as well stand before or behind it, because the quote's
 * own words surround it either way ("a b" to "a b a b"), chooses the place outside. Changes `pairs`.
 */
export function settleInsertions(
  pairs: TokenPairs,
  pattern: TokenTable,
  text: TokenTable,
  quote: { readonly start: number; readonly end: number },
): void {
  const { first, end } = tokensIn(pattern, quote);
  for (let index = 0; index + 1 < pairs.pattern.length; index++) {
    const token = pairs.pattern[index]!;
    if (token < first || token + 1 >= end) continue;
    const inserted = pairs.text[index + 1]! - pairs.text[index]! - 1;
    if (inserted > 0 && pairs.pattern[index + 1] === token + 1)
      if (!slideForward(pairs, text, index, end, inserted))
        slideBackward(pairs, text, index, first, inserted);
  }
}

/** Lets what follows the insertion in the quote stand before it. */
function slideForward(
  { pattern, text }: TokenPairs,
  { hashes }: TokenTable,
  index: number,
  end: number,
  inserted: number,
): boolean {
  const count = end - 1 - pattern[index]!;
  for (let step = 1; step <= count; step++) {
    const isNext = pattern[index + step] === pattern[index]! + step;
    if (!isNext || text[index + step] !== text[index]! + inserted + step) return false;
    if (hashes[text[index]! + step] !== hashes[text[index + step]!]) return false;
  }
  for (let step = 1; step <= count; step++) text[index + step]! -= inserted;
  return true;
}

/** Lets what precedes the insertion in the quote stand behind it. */
function slideBackward(
  { pattern, text }: TokenPairs,
  { hashes }: TokenTable,
  index: number,
  first: number,
  inserted: number,
): boolean {
  const count = pattern[index]! - first + 1;
  for (let step = 0; step < count; step++) {
    const isNext = pattern[index - step] === pattern[index]! - step;
    if (!isNext || text[index - step] !== text[index]! - step) return false;
    if (hashes[text[index]! - step + inserted] !== hashes[text[index - step]!]) return false;
  }
  for (let step = 0; step < count; step++) text[index - step]! += inserted;
  return true;
}
