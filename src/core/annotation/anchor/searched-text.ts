import { foldText, type FoldedText } from './folded-text';
import { tokenise, type TokenisedText } from './token-table';

/** A text prepared for looking passages up in it; offsets of tokens are folded units. */
export interface SearchedText extends TokenisedText {
  readonly folded: FoldedText;
}

/** Linear in the length of the text. */
export function prepareText(text: string): SearchedText {
  const folded = foldText(text);
  return { folded, codes: folded.codes, tokens: tokenise(folded.codes) };
}
