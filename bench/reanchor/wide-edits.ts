import * as download from './download-edits';
import type { Edit } from './edits';
import type { Random } from './random';
import * as twins from './twin-edits';

/** Edits beyond the usual ones, by name. */
export const wideEdits: Readonly<Record<string, Edit>> = {
  'other header and footer': download.otherFrame,
  'quoted in an answer': download.quoted,
  'quotation marks of lines taken away': download.unquoted,
  'entities read': download.decodedEntities,
  'entities written': download.encodedEntities,
  'words divided': download.hyphenated,
  'divided words joined': download.dehyphenated,
  'capitals only': download.otherCase,
  'read in another encoding': download.misread,
  'pages put in': download.paged,
  'other paragraphs': download.otherParagraphs,
  'sentences swapped': download.swappedSentences,
  'other spelling': download.otherSpelling,
  'downloaded again': download.downloadedAgain,
  'twin before it': twins.twinBefore,
  'sentence moved': twins.sentenceMoved,
  'one of two twins gone': twins.oneTwinGone,
  'words repeated': twins.repeatedWords,
};

/** What the old text must be like for an edit, by its name. */
export const preparations: Readonly<Record<string, (text: string, random: Random) => string>> = {
  'quotation marks of lines taken away': download.withQuoteMarks,
  'entities read': download.withEntities,
  'divided words joined': download.withHyphens,
  'one of two twins gone': twins.withTwins,
};
