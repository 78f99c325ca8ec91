import { isHeadline, matchesSubject, placeHead, type HeadOptions } from './article-head';
import { blockText, type Block } from './block';
import { isByline, isNameLine } from './byline';

/** How far down below the sender's own words the head of the article may begin. */
const deepest = 12;

/** Names the heads of all articles: of the message, of those below a rule, and those above a dateline. */
export function placeHeads(text: string, blocks: readonly Block[], options: HeadOptions): void {
  const story = placeFirstHead(text, blocks, options);
  if (options.article) {
    for (let at = story; at < blocks.length; at++) {
      // A rule, an address or a date may stand above the next article of a digest.
      if (['rule', 'url', 'date'].includes(blocks[at]!.kind))
        at = Math.max(
          at,
          placeHead(text, blocks, blocks[at]!.kind === 'rule' ? at + 1 : at, {
            subject: null,
            article: true,
          }) - 1,
        );
    }
  }
  placeHeadsAbove(text, blocks, story);
}

/** The sender's remark may stand above the article: its head begins with address, date or title. */
function placeFirstHead(text: string, blocks: readonly Block[], options: HeadOptions): number {
  const story = placeHead(text, blocks, 0, options);
  if (blocks.slice(0, story).some(({ kind }) => kind === 'title')) return story;
  for (let at = story + 1; at < Math.min(blocks.length, story + deepest); at++) {
    if (!mayBeginHead(text, blocks[at]!, options)) continue;
    const end = placeHead(text, blocks, at, options);
    if (blocks.slice(at, end).some(({ kind }) => kind === 'title')) return end;
  }
  return story;
}

function mayBeginHead(text: string, block: Block, { subject, article }: HeadOptions): boolean {
  if (block.kind === 'url' || block.kind === 'date') return article;
  if (block.kind !== 'paragraph' || subject === null) return false;
  const content = blockText(text, block, 300);
  return isHeadline(content, block) && matchesSubject(content, subject);
}

/** Finds the heads of stories further down by their datelines: the short lines right above one. */
function placeHeadsAbove(text: string, blocks: readonly Block[], from: number): void {
  for (let at = from; at < blocks.length; at++) {
    const story = blocks[at]!;
    if (!story.dated && story.kind !== 'dateline') continue;
    let top: Block | undefined;
    for (let above = at - 1; above >= Math.max(from, at - 6); above--) {
      const block = blocks[above]!;
      if (['date', 'url', 'caption', 'byline'].includes(block.kind)) continue;
      if ((block.kind !== 'paragraph' && block.kind !== 'heading') || block.dated) break;
      const content = blockText(text, block, 300);
      if (isByline(content) || (isNameLine(content) && above === at - 1)) block.kind = 'byline';
      else if (isHeadline(content, block)) {
        if (top) top.kind = 'deck';
        block.kind = 'title';
        top = block;
      } else break;
    }
  }
}
