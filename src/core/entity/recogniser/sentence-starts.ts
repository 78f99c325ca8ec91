import { Gap, Shape, type Tokens } from './tokenize';

/**
 * Marks the tokens with which a sentence, heading or list entry begins (1), where a capital says nothing.
 * Quotation marks, brackets and bullets may stand between the stop and the word.
 */
export function sentenceStarts(tokens: Tokens): Uint8Array {
  const starts = new Uint8Array(tokens.count);
  let open = true;
  for (let index = 0; index < tokens.count; index++) {
    const gap = tokens.gaps[index]!;
    const shape = tokens.shapes[index]!;
    const isWord = (shape & (Shape.word | Shape.number)) !== 0;
    if (gap === Gap.paragraph) open = true;
    else if (gap >= Gap.lineBreak && index > 0 && isBullet(tokens.shapes[index - 1]!)) open = true;
    else if (gap >= Gap.lineBreak && !isWord && shape === 0) open = true;
    if (isWord) {
      if (open) starts[index] = 1;
      open = false;
    } else if (shape & Shape.stop) open = true;
    else if (shape & Shape.comma) open = false;
  }
  return starts;
}

function isBullet(shape: number): boolean {
  return (shape & (Shape.word | Shape.number | Shape.comma)) === 0;
}
