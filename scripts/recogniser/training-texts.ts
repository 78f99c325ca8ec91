/** Makes more training text of the marked texts: the same sentences with other names, other line lengths and capitals. */
import type { AnnotatedText, MarkedName } from './annotated-text';

/** A generator of repeatable chance (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface NameSource {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly places: readonly string[];
}

const capitalised = (name: string): string =>
  name.replace(
    /(^|[-'])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );

/** Rewrites the text with the names that `rename` gives, keeping the marks in place. */
export function renameNames(
  source: AnnotatedText,
  rename: (written: string, name: MarkedName) => string,
): AnnotatedText {
  let text = '';
  let position = 0;
  const names: MarkedName[] = [];
  for (const name of source.names) {
    text += source.text.slice(position, name.start);
    const start = text.length;
    text += rename(source.text.slice(name.start, name.end), name);
    names.push({ start, end: text.length, type: name.type });
    position = name.end;
  }
  return { text: text + source.text.slice(position), names };
}

/**
 * Puts other persons and places in: a person's name keeps its surname wherever it comes again in the text,
 * and most places and organizations stay, since their wording matters.
 */
export function withOtherNames(
  source: AnnotatedText,
  names: NameSource,
  chance: () => number,
): AnnotatedText {
  const pick = (list: readonly string[]): string => list[Math.floor(chance() * list.length)]!;
  const renamed = new Map<string, string>();
  const other = (word: string, fresh: () => string): string => {
    let name = renamed.get(word);
    if (name === undefined) renamed.set(word, (name = fresh()));
    return name;
  };
  return renameNames(source, (written, { type }) => {
    const words = written.split(' ');
    if (type === 'person' && words.every((word) => /^\p{Lu}[\p{L}.'-]+$/u.test(word))) {
      return words
        .map((word, index) => {
          if (/^(?:\p{Lu}\.|Sir|Mrs?\.|Dr\.|Lord|Saint|Father|Sheikh|The|Baroness)$/u.test(word))
            return word;
          const isLast = index === words.length - 1;
          return other(word, () => capitalised(pick(isLast ? names.last : names.first)));
        })
        .join(' ');
    }
    if (type === 'place' && words.length === 1 && chance() < 0.6)
      return other(written, () => pick(names.places));
    if (type === 'organization' && words.length > 1 && chance() < 0.5) {
      // "University of Minnesota" -> "University of Ghent"
      const of = words.lastIndexOf('of');
      if (of > 0 && of === words.length - 2) {
        return [...words.slice(0, of + 1), other(written, () => pick(names.places))].join(' ');
      }
      if (words.length === 2)
        return `${other(words[0]!, () => (chance() < 0.5 ? pick(names.places) : capitalised(pick(names.last))))} ${words[1]!}`;
    }
    return written;
  });
}

/** Glues signs to words as running text has them: "Duluth , Minnesota ." becomes "Duluth, Minnesota.". */
export function asRunningText(source: AnnotatedText): AnnotatedText {
  return removeBlanks(source, / (?=[,.;:!?)]|'s\b)|(?<=\() /g);
}

function removeBlanks(source: AnnotatedText, blanks: RegExp): AnnotatedText {
  const removed = [...source.text.matchAll(blanks)].map((match) => match.index);
  const shift = (offset: number): number => {
    let low = 0;
    let high = removed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (removed[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
  return {
    text: source.text.replace(blanks, ''),
    names: source.names.map((name) => ({
      ...name,
      start: shift(name.start),
      end: shift(name.end),
    })),
  };
}

/** Joins a document's sentences and wraps them hard, as mail does. */
export function wrapped(source: AnnotatedText, width: number): AnnotatedText {
  let column = 0;
  const text = source.text.replace(
    /(\S+)(\s)/g,
    (_, word: string, blank: string, offset: number) => {
      column += word.length + 1;
      const next = /^\S*/.exec(
        source.text.slice(offset + word.length + 1, offset + word.length + 41),
      )![0].length;
      if (blank === '\n' || column + next > width) {
        if (blank === '\n' && column + next <= width) return `${word} `;
        column = 0;
        return `${word}\n`;
      }
      return `${word} `;
    },
  );
  return { text, names: source.names };
}

/** Its persons and places in capitals, as some papers set bylines and datelines. */
export function withNamesInCapitals(source: AnnotatedText): AnnotatedText {
  return renameNames(source, (written, { type }) => {
    const capitals = written.toUpperCase();
    return type === 'other' || capitals.length !== written.length ? written : capitals;
  });
}

/** Every letter a capital, as old wires have it. */
export function inCapitals(source: AnnotatedText): AnnotatedText {
  const text = source.text.toUpperCase();
  return text.length === source.text.length ? { text, names: source.names } : source;
}
