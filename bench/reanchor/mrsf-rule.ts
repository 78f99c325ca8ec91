import type { Selector } from '../../src/core/annotation/annotation';
import type { Answer } from './score';

/**
 * The published rule of MRSF ("Sidemark"), from its description: the exact text (of several the one on
 * the nearest line), else with white space normalised, else the likest window with a score of 0.8, else
 * the old line, else a window with 0.6. The score is 0.6 × shared tokens + 0.4 × Levenshtein likeness,
 * and up to 0.1 for a line nearby. Windows begin and end at words here, which changes little of the
 * answers and much of the time.
 */
export function mrsfRule(oldText: string, text: string, { quote, start }: Selector): Answer {
  const points = [...oldText];
  const line = points.slice(0, start).filter((character) => character === '\n').length;
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  const place = (from: number, to: number): Answer => {
    const first = [...text.slice(0, from)].length;
    return { state: 'placed', start: first, end: first + [...text.slice(from, to)].length };
  };
  const exact = occurrences(text, quote);
  const nearest = exact.sort((a, b) => Math.abs(lineOf(a) - line) - Math.abs(lineOf(b) - line))[0];
  if (nearest !== undefined) return place(nearest, nearest + quote.length);
  const spaced = new RegExp(quote.trim().split(/\s+/).map(escaped).join('\\s+')).exec(text);
  if (spaced) return place(spaced.index, spaced.index + spaced[0].length);
  const best = likestWindow(text, quote, line);
  if (best && best.score >= 0.8) return place(best.from, best.to);
  const lines = text.split('\n');
  if (line < lines.length && lines[line] !== '') {
    const from = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
    return place(from, from + lines[line]!.length);
  }
  if (best && best.score >= 0.6) return place(best.from, best.to);
  return { state: 'orphaned' };
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

function likestWindow(text: string, quote: string, line: number) {
  const words = [...text.matchAll(/\S+/g)];
  const wanted = quote.split(/\s+/).filter((word) => word !== '');
  const least = Math.max(1, Math.floor(wanted.length * 0.7));
  const most = Math.ceil(wanted.length * 1.3);
  const lines = lineNumbers(text);
  let best: { from: number; to: number; score: number } | undefined;
  for (let first = 0; first < words.length; first++) {
    const near = Math.abs(lines[words[first]!.index]! - line);
    const proximity = near < 50 ? 0.1 * (1 - near / 50) : 0;
    const window = words.slice(first, first + most).map((word) => word[0]);
    const shared = sharedTokens(wanted, window);
    for (let count = least; count <= Math.min(most, window.length); count++) {
      const tokens = shared[count]! / Math.max(wanted.length, count);
      if (0.6 * tokens + 0.4 + proximity <= Math.max(best?.score ?? 0, 0.6)) continue;
      const from = words[first]!.index;
      const last = words[first + count - 1]!;
      const to = last.index + last[0].length;
      const likeness = quote.length < 500 ? likenessOf(quote, text.slice(from, to)) : tokens;
      const score = Math.min(1, 0.6 * tokens + 0.4 * likeness + proximity);
      if (!best || score > best.score) best = { from, to, score };
    }
  }
  return best;
}

function lineNumbers(text: string): Uint32Array {
  const lines = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) lines[at + 1] = lines[at]! + (text[at] === '\n' ? 1 : 0);
  return lines;
}

/** Longest common subsequence of `wanted` with every beginning of `window`. */
function sharedTokens(wanted: readonly string[], window: readonly string[]): number[] {
  let row = new Array<number>(window.length + 1).fill(0);
  for (const token of wanted) {
    const next = [0];
    window.forEach((other, index) => {
      next.push(token === other ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!));
    });
    row = next;
  }
  return row;
}

function likenessOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let first = 1; first <= one.length; first++) {
    const next = [first];
    for (let second = 1; second <= other.length; second++) {
      const replaced = row[second - 1]! + (one[first - 1] === other[second - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[second]! + 1, next[second - 1]! + 1));
    }
    row = next;
  }
  return 1 - row[other.length]! / Math.max(one.length, other.length, 1);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
