import { Gap, Shape, type Tokens } from './tokenize';
import { hashWord } from './word-hash';

/** Frequent English words that no other European language writes the same way with a frequent word. */
const englishWords = new Set(
  'the of and to that is with for by from it he his are were this which has not she they their have had been its who would about but or you your we will there'
    .split(' ')
    .map(hashWord),
);
/** Shorter paragraphs say nothing about their language. */
const fewestWords = 10;
/** Greek, Cyrillic and all that follow. */
const firstBeyondLatin = 0x370;
/** English prose has about a quarter of these words among its small ones. */
const smallestShare = 0.08;

/**
 * Marks (1) the tokens of paragraphs that are not English. The recogniser has learned English, and in
 * German every noun has a capital, so there it must be much surer. A paragraph with too few words
 * goes with the text as a whole, and words of other scripts than Latin are foreign wherever they stand.
 */
export function foreignParagraphs(text: string, tokens: Tokens): Uint8Array {
  const foreign = new Uint8Array(tokens.count);
  const paragraphs: { from: number; to: number; words: number; english: number }[] = [];
  let current = { from: 0, to: 0, words: 0, english: 0 };
  let words = 0;
  let english = 0;
  for (let index = 0; index < tokens.count; index++) {
    if (index > 0 && tokens.gaps[index] === Gap.paragraph) {
      paragraphs.push(current);
      current = { from: index, to: index, words: 0, english: 0 };
    }
    current.to = index + 1;
    if (text.charCodeAt(tokens.starts[index]!) >= firstBeyondLatin) foreign[index] = 1;
    const shape = tokens.shapes[index]!;
    if (!(shape & Shape.word) || shape & (Shape.capital | Shape.noise)) continue;
    current.words++;
    words++;
    if (!englishWords.has(tokens.hashes[index]!)) continue;
    current.english++;
    english++;
  }
  paragraphs.push(current);
  const textIsForeign = words >= fewestWords && english < smallestShare * words;
  for (const paragraph of paragraphs) {
    const isForeign =
      paragraph.words >= fewestWords
        ? paragraph.english < smallestShare * paragraph.words
        : textIsForeign;
    if (isForeign) foreign.fill(1, paragraph.from, paragraph.to);
  }
  return foreign;
}
