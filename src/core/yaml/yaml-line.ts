import type { TextRange } from '../text/text-range';

/** A key of a YAML map and where it stands. */
export interface YamlKey {
  /** Without quotation marks. */
  readonly text: string;
  /** From 0. */
  readonly line: number;
  /** Within its line, UTF-16, with its quotation marks. */
  readonly range: TextRange;
}

/** One line of block layout, taken apart: `- - key: content # comment`. */
export interface YamlLine {
  /** Columns of the dashes that begin items of lists. */
  readonly dashes: readonly number[];
  readonly key?: Omit<YamlKey, 'line'>;
  /** Offset behind the key's colon, else where what is written begins. */
  readonly contentStart: number;
  /** What stands behind the dashes and the key, without comment and outer blanks. */
  readonly content: string;
  /** Where a comment begins, or the line's length. */
  readonly end: number;
}

/** Takes a line apart. Linear; knows nothing of the lines around it. */
export function readYamlLine(text: string): YamlLine {
  const dashes: number[] = [];
  let at = afterBlanks(text, 0);
  while (text[at] === '-' && (at + 1 === text.length || text[at + 1] === ' ')) {
    dashes.push(at);
    at = afterBlanks(text, at + 1);
  }
  const colon = keyEnd(text, at);
  const contentStart = colon === undefined ? at : colon + 1;
  const end = commentStart(text, contentStart);
  const content = text.slice(contentStart, end).trim();
  if (colon === undefined) return { dashes, contentStart, content, end };
  const raw = text.slice(at, colon).trimEnd();
  const key = { text: withoutQuotes(raw), range: { start: at, end: at + raw.length } };
  return { dashes, key, contentStart, content, end };
}

/** A scalar's text without its quotation marks; the closing one may not be written yet. */
export function withoutQuotes(raw: string): string {
  const quote = raw[0];
  if (quote !== '"' && quote !== "'") return raw;
  return raw.length > 1 && raw.endsWith(quote) ? raw.slice(1, -1) : raw.slice(1);
}

/** The offset behind a quoted text that begins at `start`, or the length when it is not closed. */
export function quotedEnd(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

/** Where the colon of a key that begins at `start` stands; undefined when there is none. */
function keyEnd(text: string, start: number): number | undefined {
  const first = text[start];
  if (first === undefined || '#[]{}|>,&*!%@`'.includes(first)) return undefined;
  if (first === '"' || first === "'") {
    const at = afterBlanks(text, quotedEnd(text, start));
    return text[at] === ':' && isBlank(text[at + 1]) ? at : undefined;
  }
  for (let at = start; at < text.length; at++) {
    if (text[at] === ':' && isBlank(text[at + 1])) return at;
    if (text[at] === '#' && isBlank(text[at - 1])) return undefined;
  }
  return undefined;
}

function commentStart(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '#' && (at === 0 || isBlank(text[at - 1]))) return at;
    const opens = at === start || ' [{,:'.includes(text[at - 1]!);
    if ((character === '"' || character === "'") && opens) at = quotedEnd(text, at) - 1;
  }
  return text.length;
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t';
}
