import type { Random } from './random';
import { generateSentence, type Script } from './text-generator';
import {
  copied,
  findAll,
  paragraphsOf,
  sentencesOf,
  textOf,
  wordsOf,
  written,
  type Cell,
} from './tracked-text';
import * as words from './words';

/** A text under edits. */
export interface Edited {
  cells: Cell[];
  readonly script: Script;
  /** Original offsets whose name, number or month became another one. */
  readonly exchanged: Set<number>;
  /** Original offsets whose sentence was replaced by another one. */
  readonly rewritten: Set<number>;
  /** Original offsets right behind which a negation was written. */
  readonly negated: Set<number>;
}

export type Edit = (text: Edited, random: Random) => void;

/** Removes `start … end` and puts other cells there. */
export function replace(text: Edited, start: number, end: number, cells: readonly Cell[]): void {
  text.cells.splice(start, end - start, ...cells);
}

/** `share` of the items, from the last to the first so that offsets stay true. */
export function someOf<Item extends { start: number }>(
  random: Random,
  items: readonly Item[],
  share: number,
): Item[] {
  const chosen = items.filter(() => random.chance(share));
  return chosen.sort((a, b) => b.start - a.start);
}

/** Paragraphs without the header lines and the footer, if there are others. */
export function bodyOf<Item>(paragraphs: readonly Item[]): readonly Item[] {
  return paragraphs.length > 4 ? paragraphs.slice(3, -1) : paragraphs;
}

export const shift: Edit = (text, random) => {
  for (const { end } of someOf(random, paragraphsOf(text.cells), 0.2)) {
    const added = generateSentence(random, text.script);
    replace(text, end, end, written(random.chance(0.5) ? ` ${added}` : `\n\n${added}`));
  }
  if (random.chance(0.5)) replace(text, 0, 0, written('From archive Mon Jan  1 2024\n\n'));
};

export const typos: Edit = (text, random) => {
  const letters = words.adjectives.join('');
  for (const { start, end } of someOf(random, wordsOf(text.cells), 0.06)) {
    const at = random.between(start, end - 1);
    const letter = /\d/.test(text.cells[at]!.character);
    if (letter) continue;
    const kind = random.between(0, 3);
    if (kind === 0) replace(text, at, at + 1, []);
    else if (kind === 1) replace(text, at, at, written(random.pick([...letters])));
    else if (kind === 2) replace(text, at, at + 1, written(random.pick([...letters])));
    else if (at + 1 < end) replace(text, at, at + 2, [text.cells[at + 1]!, text.cells[at]!]);
  }
};

const plainWords = [...words.adjectives, ...words.nouns, ...words.verbs, ...words.adverbs];

function isPlain(text: Edited, range: { start: number; end: number }): boolean {
  const word = textOf(text.cells.slice(range.start, range.end));
  return (
    word === word.toLowerCase() &&
    !/\d/.test(word) &&
    !words.numberWords.includes(word) &&
    !/^(not?|never|nobody|nothing|million|first|second|third|fourth|fifth)$/.test(word)
  );
}

/** Words left out, put in or replaced, but no names and numbers. */
export const wordEdits: Edit = (text, random) => {
  for (const range of someOf(random, wordsOf(text.cells), 0.08)) {
    if (!isPlain(text, range)) continue;
    const kind = random.between(0, 2);
    const word =
      text.script === 'english' || text.script === 'emoji' ? random.pick(plainWords) : undefined;
    if (kind === 0) {
      const space = text.cells[range.end]?.character === ' ' ? 1 : 0;
      replace(text, range.start, range.end + space, []);
    } else if (word && kind === 1) replace(text, range.end, range.end, written(` ${word}`));
    else if (word) replace(text, range.start, range.end, written(word));
  }
};

const movedParagraphs: Edit = (text, random) => {
  for (let count = random.between(1, 3); count > 0; count--) {
    const paragraphs = paragraphsOf(text.cells);
    const { start, end } = random.pick(bodyOf(paragraphs));
    const moved = text.cells.slice(start, end);
    let tail = end;
    while (text.cells[tail]?.character === '\n') tail++;
    replace(text, start, tail, []);
    const target = random.pick(bodyOf(paragraphsOf(text.cells)));
    replace(text, target.start, target.start, [...moved, ...written('\n\n')]);
  }
};

export const rewrap: Edit = (text, random) => {
  const width = random.between(40, 100);
  let column = 0;
  text.cells.forEach((cell, index) => {
    const next = text.cells[index + 1]?.character;
    const isBreak = cell.character === '\n';
    const single = isBreak && next !== '\n' && text.cells[index - 1]?.character !== '\n';
    if (cell.character === ' ' || single) {
      const wraps = column >= width;
      text.cells[index] = { ...cell, character: wraps ? '\n' : ' ' };
      if (wraps) column = 0;
    } else if (isBreak) column = 0;
    column++;
  });
};

const typography: Edit = (text, random) => {
  const soft = random.chance(0.5);
  const decomposed = random.chance(0.4);
  let open = false;
  text.cells = text.cells.flatMap((cell, index): Cell[] => {
    const become = (characters: string): Cell[] =>
      [...characters].map((character, at) =>
        at === 0 ? { ...cell, character } : { character, origin: -1 },
      );
    switch (cell.character) {
      case '"':
        open = !open;
        return become(open ? '“' : '”');
      case "'":
        return become('’');
      case '-':
        return become(random.pick(['–', '—', '‐']));
      case ' ':
        return become(random.chance(0.1) ? '\u00a0' : ' ');
      default:
    }
    if (cell.character === 'f' && text.cells[index + 1]?.character === 'i' && random.chance(0.3))
      return become('\ufb01');
    if (soft && /[a-z]/.test(cell.character) && random.chance(0.02))
      return [cell, { character: '\u00ad', origin: -1 }];
    return decomposed ? become(cell.character.normalize('NFD')) : [cell];
  });
  text.cells = text.cells.filter(
    (cell, index) => !(cell.character === 'i' && text.cells[index - 1]?.character === '\ufb01'),
  );
};

