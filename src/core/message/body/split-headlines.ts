import { isHeadline } from './article-head';
import type { Block } from './block';
import { isUrlLine } from './url';

/**
 * A headline with its address in the next line, above a story with a dateline, is no paragraph: both
 * become blocks of their own. Elsewhere such lines may be a sentence and the address that it names.
 */
export function splitHeadlines(text: string, blocks: readonly Block[]): Block[] {
  const split: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    const parts = blocks[at + 1]?.dated && block.kind === 'paragraph' ? partsOf(text, block) : null;
    if (parts) split.push(...parts);
    else split.push(block);
  }
  return split;
}

function partsOf(text: string, block: Block): [Block, Block] | null {
  if (block.lines < 2 || block.lines > 3 || block.dated || block.end - block.start > 800)
    return null;
  const lineStart = text.lastIndexOf('\n', block.end - 1) + 1;
  const address = text.slice(lineStart, block.end).trim();
  if (!isUrlLine(address)) return null;
  const headline = text.slice(block.start, lineStart).trimEnd();
  const above: Block = { ...block, end: block.start + headline.length, lines: block.lines - 1 };
  if (!isHeadline(headline, above)) return null;
  return [above, { ...block, kind: 'url', start: block.end - address.length, lines: 1 }];
}
