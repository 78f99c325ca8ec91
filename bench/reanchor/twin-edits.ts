import { exchangedNames, replace, shift, typos, wordEdits, type Edit, type Edited } from './edits';
import type { Random } from './random';
import { copied, sentencesOf, wordsOf, written, type Cell } from './tracked-text';

/** Edits around sentences that stand, or stood, more than once. */

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function pickSentence(text: Edited, random: Random): Stretch | undefined {
  const sentences = sentencesOf(text.cells).slice(2);
  return sentences.length < 4 ? undefined : random.pick(sentences);
}

/** A sentence's copy, verbatim or with a slip, another word or another name in it. */
function twinOf(text: Edited, { start, end }: Stretch, random: Random): Cell[] {
  const twin: Edited = { ...text, cells: copied(text.cells.slice(start, end)) };
  const edit = random.pick([undefined, exchangedNames, exchangedNames, wordEdits, typos]);
  edit?.({ ...twin, exchanged: new Set(), cells: twin.cells }, random);
  return twin.cells;
}

/** A twin is written before the passage: right before, or some sentences earlier. */
export const twinBefore: Edit = (text, random) => {
  for (let count = random.between(1, 3); count > 0; count--) {
    const original = pickSentence(text, random);
    if (!original) return shift(text, random);
    const earlier = sentencesOf(text.cells).filter(({ start }) => start <= original.start);
    const { start: at } = random.chance(0.4) ? original : random.pick(earlier);
    replace(text, at, at, [...twinOf(text, original, random), ...written(' ')]);
  }
};

/** A sentence is moved, with a slip, another word or another name in it or without. */
export const sentenceMoved: Edit = (text, random) => {
  for (let count = random.between(1, 3); count > 0; count--) {
    const original = pickSentence(text, random);
    if (!original) return shift(text, random);
    const moved: Edited = { ...text, cells: text.cells.slice(original.start, original.end) };
    random.pick([undefined, undefined, exchangedNames, wordEdits, typos])?.(moved, random);
    replace(text, original.start, original.end, []);
    const { end: at } = random.pick(sentencesOf(text.cells));
    replace(text, at, at, [...written(' '), ...moved.cells]);
  }
};

/** The old text holds twins (see `withTwins`); one of them goes, with its neighbour or alone. */
export const oneTwinGone: Edit = (text, random) => {
  const sentences = sentencesOf(text.cells).slice(2);
  const reading = ({ start, end }: Stretch): string =>
    text.cells
      .slice(start, end)
      .map(({ character }) => character)
      .join('')
      .replace(/\s+/g, ' ')
      .slice(0, 16);
  const counts = new Map<string, number>();
  for (const one of sentences) counts.set(reading(one), (counts.get(reading(one)) ?? 0) + 1);
  for (let index = sentences.length - 1; index >= 0; index--) {
    if (counts.get(reading(sentences[index]!))! < 2 || !random.chance(0.4)) continue;
    const last = random.chance(0.4) ? Math.min(sentences.length - 1, index + 1) : index;
    replace(text, sentences[index]!.start, sentences[last]!.end, []);
    index--;
  }
};

/** Sentences stand again, verbatim or with other numbers, elsewhere in the old text. */
export function withTwins(text: string, random: Random): string {
  const cells = [...text].map((character) => ({ character, origin: 0 }));
  const sentences = sentencesOf(cells).slice(2);
  if (sentences.length < 5) return text;
  const twins = Array.from({ length: 4 }, () => {
    const { start, end } = random.pick(sentences);
    const twin = [...text].slice(start, end).join('');
    return random.chance(0.6) ? twin : twin.replace(/\d+/g, () => `${random.between(11, 980)}`);
  });
  for (const twin of twins) {
    const at = text.indexOf('. ', random.between(0, text.length));
    if (at !== -1) text = `${text.slice(0, at + 2)}${twin} ${text.slice(at + 2)}`;
  }
  return text;
}

/** Single words of the passage's neighbours are repeated, or go, right beside it. */
export const repeatedWords: Edit = (text, random) => {
  const words = wordsOf(text.cells);
  for (let index = words.length - 1; index > 0; index--) {
    if (!random.chance(0.05)) continue;
    const { start, end } = words[index]!;
    if (random.chance(0.5))
      replace(text, end, end, [...written(' '), ...copied(text.cells.slice(start, end))]);
    else replace(text, start, start, [...copied(text.cells.slice(start, end)), ...written(' ')]);
  }
};
