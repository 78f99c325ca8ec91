import type { Block } from './block';

/** Lists whose items stand apart by blank lines are one list; so are an item's further paragraphs. */
export function mergeLists(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (last?.kind === 'list' && belongsTo(last, block)) {
      last.end = block.end;
      last.lines += block.lines;
      last.items = (last.items ?? 0) + (block.items ?? 0);
      if (block.kind === 'list') {
        const { marker, number, roman } = block;
        Object.assign(last, { marker, number, roman });
      }
    } else merged.push(block);
  }
  return merged;
}

function belongsTo(list: Block, block: Block): boolean {
  if (block.kind === 'list') {
    if (block.number === undefined || list.number === undefined)
      return block.marker === list.marker;
    const items = block.items ?? 1;
    if (block.marker === list.marker && block.number - items === list.number) return true;
    // "i)" and "v)" are letters or Roman numerals: "ii)" and "vi)" below them tell.
    return (
      block.marker?.replace(/^[ai]/, 'a') === list.marker?.replace(/^[ai]/, 'a') &&
      (block.roman ?? block.number) - items === (list.roman ?? list.number)
    );
  }
  // A further paragraph of an item stands deeper than the item's marker.
  return (
    block.kind === 'paragraph' &&
    block.indent >= list.indent + 2 &&
    block.indent > 0 &&
    list.indent < 20
  );
}
