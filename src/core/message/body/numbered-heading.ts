import { blockText, endsAsSentence, type Block } from './block';
import { endsOpen } from './sentence';

/** "2. Ports brace for a strike" above a story is no list of one item. */
export function isNumberedHeading(
  text: string,
  blocks: readonly Block[],
  at: number,
  sentenceCase: boolean,
): boolean {
  const content = blockText(text, blocks[at]!, 160);
  const next = blocks[at + 1];
  if (!next || !/^\d/.test(content) || content.length > 120) return false;
  const question = /[?？]$/.test(content);
  if (!endsOpen(content) && !question && !content.endsWith(':')) return false;
  if (['url', 'date', 'byline'].includes(next.kind) || next.dated) return true;
  if (sentenceCase && content.length <= 80 && startsChapters(blocks, at)) return true;
  return (
    !question &&
    sentenceCase &&
    next.kind === 'paragraph' &&
    next.end - next.start >= 80 &&
    content.length <= 80
  );
}

/** True when a paragraph stands below, and the next number further down below a paragraph again. */
function startsChapters(blocks: readonly Block[], at: number): boolean {
  const { marker, number } = blocks[at]!;
  if (number === undefined || blocks[at + 1]?.kind !== 'paragraph') return false;
  for (let below = at + 2; below < Math.min(blocks.length, at + 10); below++) {
    const block = blocks[below]!;
    if (block.kind === 'list')
      return block.marker === marker && block.number === number + 1 && block.lines === 1;
    if (block.kind !== 'paragraph' && block.kind !== 'caption') return false;
  }
  return false;
}

/** A short line without a stop, above a paragraph of sentences. */
export function standsAboveText(text: string, blocks: readonly Block[], at: number): boolean {
  const content = blockText(text, blocks[at]!, 100);
  const next = blocks[at + 1];
  return (
    content.length <= 80 &&
    (endsOpen(content) || /[?？]$/.test(content)) &&
    next?.kind === 'paragraph' &&
    (next.lines > 1 || endsAsSentence(text, next, 0))
  );
}
