import { readDateline } from '../datelines/dateline';
import { readDateLine } from '../dates/date-line';
import type { PartKind } from '../message';
import { blockOf, type Block } from './block';
import { isNameLine, isReporterRole, isSignedBy } from './byline';
import { isCaption, isCredit } from './caption';
import type { LineGroup } from './line-group';
import {
  endsOpen,
  endsSentence,
  isAllCapitals,
  isSalutation,
  isTitleCase,
  wordCount,
} from './sentence';
import { isUrlLine } from './url';
import { isRunOfParagraphs, paragraphBreaks } from './wrapping';

const longestUrlLine = 2000;

/** A line that is nothing but an address or a date stands for itself. */
function lineKind(group: LineGroup, line: number): PartKind | null {
  const length = group.length(line);
  if (length <= longestUrlLine && isUrlLine(group.line(line, longestUrlLine))) return 'url';
  if (length > 160) return null;
  const text = group.line(line);
  // A dash at its end makes it the dateline of what follows; "KYIV, April 6 (Reuters)" is one too.
  if (/[-–—_]$/.test(text) || !readDateLine(text)) return null;
  const dateline = readDateline(group.text, group.starts[line]!, group.ends[line]!);
  return dateline?.end === group.ends[line] ? null : 'date';
}

/** True for a line that is an address, a date or a byline by itself. */
export function standsAlone(group: LineGroup, line: number): boolean {
  return lineKind(group, line) !== null || isSignedBy(group.line(line, 160));
}

/** A part of a day on a line of its own below a date: "Web posted at: 7:43 p.m. EDT (2343 GMT)". */
function isTimeLine(text: string): boolean {
  return (
    text.length <= 90 &&
    /^(?:(?:web |last )?(?:posted|published|updated)(?: at| on)?:?\s*)?\d{1,2}[:.]\d{2}\b/i.test(
      text,
    ) &&
    !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(text)
  );
}

/** The block of some lines that belong together. */
function piece(group: LineGroup, from: number, to: number): Block {
  const kind = to - from === 1 ? lineKind(group, from) : null;
  return kind ? blockOf(group, kind, from, to) : prose(group, from, to);
}

/** The block of some lines of which none stands alone: a paragraph, or the words below a picture. */
function prose(group: LineGroup, from: number, to: number): Block {
  const start = group.starts[from]!;
  const end = group.ends[to - 1]!;
  const caption =
    isCaption(group.text.slice(start, Math.min(end, start + 601))) &&
    // "KYIV, April 6 (Reuters)" credits nothing.
    readDateline(group.text, start, end)?.end !== end;
  return blockOf(group, caption ? 'caption' : 'paragraph', from, to);
}

/** Adds a line that is a block of its own; a credit right below a picture's caption belongs to it. */
function addLine(group: LineGroup, blocks: Block[], line: number): void {
  const block = piece(group, line, line + 1);
  const above = blocks.at(-1);
  if (
    block.kind === 'caption' &&
    above &&
    ((isCredit(group.line(line)) && isCaptionText(group, above)) ||
      isPictureCount(group.text.slice(above.start, above.end)))
  ) {
    above.kind = 'caption';
    above.end = block.end;
    above.lines++;
  } else blocks.push(block);
}

/** "1 of 4" above the words to a picture of a series. */
function isPictureCount(text: string): boolean {
  return /^\d{1,3} (?:of|\/) \d{1,3}(?: \|)?$/.test(text);
}

/** The line above a credit is the caption when both stand alone in their group. */
function isCaptionText(group: LineGroup, above: Block): boolean {
  return above.kind === 'paragraph' && group.count === 2 && above.end - above.start <= 400;
}

