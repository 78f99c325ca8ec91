import type { Pattern } from './seed-search';
import { isSpace } from './token-table';

/** A stretch of folded units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether a quote stands again right beside a place, and did not where it was annotated. */
export function isSaidTwice(
  { codes, quoteStart, quoteEnd }: Pattern,
  text: { readonly folded: { readonly codes: Uint16Array } },
  place: Stretch,
): boolean {
  const was = repeats(codes, { start: quoteStart, end: quoteEnd });
  const is = repeats(text.folded.codes, place);
  return (is.before && !was.before) || (is.after && !was.after);
}

/** As far as the units go: a context is mostly shorter than the quote. */
function repeats(codes: Uint16Array, { start, end }: Stretch): { before: boolean; after: boolean } {
  let next = end;
  while (next < codes.length && isSpace(codes[next]!)) next++;
  let last = start;
  while (last > 0 && isSpace(codes[last - 1]!)) last--;
  const length = end - start;
  const behind = Math.min(length, codes.length - next);
  const ahead = Math.min(length, last);
  return {
    before: last < start && ahead > 0 && areSame(codes, end - ahead, last - ahead, ahead),
    after: next > end && behind > 0 && areSame(codes, start, next, behind),
  };
}

function areSame(codes: Uint16Array, one: number, other: number, length: number): boolean {
  for (let unit = 0; unit < length; unit++)
    if (codes[one + unit] !== codes[other + unit]) return false;
  return true;
}
