import { Gap, Shape, type Tokens } from './tokenize';

/** So many signs of code to a word make a line of code, and at least two. */
const fewestSigns = 2;
const wordsPerSign = 2.5;
/** Beside a line of code one sign is enough for a short line. */
const wordsPerLoneSign = 5;
/** Longest tag of a page that is looked for, in tokens. */
const longestTag = 60;

/**
 * Marks the tokens of lines that are code, and of the tags of a page, as noise: names of classes and
 * functions are no names of people. Code is told by its signs, not by its words: assignments, calls,
 * braces, semicolons and colons at the end. Changes `tokens.shapes`; linear.
 */
export function markCode(text: string, tokens: Tokens): void {
  const { count, gaps } = tokens;
  let before: Line | undefined;
  for (let from = 0; from < count;) {
    let to = from + 1;
    while (to < count && gaps[to]! < Gap.lineBreak) to++;
    const line = { from, to, likeness: likeness(text, tokens, from, to) };
    if (line.likeness === Likeness.code) mark(tokens, line);
    if (before && line.likeness + before.likeness === Likeness.code + Likeness.sign)
      mark(tokens, line.likeness === Likeness.sign ? line : before);
    before = line;
    from = to;
  }
  markTags(text, tokens);
}

const Likeness = { none: 0, sign: 1, code: 2 } as const;

interface Line {
  readonly from: number;
  readonly to: number;
  readonly likeness: number;
}

function mark({ shapes }: Tokens, { from, to }: Line): void {
  for (let index = from; index < to; index++) shapes[index]! |= Shape.noise | Shape.code;
}

function likeness(
  text: string,
  { starts, ends, shapes, gaps }: Tokens,
  from: number,
  to: number,
): number {
  let words = 0;
  let signs = 0;
  for (let index = from; index < to; index++) {
    const shape = shapes[index]!;
    if (shape & Shape.word) {
      words++;
      continue;
    }
    if (ends[index]! - starts[index]! > 1) continue;
    const isAttached = index > from && gaps[index] === Gap.none;
    const isLast = index + 1 === to;
    const next = text[ends[index]!];
    switch (text[starts[index]!]) {
      case '=':
        // "==" is one sign: mail readers quote with it ('"AL" == Anna Lind <…> writes:').
        if (!isAttached || text[starts[index]! - 1] !== '=') signs++;
        break;
      case '{':
      case '}':
      case '\\':
        signs++;
        break;
      case '_':
        if (isAttached) signs++;
        break;
      case ';':
        // "said so; then": only the end of a statement, and no entity of a page.
        if (isLast && isAttached && index - from > 1) signs++;
        break;
      case ':':
        if (next === ':' || (isLast && isAttached && text[starts[index]! - 1] === ')')) signs++;
        break;
      case '(':
        // "print(x)", "list()"; not "member(s)"
        if (
          isAttached &&
          (shapes[index - 1]! & Shape.word) !== 0 &&
          !/^\((?:e?s|[A-Z]+)\)/.test(text.slice(starts[index], starts[index]! + 8))
        )
          signs++;
        break;
      case '<':
        if (next === '-' || next === '<') signs++;
        break;
      case '-':
        if (next === '>') signs++;
        break;
      case '&':
      case '|':
        if (next === text[starts[index]!]) signs++;
        break;
      case '"':
        // A path and a line number of a trace: File "a/b.py", line 364, in name
        if (
          index === from + 1 &&
          /^File "[^"\n]{1,300}", line \d/.test(text.slice(starts[from], starts[from]! + 320))
        )
          return Likeness.code;
        break;
    }
  }
  if (signs >= fewestSigns && signs * wordsPerSign >= words) return Likeness.code;
  return signs * wordsPerLoneSign >= words && signs > 0 ? Likeness.sign : Likeness.none;
}

/** "<BR>", "</FONT>", "<a href=…>": what stands between the signs. */
function markTags(text: string, { count, starts, shapes, gaps }: Tokens): void {
  for (let index = 0; index + 2 < count; index++) {
    if (text[starts[index]!] !== '<' || gaps[index + 1] !== Gap.none) continue;
    const first = text[starts[index + 1]!] === '/' ? index + 2 : index + 1;
    if (!(shapes[first]! & Shape.word) || (first > index + 1 && gaps[first] !== Gap.none)) continue;
    let to = first + 1;
    let hasValue = false;
    const limit = Math.min(count, first + longestTag);
    while (to < limit && text[starts[to]!] !== '>' && text[starts[to]!] !== '<') {
      hasValue ||= text[starts[to]!] === '=';
      to++;
    }
    if (to >= limit || text[starts[to]!] !== '>') continue;
    const isPlain = to === first + 1 || (to === first + 2 && text[starts[first + 1]!] === '/');
    if (!isPlain && !hasValue) continue;
    for (let each = index; each <= to; each++) shapes[each]! |= Shape.noise;
    index = to;
  }
}
