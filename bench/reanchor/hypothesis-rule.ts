import search from 'approx-string-match';
import type { Selector } from '../../src/core/annotation/annotation';
import type { Answer } from './score';

/**
 * The published rule of the Hypothesis client (`match-quote.ts`): exact occurrences, or else the
 * approximate ones with the fewest errors; best score of quote 50, prefix 20, suffix 20 and
 * position 2. It has no threshold of its own; `threshold` adds one.
 */
export function hypothesisRule(text: string, selector: Selector, threshold = 0): Answer {
  const { quote, before, after } = selector;
  const prefix = [...before].slice(-32).join('');
  const suffix = [...after].slice(0, 32).join('');
  const matches = occurrences(text, quote);
  let best: { start: number; end: number; score: number } | undefined;
  for (const { start, end, errors } of matches) {
    const score =
      (50 * (1 - errors / quote.length) +
        20 * likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) +
        20 * likeness(text.slice(end, end + suffix.length), suffix) +
        2 * (1 - Math.abs(start - selector.start) / text.length)) /
      92;
    if (!best || score > best.score) best = { start, end, score };
  }
  if (!best || best.score < threshold) return { state: 'orphaned' };
  const points = (offset: number): number => [...text.slice(0, offset)].length;
  return { state: 'placed', start: points(best.start), end: points(best.end) };
}

function occurrences(
  text: string,
  quote: string,
): { start: number; end: number; errors: number }[] {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, quote, Math.min(256, quote.length / 2));
}

function likeness(text: string, context: string): number {
  if (context === '' || text === '') return context === '' ? 1 : 0;
  const [match] = search(text, context, context.length);
  return match ? 1 - match.errors / context.length : 0;
}
