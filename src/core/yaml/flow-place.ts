import { quotedEnd, withoutQuotes, type YamlKey } from './yaml-line';
import type { YamlParent, YamlPlace } from './yaml-place';

/** A bracket or brace that is open, and the key whose value is being written in a map. */
interface Open {
  readonly bracket: string;
  key?: YamlKey;
}

/**
 * Where in brackets and braces of one line a place is; undefined behind them.
 *
 * @param start where the first bracket stands
 * @param parents what the bracket's own value stands under
 */
export function flowPlaceAt(
  text: string,
  line: number,
  start: number,
  character: number,
  parents: readonly YamlParent[],
): YamlPlace | undefined {
  const open: Open[] = [];
  let from = start;
  let at = start;
  for (; at < character;) {
    const sign = text[at]!;
    if (sign === '[' || sign === '{') {
      open.push({ bracket: sign });
      from = ++at;
    } else if (sign === ']' || sign === '}') {
      open.pop();
      if (open.length === 0) return undefined;
      from = ++at;
    } else if (sign === ',') {
      delete open.at(-1)!.key;
      from = ++at;
    } else if (endsKey(text, at, open)) {
      open.at(-1)!.key = keyIn(text, line, from, at);
      from = ++at;
    } else if (isQuote(sign) && text.slice(from, at).trim() === '') {
      at = quotedEnd(text, at);
    } else {
      at++;
    }
  }
  const inner = open.at(-1);
  if (!inner) return undefined;
  const end = itemEnd(text, from, open);
  const isKey = inner.bracket === '{' && !inner.key;
  const within = open.flatMap(({ bracket, key }): YamlParent[] =>
    bracket === '[' ? [undefined] : key ? [key] : [],
  );
  const raw = text.slice(from, end);
  const trimmed = raw.trim();
  const first = trimmed === '' ? end : from + raw.length - raw.trimStart().length;
  return {
    parents: [...parents, ...within],
    writes: isKey ? 'key' : 'value',
    text: withoutQuotes(trimmed),
    range: { start: first, end: first + trimmed.length },
    inFlow: true,
  };
}

function keyIn(text: string, line: number, from: number, colon: number): YamlKey {
  const raw = text.slice(from, colon);
  const trimmed = raw.trim();
  const start = from + raw.length - raw.trimStart().length;
  return { text: withoutQuotes(trimmed), line, range: { start, end: start + trimmed.length } };
}

/** Where the item that begins at `from` ends: at a comma, a bracket, or its key's colon. */
function itemEnd(text: string, from: number, open: readonly Open[]): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (isQuote(sign) && text.slice(from, at).trim() === '') at = quotedEnd(text, at) - 1;
    else if (',]}[{'.includes(sign) || endsKey(text, at, open)) return at;
  }
  return text.length;
}

function endsKey(text: string, at: number, open: readonly Open[]): boolean {
  const isMap = open.at(-1)?.bracket === '{' && !open.at(-1)!.key;
  if (text[at] !== ':' || !isMap) return false;
  const [before, next] = [text[at - 1], text[at + 1]];
  return next === undefined || ' \t,]}'.includes(next) || before === '"' || before === "'";
}

function isQuote(sign: string): boolean {
  return sign === '"' || sign === "'";
}
