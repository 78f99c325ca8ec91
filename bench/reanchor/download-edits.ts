import { bodyOf, replace, rewrap, shift, someOf, typos, wordEdits, type Edit } from './edits';
import {
  findAll,
  paragraphsOf,
  sentencesOf,
  textOf,
  wordsOf,
  written,
  type Cell,
} from './tracked-text';

/** Edits of a text that was downloaded, forwarded or converted again; `prepare` makes what they undo. */

/** Every match becomes another text; its first character keeps its place. */
function become(cells: readonly Cell[], text: string): Cell[] {
  const origin = cells[0]?.origin ?? -1;
  return [...text].map((character, at) => ({ character, origin: at === 0 ? origin : -1 }));
}

function replaceAll(text: { cells: Cell[] }, pattern: RegExp, other: (found: string) => string) {
  for (const { start, end } of findAll(text.cells, pattern).reverse()) {
    const old = text.cells.slice(start, end);
    text.cells.splice(start, end - start, ...become(old, other(textOf(old))));
  }
}

/** Another header before the text, another footer behind it. */
export const otherFrame: Edit = (text, random) => {
  const paragraphs = paragraphsOf(text.cells);
  if (paragraphs.length > 4) {
    const { start, end } = paragraphs.at(-1)!;
    replace(text, start, end, written('--\nTo unsubscribe write to list@archive.example'));
    replace(text, 0, paragraphs[3]!.start, []);
  }
  const sender = random.pick(['News desk', 'A. Archivist', 'list-owner']);
  const header = `From: ${sender} <desk@archive.example>\nSubject: Fwd: ${random.between(100, 999)}`;
  replace(text, 0, 0, written(`${header}\nDate: Mon, 3 Mar 2014 10:00:00 +0000\n\n`));
  if (random.chance(0.5)) rewrap(text, random);
};

/** The text is quoted in an answer: a mark before every line, wrapped anew or not. */
export const quoted: Edit = (text, random) => {
  if (random.chance(0.4)) rewrap(text, random);
  const mark = random.pick(['> ', '>> ', '| ', '    ']);
  text.cells = [
    ...written(`On Monday somebody wrote:\n${mark}`),
    ...text.cells.flatMap((cell, index) =>
      cell.character === '\n' && index + 1 < text.cells.length ? [cell, ...written(mark)] : [cell],
    ),
  ];
};

/** The marks of a quoted text are taken away. */
export const unquoted: Edit = (text) => {
  for (const { start, end } of findAll(text.cells, /^> ?/gm).reverse())
    replace(text, start, end, []);
};
export const withQuoteMarks = (text: string): string => text.replace(/^/gm, '> ');

const entities: readonly [entity: string, character: string][] = [
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
  ['&eacute;', 'é'],
  ['&amp;', '&'],
];
/** HTML entities that stood in the text are read. */
export const decodedEntities: Edit = (text) => {
  for (const [entity, character] of entities)
    replaceAll(text, new RegExp(entity, 'g'), () => character);
};
export function withEntities(text: string): string {
  return text
    .replaceAll(' and ', ' &amp; ')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('é', '&eacute;')
    .replace(/(\d) (?=\p{Ll})/gu, '$1&nbsp;');
}
export const encodedEntities: Edit = (text) => {
  replaceAll(text, /"/g, () => '&quot;');
  replaceAll(text, /'/g, () => '&#8217;');
};

/** Long words are divided at line ends; the other way round they are joined. */
export const hyphenated: Edit = (text, random) => {
  for (const { start, end } of someOf(random, wordsOf(text.cells), 0.05)) {
    if (end - start < 7) continue;
    const at = random.between(start + 3, end - 3);
    replace(text, at, at, written('-\n'));
  }
};
export function withHyphens(text: string): string {
  return text.replace(/(\p{L}{4})(\p{L}{4}) /gu, '$1-\n$2 ');
}
export const dehyphenated: Edit = (text) => {
  for (const { start, end } of findAll(text.cells, /(?<=\p{L})-\n(?=\p{L})/gu).reverse())
    replace(text, start, end, []);
};

/** Capitals only: a headline shouts, or a sentence goes small. */
export const otherCase: Edit = (text, random) => {
  const upper = random.chance(0.6);
  const chosen = random.pick([
    someOf(random, sentencesOf(text.cells), 0.3),
    someOf(random, bodyOf(paragraphsOf(text.cells)), 0.4),
    someOf(random, wordsOf(text.cells), 0.08),
  ]);
  for (const { start, end } of chosen)
    for (let at = start; at < end; at++) {
      const cell = text.cells[at]!;
      const other = upper ? cell.character.toUpperCase() : cell.character.toLowerCase();
      if ([...other].length === 1) text.cells[at] = { ...cell, character: other };
    }
};

/** UTF-8 that was read as Windows-1252. */
export const misread: Edit = (text, random) => {
  if (!['english', 'emoji', 'french'].includes(text.script)) return shift(text, random);
  replaceAll(text, /[\u0080-\u07ff]/gu, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => String.fromCharCode(byte)).join(''),
  );
};

/** Pages: a number and a running title between lines, a form feed. */
export const paged: Edit = (text, random) => {
  let page = random.between(2, 90);
  for (const { start } of someOf(random, sentencesOf(text.cells), 0.12))
    replace(text, start, start, written(`\n\n${page--}\nTHE ARCHIVE READER\n\n`));
};

/** Paragraphs are indented, divided, or joined to the one before. */
export const otherParagraphs: Edit = (text, random) => {
  if (random.chance(0.5))
    for (const { start, end } of someOf(random, sentencesOf(text.cells), 0.3))
      if (text.cells[end]?.character === ' ')
        text.cells[end] = { ...text.cells[end], character: '\n' };
      else if (start > 0) replace(text, start, start, written('    '));
  for (const { start, end } of findAll(text.cells, /(?<=[.!?])\n\n(?=\p{L})/gu).reverse())
    if (random.chance(0.4)) replace(text, start, end, written(' '));
};

/** Sentences change places within a paragraph. */
export const swappedSentences: Edit = (text, random) => {
  const sentences = sentencesOf(text.cells).slice(2);
  for (let index = sentences.length - 2; index >= 0; index -= random.between(2, 5)) {
    const [one, two] = [sentences[index]!, sentences[index + 1]!];
    const between = text.cells.slice(one.end, two.start);
    if (!/^[ \n]?$/.test(textOf(between))) continue;
    const swapped = [...text.cells.slice(two.start, two.end), ...between];
    replace(text, one.start, two.end, [...swapped, ...text.cells.slice(one.start, one.end)]);
  }
};

/** Other spelling and accents, the same words. */
export const otherSpelling: Edit = (text, random) => {
  const marks = random.chance(0.5);
  replaceAll(text, /(?:ise|our)\b/g, (found) => (found === 'ise' ? 'ize' : 'or'));
  if (marks)
    replaceAll(text, /[À-ÿ]/gu, (character) => character.normalize('NFD').replace(/\p{M}/gu, ''));
  else replaceAll(text, /(?<=\d),(?=\d{3})/g, () => '\u202f');
};

/** Everything at once, as when a text comes back from another archive. */
export const downloadedAgain: Edit = (text, random) => {
  otherFrame(text, random);
  for (const edit of random.shuffle([typos, wordEdits, otherParagraphs, otherSpelling]).slice(0, 2))
    edit(text, random);
  if (random.chance(0.5)) quoted(text, random);
};
