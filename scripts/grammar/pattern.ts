/** A rule of a TextMate grammar, as `vscode-textmate` reads it. */
export interface Rule {
  comment?: string;
  name?: string;
  contentName?: string;
  match?: string;
  begin?: string;
  end?: string;
  while?: string;
  applyEndPatternLast?: boolean;
  include?: string;
  captures?: Captures;
  beginCaptures?: Captures;
  endCaptures?: Captures;
  patterns?: Rule[];
}

export type Captures = Record<string, { name?: string; patterns?: Rule[] }>;

/** Scope names of this language: each word gets the suffix that TextMate's naming rules ask for. */
export function scope(names: string): string {
  return names
    .split(' ')
    .map((name) => `${name}.archive-message`)
    .join(' ');
}

/** Scopes of numbered groups. */
export function captures(names: Record<number, string>): Captures {
  return Object.fromEntries(
    Object.entries(names).map(([group, name]) => [group, { name: scope(name) }]),
  );
}

export function include(...names: string[]): Rule[] {
  return names.map((name) => ({ include: `#${name}` }));
}

interface Branches {
  readonly next: Map<string, Branches>;
  end: boolean;
}

function emit({ next, end }: Branches): string {
  const parts = [...next].map(([letter, branches]): [string, string] => [
    letter,
    letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') + emit(branches),
  ]);
  if (parts.length === 0) return '';
  if (parts.length === 1 && !end) return parts[0]![1];
  return `(?:${choose(parts)})${end ? '?' : ''}`;
}

/** Alternatives by their first letter; of many only those of a group that has the letter are tried. */
function choose(parts: readonly (readonly [string, string])[]): string {
  const size = 5;
  if (parts.length <= size + 1 || parts.some(([letter]) => !/^[\p{L}]$/u.test(letter)))
    return parts.map(([, part]) => part).join('|');
  const groups: string[] = [];
  for (let index = 0; index < parts.length; index += size) {
    const group = parts.slice(index, index + size);
    const letters = group.map(([letter]) => letter).join('');
    groups.push(`(?=[${letters}])(?:${group.map(([, part]) => part).join('|')})`);
  }
  return groups.join('|');
}

/** One expression for many words that looks at every character once: words with one beginning share it. */
export function anyOf(words: Iterable<string>): string {
  const root: Branches = { next: new Map(), end: false };
  for (const word of [...new Set(words)].sort()) {
    let branches = root;
    for (const letter of word) {
      let following = branches.next.get(letter);
      if (!following) branches.next.set(letter, (following = { next: new Map(), end: false }));
      branches = following;
    }
    branches.end = true;
  }
  return `(?:${emit(root)})`;
}

/**
 * A pattern for the beginning of a line that Oniguruma tries there and nowhere else.
 *
 * Oniguruma searches the rest of a line for every pattern of a rule, except when all of them begin with
 * `\G`. `vscode-textmate` lets `\G` hold at the beginning of a line when the innermost open rule was
 * opened by a match that took a whole line with its end, or when a `while` pattern has just matched
 * there. So the rule `document` and all blocks open with a whole line; and blocks end by a `while`
 * pattern that fails, or by an `end` that takes a whole line, because an `end` without length would make
 * `\G` void for the line.
 */
export function atLineStart(pattern: string): string {
  return `\\G(?:${pattern})`;
}

/** A block that ends before the first line that does not begin like `goesOn`. */
export function block(begin: string, goesOn: string, rest: Rule): Rule {
  return { begin: atLineStart(`${begin}\\n`), while: atLineStart(goesOn), ...rest };
}

function inClass(from: number, to: number): string {
  const escaped = (code: number): string =>
    /[\w ]/.test(String.fromCharCode(code))
      ? String.fromCharCode(code)
      : `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
  return from === to ? escaped(from) : `${escaped(from)}-${escaped(to)}`;
}

/**
 * Characters of a line except those in `stops`, as alternatives for an atomic group. Oniguruma needs half
 * the time for a class of ASCII characters that is not negated, so that all others stand apart.
 */
export function anyBut(stops: string): string {
  const ranges: string[] = [];
  let from = 0;
  for (let code = 0; code <= 0x80; code++) {
    const character = String.fromCharCode(code);
    if (code < 0x80 && character !== '\n' && !stops.includes(character)) continue;
    if (from < code) ranges.push(inClass(from, code - 1));
    from = code + 1;
  }
  const others = [...stops].filter((stop) => stop > '\x7F').join('');
  return `[${ranges.join('')}]++|[^\\x00-\\x7F${others}]`;
}
