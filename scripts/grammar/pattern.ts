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
  const parts = [...next].map(
    ([letter, branches]) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') + emit(branches),
  );
  if (parts.length === 0) return '';
  if (parts.length === 1 && !end) return parts[0]!;
  return `(?:${parts.join('|')})${end ? '?' : ''}`;
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
