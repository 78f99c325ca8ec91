/** One character of a text under edits, and where it stood in the original (code points). */
export interface Cell {
  readonly character: string;
  /** Offset in the original text; -1 for what was written or copied later. */
  readonly origin: number;
  /** For a character of a copied passage: the original's offset. */
  readonly copyOf?: number;
}

export function track(text: string): Cell[] {
  return [...text].map((character, origin) => ({ character, origin }));
}

export function written(text: string): Cell[] {
  return [...text].map((character) => ({ character, origin: -1 }));
}

export function copied(cells: readonly Cell[]): Cell[] {
  return cells.map(({ character, origin }) => ({ character, origin: -1, copyOf: origin }));
}

export function textOf(cells: readonly Cell[]): string {
  return cells.map(({ character }) => character).join('');
}

/** Where a pattern matches, in cells (code points). */
export function findAll(cells: readonly Cell[], pattern: RegExp): { start: number; end: number }[] {
  const text = textOf(cells);
  const found: { start: number; end: number }[] = [];
  let units = 0;
  let points = 0;
  const pointsTo = (offset: number): number => {
    for (; units < offset; points++) units += text.codePointAt(units)! > 0xffff ? 2 : 1;
    return points;
  };
  for (const match of text.matchAll(pattern)) {
    const start = pointsTo(match.index);
    found.push({ start, end: pointsTo(match.index + match[0].length) });
  }
  return found;
}

/** Paragraphs, without the blank lines between them. */
export function paragraphsOf(cells: readonly Cell[]): { start: number; end: number }[] {
  return findAll(cells, /[^\n](?:[^\n]|\n(?!\n))*/g);
}

/** Sentences of running text. */
export function sentencesOf(cells: readonly Cell[]): { start: number; end: number }[] {
  return findAll(cells, /[^\s.!?。][^.!?。\n]{12,}(?:\n[^.!?。\n]+)*[.!?。]"?/g);
}

export function wordsOf(cells: readonly Cell[]): { start: number; end: number }[] {
  return findAll(cells, /[\p{L}\p{M}\p{N}]+/gu);
}
