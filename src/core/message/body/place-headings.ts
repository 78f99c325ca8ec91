import { blockText, endsAsSentence, type Block } from './block';
import { isByline, isNameLine } from './byline';
import { isNumberedHeading, standsAboveText } from './numbered-heading';
import {
  endsOpen,
  isAllCapitals,
  isInterview,
  isReference,
  isSalutation,
  isTitleCase,
  wordCount,
} from './sentence';
import { labelOf, speakersOf } from './speakers';

/** Ways in which a text sets its headings. */
export interface HeadingStyle {
  /** Headings in ordinary sentence case are looked for: in articles, not in letters. */
  readonly sentenceCase: boolean;
  /** The text has headings elsewhere, so that one above a short paragraph is believed too. */
  readonly established?: boolean;
  /** Who speaks in an interview: "SPIEGEL: Why did nobody listen?" is no heading. */
  readonly speakers?: ReadonlySet<string>;
}

/** Turns short lines above a paragraph into headings. */
export function placeHeadings(text: string, blocks: readonly Block[], options: HeadingStyle): void {
  const style = { ...options, speakers: speakersOf(text, blocks) };
  placeBy(text, blocks, style);
  if (style.sentenceCase && blocks.some(({ kind, level }) => kind === 'heading' && level === 2))
    placeBy(text, blocks, { ...style, established: true });
}

/** True for what a speaker of an interview says. */
function isSpoken(content: string, { speakers }: HeadingStyle): boolean {
  return speakers !== undefined && speakers.size > 0 && speakers.has(labelOf(content) ?? '');
}

function placeBy(text: string, blocks: readonly Block[], style: HeadingStyle): void {
  /** The list's marker and number that the next chapter has when the headings are numbered. */
  let chapter: { marker: string | undefined; number: number } | null = null;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (
      block.kind === 'list' &&
      block.items === 1 &&
      block.lines === 1 &&
      (isNumberedHeading(text, blocks, at, style.sentenceCase) ||
        (block.marker === chapter?.marker &&
          block.number === chapter?.number &&
          standsAboveText(text, blocks, at)))
    ) {
      chapter = { marker: block.marker, number: (block.number ?? 0) + 1 };
      block.kind = 'heading';
      block.level = 2;
      delete block.items;
      continue;
    }
    if (block.kind !== 'paragraph' || block.dated || block.closing || block.lines > 3) continue;
    const content = blockText(text, block, 260);
    if (style.sentenceCase && namesSection(content, block, blocks, at)) {
      block.kind = 'heading';
      block.level = 1;
      continue;
    }
    const hashes =
      style.sentenceCase && content.startsWith('#') ? /^(#{1,6})\s+\S/.exec(content) : null;
    if (hashes && block.lines === 1) {
      block.kind = 'heading';
      block.level = hashes[1]!.length;
    } else {
      const next = blocks[at + 1];
      const level =
        mayBeHeading(content) && !isPostscript(text, next)
          ? headingLevel(content, block, next, isFollowed(text, next, style, blocks[at - 1]), style)
          : 0;
      if (level > 0) {
        block.kind = 'heading';
        block.level = level;
      } else if (isByline(content)) block.kind = 'byline';
    }
  }
}

/** The name of a section stands alone between two rules: "TOP STORIES". */
function namesSection(
  content: string,
  { lines }: Block,
  blocks: readonly Block[],
  at: number,
): boolean {
  if (blocks[at - 1]?.kind !== 'rule' || blocks[at + 1]?.kind !== 'rule') return false;
  return lines === 1 && content.length <= 60 && endsOpen(content) && isAllCapitals(content);
}

/** Above a postscript stands the name that signs the letter. */
function isPostscript(text: string, block: Block | undefined): boolean {
  return block !== undefined && /^(?:P\. ?){1,2}[SD]\.|^P{1,2}S\b/.test(blockText(text, block, 8));
}

/** True below a paragraph that ends as a sentence does: a short line without a stop then stands out. */
function standsAfterSentence(text: string, above: Block | undefined): boolean {
  return (
    above?.kind === 'caption' || (above?.kind === 'paragraph' && endsAsSentence(text, above, 24))
  );
}