/** Lines in capitals above a paragraph, without a blank line between, are its heading: where they end. */
function capitalsEnd(group: LineGroup, from: number, to: number): number {
  if (to - from < 2 || group.length(from) > 100) return from;
  const first = group.line(from, 100);
  if (
    first.length < 4 ||
    !isAllCapitals(first) ||
    isSalutation(first) ||
    /--|—|–|[(=;]|,$/.test(first)
  )
    return from;
  if (isAllCapitals(group.line(to - 1, 100))) return from;
  let line = from + 1;
  while (line < to - 1 && line < from + 3 && isAllCapitals(group.line(line, 100))) line++;
  // A name in capitals above a place signs a letter.
  const short = to - line === 1 && group.length(line) < 40;
  return short && endsOpen(group.line(line)) ? from : line;
}

/** A short line in headline case between a sentence's end and full lines, without blank lines around it. */
function isInsetHeading(group: LineGroup, line: number, to: number): boolean {
  if (line + 1 >= to || group.length(line) > 50 || group.length(line + 1) < 50) return false;
  const text = group.line(line);
  return (
    endsOpen(text) &&
    /^\p{Lu}\p{L}/u.test(text) &&
    !/\d:\d|\d{4}/.test(text) &&
    isTitleCase(text) &&
    !isSalutation(text) &&
    !/[=;{}<>$_\\|~@]|:\/\//.test(text) &&
    /^["“«„'‘]?\p{Lu}/u.test(group.line(line + 1, 3)) &&
    !readDateline(group.text, group.starts[line]!, group.ends[line + 1]!)
  );
}

function isNameAboveDate(group: LineGroup, line: number, to: number): boolean {
  return line + 1 < to && lineKind(group, line + 1) === 'date' && isNameLine(group.line(line, 100));
}

/** Below a reporter's name: role, or paper and place when nothing else stands below in the group. */
function isOfReporter(group: LineGroup, line: number): boolean {
  const text = group.line(line, 70);
  if (lineKind(group, line)) return false;
  if (isReporterRole(text)) return true;
  return line + 1 === group.count && text.length <= 50 && endsOpen(text) && isTitleCase(text);
}

/** Lines of a group whose first lines are a headline with addresses, dates or a byline right below it. */
interface HeadlineLines {
  /** The first line of the details, and the line below them. */
  readonly details: number;
  readonly story: number;
}

/** The head of a story that stands in one group with its details, and perhaps with the story; null for none. */
function headlineLines(group: LineGroup, from: number, to: number): HeadlineLines | null {
  let details = from + 1;
  while (details < to && details - from < 2 && !standsAlone(group, details)) details++;
  let story = details;
  while (story < to && story - details < 4 && standsAlone(group, story)) story++;
  if (story === details || group.ends[details - 1]! - group.starts[from]! > 200) return null;
  const headline = group.text.slice(group.starts[from]!, group.ends[details - 1]!);
  if (headline.includes('@') || isSalutation(headline) || !endsOpen(headline)) return null;
  if (!/^[\p{Lu}\p{Lo}\d]/u.test(headline)) return null;
  const capitals = isAllCapitals(headline) && wordCount(headline) >= 2;
  if (wordCount(headline) < 3 && !capitals) return null;
  // In a sentence an address may stand on a line of its own, and a name above one signs a letter.
  let dated = false;
  for (let line = details; line < story; line++) dated ||= lineKind(group, line) !== 'url';
  const set = capitals || isTitleCase(headline);
  const named = isNameLine(headline) && !(capitals && story < to);
  if ((!set || named) && !(dated && story === to)) return null;
  return story === to || beginsStory(group, story, to) ? { details, story } : null;
}

function beginsStory(group: LineGroup, line: number, to: number): boolean {
  if (readDateline(group.text, group.starts[line]!, group.ends[to - 1]!)) return true;
  return group.length(line) >= 50 && /^["“«„'‘]?[\p{Lu}\p{Lo}]/u.test(group.line(line, 3));
}

/** Where paragraphs and the headings between them begin, the run's own start left out. */
function breaksWithHeadings(group: LineGroup, from: number, to: number): number[] {
  const breaks = new Set(paragraphBreaks(group, from, to));
  for (let line = from; line + 1 < to; line++) {
    if (group.length(line) > 50 || (line > from && !endsSentence(group.line(line - 1)))) continue;
    if (!isInsetHeading(group, line, to)) continue;
    if (line > from) breaks.add(line);
    breaks.add(line + 1);
  }
  return [...breaks].sort((one, other) => one - other);
}

/**
 * Cuts a run of plain lines into its paragraphs, and the addresses, dates, captions and headings in
 * capitals among them.
 *
 * @param unwrapped every line break of the text ends a paragraph.
 * @param top       the head of an article may stand here: a name above a date is the writer's.
 */
export function plainBlocks(
  group: LineGroup,
  from: number,
  to: number,
  unwrapped: boolean,
  top: boolean,
): Block[] {
  const blocks: Block[] = [];
  let start = from;
  for (; start < to; start++) {
    const kind = lineKind(group, start);
    if (kind) blocks.push(blockOf(group, kind, start, start + 1));
    else if (isSignedBy(group.line(start, 160)) || (top && isNameAboveDate(group, start, to))) {
      const end = start + 1 < to && isOfReporter(group, start + 1) ? start + 2 : start + 1;
      blocks.push(blockOf(group, 'byline', start, end));
      start = end - 1;
    } else if (blocks.at(-1)?.kind === 'date' && isTimeLine(group.line(start, 100))) {
      Object.assign(blocks.at(-1)!, { end: group.ends[start], lines: 2 });
    } else break;
  }
  if (start === to) return blocks;
  if (to - start === 1) {
    blocks.push(prose(group, start, to));
    return blocks;
  }
  const head = headlineLines(group, start, to);
  if (head) {
    blocks.push(piece(group, start, head.details));
    for (let line = head.details; line < head.story; line++) {
      const byline = lineKind(group, line) === null;
      blocks.push(byline ? blockOf(group, 'byline', line, line + 1) : piece(group, line, line + 1));
    }
    start = head.story;
    if (start === to) return blocks;
  }
  if (isRunOfParagraphs(group, start, to, unwrapped)) {
    for (let line = start; line < to; line++) addLine(group, blocks, line);
    return blocks;
  }
  for (const next of [...breaksWithHeadings(group, start, to), to]) {
    const inset = next - start === 1 && isInsetHeading(group, start, to);
    const body = inset ? next : capitalsEnd(group, start, next);
    if (body > start) blocks.push(blockOf(group, 'heading', start, body, { level: inset ? 2 : 1 }));
    if (body < next) blocks.push(piece(group, body, next));
    start = next;
  }
  return blocks;
}

/** A line of "=" or "-" about as long as the short line above it makes that line a heading. */
export function underlines(group: LineGroup, from: number, rule: number): boolean {
  const code = group.firstCode(rule);
  if ((code !== 61 && code !== 45) || rule - from > 2 || group.length(rule) < 3) return false;
  const title = group.length(rule - 1);
  if (title > 80 || Math.abs(title - group.length(rule)) > 2) return false;
  return /^(?:=+|-+)$/.test(group.line(rule)) && !/[.!?,;]$/.test(group.line(rule - 1));
}
