import { blockText, type Block } from './block';
import { isByline, isNameLine } from './byline';
import { hasListWords, isArchiveNavigation, isCopyrightNotice } from './footer';
import {
  endsOpen,
  isAllCapitals,
  isInterview,
  isSalutation,
  isTitleCase,
  wordCount,
} from './sentence';

/** Lists whose items stand apart by blank lines are one list; so are an item's further paragraphs. */
export function mergeLists(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (last?.kind === 'list' && belongsTo(last, block)) {
      last.end = block.end;
      last.lines += block.lines;
      last.items = (last.items ?? 0) + (block.items ?? 0);
      if (block.number !== undefined) last.number = block.number;
    } else merged.push(block);
  }
  return merged;
}

function belongsTo(list: Block, block: Block): boolean {
  if (block.kind === 'list') {
    if (block.marker !== list.marker) return false;
    if (block.number === undefined || list.number === undefined) return true;
    return block.number - (block.items ?? 1) === list.number;
  }
  // A further paragraph of an item stands deeper than the item's marker.
  return (
    block.kind === 'paragraph' &&
    block.indent >= list.indent + 2 &&
    block.indent > 0 &&
    list.indent < 20
  );
}

const signatureStops = new Set<Block['kind']>([
  'quotation',
  'attribution',
  'attachment',
  'footer',
  'header',
]);
const longestSignature = 16;

/** True where something else begins below a signature: a quotation, a footer, the next article of a digest. */
function endsSignature(text: string, blocks: readonly Block[], at: number): boolean {
  const block = blocks[at]!;
  if (signatureStops.has(block.kind) || block.opens) return true;
  if (block.kind !== 'rule') return false;
  return blocks
    .slice(at + 1, at + 6)
    .some(
      (other) =>
        other.kind === 'paragraph' &&
        other.end - other.start > 160 &&
        !isSignatureLike(text, other),
    );
}

/** Settles how far signatures go, and whether "--Name" and a short rule at the end open one. */
export function placeSignatures(text: string, blocks: readonly Block[]): Block[] {
  const placed: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    const rule =
      block.kind === 'rule' &&
      blocks[at + 1]?.kind !== 'rule' &&
      /^-{4,}$|^[-:]{20,}$|^_{4,}$|^-{4,} ?\w/.test(blockText(text, block, 100));
    if (isSignOff(text, blocks, at) || isDeviceLine(text, block)) {
      const { kind, start, end, lines, indent } = { ...block, kind: 'signature' as const };
      placed.push({ kind, start, end, lines, indent });
      continue;
    }
    if (block.opens !== 'signature' && !rule) {
      placed.push(block);
      continue;
    }
    let lines = block.lines;
    let next = at + 1;
    // No further than a signature may go: many rules must not each look to the end.
    while (next < blocks.length && lines <= 2 * longestSignature) {
      if (endsSignature(text, blocks, next)) break;
      lines += blocks[next++]!.lines;
    }
    const ends = next === blocks.length || blocks[next]!.kind !== 'header';
    if (rule) {
      const below = blocks.slice(at + 1, next);
      if (
        !ends ||
        below.length === 0 ||
        lines > 9 ||
        !below.every((other) => isSignatureLike(text, other))
      ) {
        placed.push(block);
        continue;
      }
    } else if (lines > longestSignature + (block.lines > 1 ? 4 : 0)) next = at + 1;
    if (next === at + 1 && lines > longestSignature * 2 && block.lines === 1) {
      // Two dashes with a long text below them only separate.
      placed.push({ ...block, kind: 'rule' });
      continue;
    }
    // A rule at its end belongs to the page, not to the person.
    while (next > at + 1 && blocks[next - 1]!.kind === 'rule') next--;
    const last = blocks[next - 1]!;
    const footer = blocks[next];
    if (last === block && block.lines === 1 && footer?.kind === 'footer') {
      // Some lists set the mark of a signature above their footer.
      placed.push({ ...footer, start: block.start, lines: footer.lines + 1 });
      at = next;
      continue;
    }
    placed.push({ ...block, kind: 'signature', end: last.end, lines });
    at = next - 1;
  }
  return placed;
}

/** What telephones put below a message. */
function isDeviceLine(text: string, block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    block.lines <= 2 &&
    /^(?:Sent (?:from|via|on|with) (?:my|the|a|Mail|Proton|Gmail|Yahoo|Outlook|Samsung)\b|Get Outlook for|Von meinem .{1,30} gesendet|Envoyé de mon|Enviado desde mi|Enviado do meu|Inviato da|Wysłane z|Отправлено с|Надіслано з|Verzonden vanaf)/i.test(
      blockText(text, block, 80),
    )
  );
}

/** "- Jane" at the end of a letter is a name, not a list of one item. */
function isSignOff(text: string, blocks: readonly Block[], at: number): boolean {
  const block = blocks[at]!;
  if (block.kind !== 'list' || block.items !== 1 || block.lines !== 1) return false;
  const next = blocks[at + 1];
  if (next && !signatureStops.has(next.kind) && next.kind !== 'rule') return false;
  return /^[-–—] ?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u.test(
    blockText(text, block, 60),
  );
}