/** True when what stands below is enough of a text to have a heading. */
function isFollowed(
  text: string,
  next: Block | undefined,
  style: HeadingStyle,
  above: Block | undefined,
): boolean {
  if (next?.kind === 'list')
    // Items in lower case go on with the words above them.
    return (
      style.sentenceCase &&
      (next.items ?? 1) > 1 &&
      !/^\S+\s+["“«„]?\p{Ll}/u.test(blockText(text, next, 20))
    );
  if (next?.kind !== 'paragraph') return false;
  if (next.end - next.start >= 80) return true;
  if (style.established === true) return endsAsSentence(text, next, 0);
  return style.sentenceCase && endsAsSentence(text, next, 32) && standsAfterSentence(text, above);
}

/** Papers set a speaker's words as a heading: 'No food left', without a stop. */
function isQuotedHeading(content: string): boolean {
  return (
    content.length <= 60 &&
    /^(?:'[^'"]+'|‘[^‘’]+’|"[^"]+"|“[^“”]+”|„[^„“”]+[“”]|« ?[^«»]+ ?»)$/.test(content) &&
    /^.\s?[\p{Lu}\p{Lo}\d]/u.test(content) &&
    endsOpen(content)
  );
}

/** Only headings in capitals are longer than a line. */
function mayBeHeading(content: string): boolean {
  return content.length <= 90 || (content.length <= 200 && isAllCapitals(content));
}

function headingLevel(
  content: string,
  block: Block,
  next: Block | undefined,
  long: boolean,
  style: HeadingStyle,
): number {
  if (next === undefined || isSalutation(content)) return 0;
  // Chapters are numbered with nothing else on the line; questions of an interview are no headings.
  if (style.sentenceCase && /^(?:[IVX]{1,5}|\d{1,2})\.?$/.test(content)) return 2;
  if (isInterview(content) || isSpoken(content, style)) return 0;
  if (
    !['paragraph', 'list', 'quotation', 'caption', 'dateline', 'byline', 'date'].includes(next.kind)
  )
    return 0;
  if (/:\/\/|@/.test(content) || /^[([{<–—+-]/.test(content)) return 0;
  if (/^["“”«„'‘]/.test(content))
    return (long || isAllCapitals(content)) && style.sentenceCase && isQuotedHeading(content)
      ? 2
      : 0;
  // Program text and tables have no headings, nor has what goes on after a comma.
  if (/[=;{}<>$_\\|~]|[,،、]$|\w\(/.test(content)) return 0;
  if (
    /\p{Ll}{3}\.\s+[[(]?\p{Lu}/u.test(content) &&
    endsOpen(content) &&
    block.lines === 1 &&
    !isTitleCase(content)
  )
    return 0;
  const capitals = isAllCapitals(content);
  if (capitals && block.lines < 3 && /\p{Lu}{2,}.*\p{Lu}{2,}|\p{Lu}{5,}/su.test(content)) return 1;
  if (block.lines > 1 || content.length > 90) return 0;
  const words = wordCount(content);
  const label = /[:：]$/.test(content);
  const question = /[?!？！]$/.test(content);
  if (!endsOpen(content) && !label && !question) return 0;
  if (isReference(content)) return 0;
  // In a letter a name alone signs.
  if (!style.sentenceCase && isNameLine(content)) return 0;
  // Above a list such a line leads into it.
  if (label && (next.kind === 'list' || words > 4 || !long || !style.sentenceCase)) return 0;
  if (
    isTitleCase(content) &&
    words <= 12 &&
    (words >= 2 || long) &&
    (style.sentenceCase || (long && /(?:^|\s)[*_"“(]?\p{Lu}.*\s["“(]?\p{Lu}/u.test(content)))
  )
    return 2;
  if (!style.sentenceCase || label || words > (question ? 6 : 10) || content.length > 70 || !long)
    return 0;
  return /^[\p{Lu}\p{Lo}\d]/u.test(content) ? 2 : 0;
}