function duplicate(text: Edited, random: Random): { start: number; end: number } {
  const paragraphs = paragraphsOf(text.cells);
  const original = random.pick(bodyOf(paragraphs));
  const copy = copied(text.cells.slice(original.start, original.end));
  const target = random.chance(0.5) ? original : random.pick(bodyOf(paragraphs));
  const before = random.chance(0.4);
  const at = before ? target.start : target.end;
  const block = before ? [...copy, ...written('\n\n')] : [...written('\n\n'), ...copy];
  replace(text, at, at, block);
  const moved = at <= original.start ? block.length : 0;
  return { start: original.start + moved, end: original.end + moved };
}

const duplicatedParagraphs: Edit = (text, random) => {
  for (let count = random.between(1, 2); count > 0; count--) duplicate(text, random);
};

/** The paragraph is copied, then the old one is edited. */
const duplicatedThenEdited: Edit = (text, random) => {
  const { start, end } = duplicate(text, random);
  const part: Edited = { ...text, cells: text.cells.slice(start, end) };
  random.pick([typos, wordEdits, exchangedNames])(part, random);
  replace(text, start, end, part.cells);
};

/** Another name, number or month in the same sentence. */
export const exchangedNames: Edit = (text, random) => {
  const groups = [
    words.persons,
    words.places,
    words.organizations,
    words.months,
    words.days,
    words.numberWords,
  ];
  const found = [
    ...groups.flatMap((group) =>
      findAll(text.cells, new RegExp(`\\b(?:${group.join('|')})\\b`, 'g')).map((range) => ({
        ...range,
        group,
      })),
    ),
    ...findAll(text.cells, /\d+/g).map((range) => ({ ...range, group: undefined })),
  ];
  let last = Infinity;
  for (const { start, end, group } of someOf(random, found, 0.25)) {
    if (end > last) continue;
    last = start;
    const old = textOf(text.cells.slice(start, end));
    const isArticle = (name: string): boolean => name.startsWith('the ');
    const other = group
      ? random.pick(group.filter((one) => one !== old && isArticle(one) === isArticle(old)))
      : otherNumber(old, random);
    const shared = isArticle(other) ? 4 : 0;
    for (const { origin } of text.cells.slice(start + shared, end)) text.exchanged.add(origin);
    replace(text, start + shared, end, written(other.slice(shared)));
  }
};

function otherNumber(digits: string, random: Random): string {
  const at = random.between(0, digits.length - 1);
  const digit = (Number(digits[at]) + random.between(1, 9)) % 10;
  return `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`;
}

const negations: Edit = (text, random) => {
  for (const { end } of someOf(
    random,
    findAll(text.cells, /\b(?:was|were|had|would|will|can|is)\b/g),
    0.4,
  )) {
    text.negated.add(text.cells[end - 1]!.origin);
    replace(text, end, end, written(' not'));
  }
};

const deletedSentences: Edit = (text, random) => {
  for (const { start, end } of someOf(random, sentencesOf(text.cells).slice(2), 0.2)) {
    const space = text.cells[end]?.character === ' ' ? 1 : 0;
    replace(text, start, end + space, []);
  }
};

const deletedParagraphs: Edit = (text, random) => {
  for (const { start, end } of someOf(random, paragraphsOf(text.cells).slice(3, -1), 0.25)) {
    let tail = end;
    while (text.cells[tail]?.character === '\n') tail++;
    replace(text, start, tail, []);
  }
};

/** Another sentence about something like it stands where the old one stood. */
const rewritten: Edit = (text, random) => {
  for (const { start, end } of someOf(random, sentencesOf(text.cells).slice(2), 0.2)) {
    for (const { origin } of text.cells.slice(start, end)) text.rewritten.add(origin);
    const old = textOf(text.cells.slice(start, end));
    replace(text, start, end, written(otherSentence(random, text.script, old)));
  }
};

/** A sentence of another make: one that shares most words with the old one is the old one edited. */
function otherSentence(random: Random, script: Script, old: string): string {
  let sentence = '';
  for (let tries = 0; tries < 60; tries++) {
    sentence = generateSentence(random, script);
    if (sharedWords(old, sentence) < 0.5) break;
  }
  return sentence;
}

function sharedWords(one: string, other: string): number {
  const split = (text: string): string[] =>
    text.match(/[\u3040-\u9fff]|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const known = new Set(split(one));
  const found = split(other);
  return found.filter((word) => known.has(word)).length / Math.max(1, found.length);
}

const several: Edit = (text, random) => {
  const kinds = [
    shift,
    typos,
    wordEdits,
    movedParagraphs,
    rewrap,
    typography,
    duplicatedParagraphs,
    exchangedNames,
    deletedSentences,
    rewritten,
  ];
  for (const edit of random.shuffle(kinds).slice(0, random.between(2, 4))) edit(text, random);
};

/** Kinds of edits by name. */
export const edits: Readonly<Record<string, Edit>> = {
  'text added around': shift,
  'typing errors': typos,
  'words changed': wordEdits,
  'paragraphs moved': movedParagraphs,
  're-wrapped': rewrap,
  typography,
  'paragraph repeated': duplicatedParagraphs,
  'repeated, then edited': duplicatedThenEdited,
  'names and numbers exchanged': exchangedNames,
  'negations put in': negations,
  'sentences deleted': deletedSentences,
  'paragraphs deleted': deletedParagraphs,
  'sentences rewritten': rewritten,
  'several at once': several,
};
