import { blockText, type Block } from './block';
import { hasListWords, isArchiveNavigation, isCopyrightNotice, isDisclaimer } from './footer';

/** Navigation of archives, the rest of list footers, and notices of rights. */
export function placeFooters(text: string, blocks: Block[]): Block[] {
  const placed: Block[] = [];
  let written = false;
  for (const block of blocks) {
    const last = placed.at(-1);
    if (last && goesOn(text, last, block)) {
      last.end = block.end;
      last.lines += block.lines;
      continue;
    }
    if (block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'header') {
      const content = blockText(text, block, 420);
      if (block.kind === 'paragraph' && isCopyrightNotice(content)) block.kind = 'footer';
      else if (isArchiveNavigation(content)) block.kind = 'footer';
      else if (written && block.kind === 'paragraph' && isDisclaimer(content))
        block.kind = 'footer';
      else if (
        last?.kind === 'rule' &&
        // Outlook sets such a rule above the fields of the message that is answered.
        block.kind !== 'header' &&
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
    if (block.kind === 'paragraph') written = true;
    placed.push(block);
  }
  return placed;
}

/** True for what stands below the first lines of a list's footer: more of the list, and its addresses. */
function goesOn(text: string, last: Block, block: Block): boolean {
  if (last.kind !== 'footer' || block.lines > 6) return false;
  if (block.kind !== 'url' && block.kind !== 'paragraph' && block.kind !== 'list') return false;
  if (block.kind !== 'url') return hasListWords(blockText(text, block, 420));
  return hasListWords(text.slice(Math.max(last.start, last.end - 420), last.end));
}