/** Short lines without sentences: a name, an office, an address, a number. */
function isSignatureLike(text: string, block: Block): boolean {
  if (block.kind === 'rule' || block.kind === 'url') return true;
  const content = blockText(text, block, 700);
  if (block.lines === 1 && content.length > 60 && !/[@|]|:\/\//.test(content)) return false;
  if (/@|\s\|(?:\s|$)|:\/\/|\btel\b|\bphone\b|\+\d/i.test(content)) return content.length < 600;
  return (
    block.kind === 'paragraph' &&
    content.length / block.lines < 45 &&
    block.lines <= 5 &&
    !/[.!?]["”]?$/.test(content)
  );
}

/** Navigation of archives, the rest of list footers, and notices of rights. */
export function placeFooters(text: string, blocks: Block[]): Block[] {
  const placed: Block[] = [];
  for (const block of blocks) {
    const last = placed.at(-1);
    if (block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'header') {
      const content = blockText(text, block, 420);
      if (isCopyrightNotice(content) && block.kind === 'paragraph') block.kind = 'footer';
      else if (isArchiveNavigation(content)) block.kind = 'footer';
      else if (
        last?.kind === 'rule' &&
        block.lines <= 6 &&
        hasListWords(content) &&
        /^_{10,}/.test(blockText(text, last, 20))
      ) {
        // List software's rule with a blank line below it.
        block.start = last.start;
        block.kind = 'footer';
        placed.pop();
      }
    }
    placed.push(block);
  }
  return placed;
}

/** Ways in which a kind of text sets its headings. */
export interface HeadingStyle {
  /** Headings in ordinary sentence case are looked for: in articles, not in letters. */
  readonly sentenceCase: boolean;
}

/** Turns short lines above a paragraph into headings. */
export function placeHeadings(text: string, blocks: readonly Block[], style: HeadingStyle): void {
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (
      block.kind === 'list' &&
      block.items === 1 &&
      block.lines === 1 &&
      isNumberedHeading(text, blocks, at, style)
    ) {
      block.kind = 'heading';
      block.level = 2;
      delete block.items;
      continue;
    }
    if (block.kind !== 'paragraph' || block.dated || block.lines > 3) continue;
    const content = blockText(text, block, 260);
    const hashes = style.sentenceCase ? /^(#{1,6})\s+\S/.exec(content) : null;
    if (hashes && block.lines === 1) {
      block.kind = 'heading';
      block.level = hashes[1]!.length;
    } else {
      const level = headingLevel(content, block, blocks[at + 1], style);
      if (level > 0) {
        block.kind = 'heading';
        block.level = level;
      } else if (isByline(content)) block.kind = 'byline';
    }
  }
}

/** "2. Ports brace for a strike" above a story is no list of one item. */
function isNumberedHeading(
  text: string,
  blocks: readonly Block[],
  at: number,
  style: HeadingStyle,
): boolean {
  const content = blockText(text, blocks[at]!, 160);
  const next = blocks[at + 1];
  if (!next || !/^\d/.test(content) || content.length > 120) return false;
  if (!endsOpen(content) && !content.endsWith(':')) return false;
  if (['url', 'date', 'byline'].includes(next.kind) || next.dated) return true;
  return (
    style.sentenceCase &&
    next.kind === 'paragraph' &&
    next.end - next.start >= 80 &&
    content.length <= 80
  );
}

function headingLevel(
  content: string,
  block: Block,
  next: Block | undefined,
  style: HeadingStyle,
): number {
  if (content.length > 200 || next === undefined || isSalutation(content)) return 0;
  // Chapters are numbered with nothing else on the line; questions of an interview are no headings.
  if (style.sentenceCase && /^(?:[IVX]{1,5}|\d{1,2})\.?$/.test(content)) return 2;
  if (isInterview(content)) return 0;
  if (
    !['paragraph', 'list', 'quotation', 'caption', 'dateline', 'byline', 'date'].includes(next.kind)
  )
    return 0;
  if (/:\/\/|@/.test(content) || /^["“”«„'‘([{<]/.test(content)) return 0;
  // Program text and tables have no headings, nor has what goes on after a comma.
  if (/[=;{}<>$_\\|~]|[,،、]$|\w\(/.test(content)) return 0;
  const capitals = isAllCapitals(content);
  if (capitals && /\p{Lu}{2,}.*\p{Lu}{2,}|\p{Lu}{5,}/su.test(content)) return 1;
  if (block.lines > 1 || content.length > 90) return 0;
  const words = wordCount(content);
  const label = /[:：]$/.test(content);
  const question = /[?!？！]$/.test(content);
  if (!endsOpen(content) && !label && !question) return 0;
  const long = next.kind === 'paragraph' && next.end - next.start >= 80;
  // In a letter a name alone signs.
  if (!style.sentenceCase && isNameLine(content)) return 0;
  if (label && (words > 4 || !long || !style.sentenceCase)) return 0;
  if (
    isTitleCase(content) &&
    words <= 12 &&
    (words >= 2 || long) &&
    (style.sentenceCase || (long && words >= 2))
  )
    return 2;
  if (!style.sentenceCase || label || words > (question ? 6 : 10) || content.length > 70 || !long)
    return 0;
  return /^[\p{Lu}\p{Lo}\d]/u.test(content) ? 2 : 0;
}
