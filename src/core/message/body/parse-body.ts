import type { Dateline, Part } from '../message';
import type { TextRange } from '../../text/text-range';
import { readDateline } from '../datelines/dateline';
import { quotedDatelinesIn } from '../datelines/quoted-datelines';
import { placeHeads } from './article-heads';
import { blockText, type Block } from './block';
import { mergeLists } from './merge-lists';
import { placeFooters } from './place-footers';
import { placeHeadings } from './place-headings';
import { placeSignatures } from './place-signatures';
import { segment, type Segmentation } from './segmentation';
import { isSalutation } from './sentence';
import { splitHeadlines } from './split-headlines';
import { findUrls, type FoundUrl } from './url';

export interface BodyOptions {
  /** Subject of the message, without the list's tag: a line that repeats it is the title. */
  readonly subject?: string | null;
  /** The text is an archived article rather than a letter. */
  readonly article?: boolean;
  /** The stretch of `text` to read; the whole of it when absent. */
  readonly range?: TextRange;
  /** The stretch cut into blocks, where that is known already. */
  readonly segmentation?: Segmentation;
}

/** An address in a body, and the kind of part it stands in. */
export interface BodyUrl extends FoundUrl {
  readonly within: Part['kind'];
}

/** A plain-text body in parts. All ranges are UTF-16 offsets into the text that was given. */
export interface ParsedBody {
  /** In order, without overlap, only white space between them. */
  readonly parts: readonly Part[];
  readonly datelines: readonly Dateline[];
  readonly quotedDatelines: readonly Dateline[];
  readonly urls: readonly BodyUrl[];
}

/**
 * Cuts any plain-text body into parts: paragraphs, quotations, lists, headings, captions, signatures,
 * footers and the rest. Never throws; linear in the length of the text.
 *
 * @param text body with LF line ends.
 */
export function parseBody(text: string, options: BodyOptions = {}): ParsedBody {
  const { start, end } = options.range ?? { start: 0, end: text.length };
  const segmented = options.segmentation
    ? options.segmentation.blocks.map((block) => ({ ...block }))
    : [...segment(text, { start, end }).blocks];
  let blocks = mergeLists(text, segmented);
  blocks = placeFooters(text, placeSignatures(text, blocks));
  const datelines = findDatelines(text, blocks);
  blocks = splitHeadlines(text, blocks);
  placeHeads(text, blocks, { subject: options.subject ?? null, article: options.article ?? false });
  // A letter that hands on an article is set as one.
  const sentenceCase =
    blocks.some(({ kind }) => kind === 'title') ||
    (options.article === true && !isLetter(text, blocks, options.subject));
  placeHeadings(text, blocks, { sentenceCase });
  const quotedDatelines = blocks
    .filter(({ kind }) => kind === 'quotation')
    .flatMap((block) => quotedDatelinesIn(text, block));
  return {
    parts: blocks.map(asPart),
    datelines,
    quotedDatelines,
    urls: placeUrls(text, start, end, blocks),
  };
}

/** A text that answers somebody or greets is a letter: short lines in it head nothing. */
function isLetter(text: string, blocks: readonly Block[], subject?: string | null): boolean {
  if (subject && /^(?:re|aw|sv|vs|odp|antw)\s*(?:\[\d+\])?\s*:/i.test(subject)) return true;
  const answers = blocks.some(
    ({ kind }, at) => kind === 'attribution' && blocks[at + 1]?.kind === 'quotation',
  );
  if (answers) return true;
  const first = blocks.find(({ kind }) => kind === 'paragraph');
  return (
    first !== undefined && first.end - first.start <= 45 && isSalutation(blockText(text, first))
  );
}

function findDatelines(text: string, blocks: readonly Block[]): Dateline[] {
  const datelines: Dateline[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    const dateline = readDateline(text, block.start, block.end);
    if (!dateline) continue;
    datelines.push(dateline);
    if (dateline.end >= block.end) block.kind = 'dateline';
    else block.dated = true;
  }
  return datelines;
}

function placeUrls(text: string, start: number, end: number, blocks: readonly Block[]): BodyUrl[] {
  let at = 0;
  return findUrls(text, start, end).map((found) => {
    while (at + 1 < blocks.length && blocks[at]!.end <= found.start) at++;
    return { ...found, within: blocks[at]?.kind ?? 'paragraph' };
  });
}

function asPart(block: Block): Part {
  const { kind, start, end } = block;
  if (kind === 'heading' || kind === 'quotation')
    return { kind, start, end, level: block.level ?? 1 };
  return kind === 'list' ? { kind, start, end, items: block.items ?? 1 } : { kind, start, end };
}

/** A message's own address and all its addresses, as its header states them (design, section 8). */
export function headerUrls(urls: readonly BodyUrl[]): { url: string | null; urls: string[] } {
  const footer = new Set(urls.filter(({ within }) => within === 'footer').map(({ url }) => url));
  const stated = urls.filter(
    ({ url, within }) =>
      within !== 'footer' && !(within === 'quotation' && isOfFooter(url, footer)),
  );
  const own = stated.find(({ within }) => within !== 'quotation' && within !== 'signature');
  return { url: own?.url ?? null, urls: [...new Set(stated.map(({ url }) => url))] };
}

/** A quoted message brings its list's footer along. */
function isOfFooter(url: string, footer: ReadonlySet<string>): boolean {
  return footer.has(url) || /\/(?:listinfo|mailman\/options)\//.test(url);
}
