import { foldText, type FoldedText } from './folded-text';
import { tokenise, type TokenTable } from './token-table';

/** A text prepared for looking passages up in it; offsets of tokens are folded units. */
export interface SearchedText {
  readonly folded: FoldedText;
  readonly tokens: TokenTable;
}

/** Linear in the length of the text. */
export function prepareText(text: string): SearchedText {
  const folded = foldText(text);
  return { folded, tokens: tokenise(folded.codes) };
}
