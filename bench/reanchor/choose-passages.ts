import type { Random } from './random';
import { findAll, paragraphsOf, sentencesOf, track, wordsOf } from './tracked-text';

/** Code points of the old text. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Passages to annotate, of one piece each: names, words, phrases, sentences, paragraphs. */
export function choosePassages(random: Random, text: string): Piece[][] {
  const cells = track(text);
  const words = wordsOf(cells);
  const sentences = sentencesOf(cells);
  const paragraphs = paragraphsOf(cells);
  const names = findAll(cells, /\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu);
  const chosen: Piece[] = [];
  const phrase = (least: number, most: number): void => {
    const first = random.between(0, words.length - 1);
    const last = Math.min(words.length - 1, first + random.between(least, most) - 1);
    chosen.push({ start: words[first]!.start, end: words[last]!.end });
  };
  for (let count = 0; count < 4; count++) if (names.length > 0) chosen.push(random.pick(names));
  for (let count = 0; count < 2; count++) phrase(1, 1);
  for (let count = 0; count < 5; count++) phrase(2, 5);
  for (let count = 0; count < 5; count++) phrase(6, 20);
  for (let count = 0; count < 5; count++)
    if (sentences.length > 0) chosen.push(random.pick(sentences));
  for (let count = 0; count < 2; count++) chosen.push(random.pick(paragraphs));
  if (random.chance(0.3)) chosen.push({ start: 0, end: words[random.between(0, 4)]!.end });
  if (random.chance(0.3))
    chosen.push({ start: words.at(-random.between(1, 4))!.start, end: cells.length - 1 });
  return inOrder(chosen.filter(({ start, end }) => end - start <= 1500).map((one) => [one]));
}

/** The same, and numbers, single signs, long passages over paragraphs, and passages in two or three pieces. */
export function chooseMorePassages(random: Random, text: string): Piece[][] {
  const cells = track(text);
  const words = wordsOf(cells);
  const numbers = findAll(cells, /\d[\d,.]*(?: (?:per cent|million|crowns|people))?/g);
  const paragraphs = paragraphsOf(cells);
  const sentences = sentencesOf(cells);
  const chosen = choosePassages(random, text);
  for (let count = 0; count < 3; count++)
    if (numbers.length > 0) chosen.push([random.pick(numbers)]);
  for (let count = 0; count < 2; count++) {
    const first = random.between(0, paragraphs.length - 2);
    const last = Math.min(paragraphs.length - 1, first + random.between(1, 4));
    chosen.push([{ start: paragraphs[first]!.start, end: paragraphs[last]!.end }]);
  }
  for (let count = 0; count < 2 && sentences.length > 1; count++) {
    const index = random.between(0, sentences.length - 2);
    const inner = (piece: Piece): Piece => {
      const own = words.filter(({ start, end }) => start >= piece.start && end <= piece.end);
      if (own.length < 3) return piece;
      const first = random.between(0, own.length - 2);
      return { start: own[first]!.start, end: own[random.between(first + 1, own.length - 1)]!.end };
    };
    chosen.push([inner(sentences[index]!), inner(sentences[index + 1]!)]);
  }
  for (let count = 0; count < 3; count++) {
    const first = random.between(0, Math.max(0, words.length - 14));
    const at = (index: number) => words[Math.min(words.length - 1, first + index)]!;
    chosen.push([
      { start: at(0).start, end: at(random.between(0, 3)).end },
      { start: at(random.between(5, 7)).start, end: at(random.between(8, 12)).end },
    ]);
  }
  return inOrder(chosen.filter((pieces) => pieces.every(({ start, end }) => end > start)));
}

function inOrder(chosen: readonly Piece[][]): Piece[][] {
  const key = (pieces: readonly Piece[]): string =>
    pieces.map(({ start, end }) => `${start} ${end}`).join(' ');
  return [...new Map(chosen.map((pieces) => [key(pieces), pieces])).values()].sort(
    ([a], [b]) => a!.start - b!.start || a!.end - b!.end,
  );
}
