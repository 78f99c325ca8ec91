import { blockText, type Block } from './block';

/** Lists whose items stand apart by blank lines are one list; so are an item's further paragraphs. */
export function mergeLists(text: string, blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  placeDialogues(text, blocks);
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

/** Lines of a conversation that begin with a dash, each in a block of its own, are paragraphs. */
function placeDialogues(text: string, blocks: readonly Block[]): void {
  for (let from = 0; from < blocks.length; from++) {
    let to = from;
    while (to < blocks.length && mayBeSpeech(blocks[to]!)) to++;
    if (to === from) continue;
    const run = blocks.slice(from, to);
    if (isDialogue(run.map((block) => blockText(text, block, 400))))
      for (const block of run) block.kind = 'paragraph';
    from = to;
  }
}

function mayBeSpeech({ kind, marker, items }: Block): boolean {
  return kind === 'list' && items === 1 && (marker === '–' || marker === '-');
}

/** Some lines say who speaks, or ask what others answer; items that are all questions are a list of them. */
function isDialogue(lines: readonly string[]): boolean {
  if (lines.some(namesSpeaker)) return true;
  const asks = lines.filter((line) => /^– .{0,400}[?!]["»”]?$/u.test(line)).length;
  return asks > 0 && asks < lines.length;
}

/** Words and who says them: "– Non, répond le capitaine.", "– Vous partez ? demande un docker." */
function namesSpeaker(content: string): boolean {
  return (
    /^[–-] ["«“„]?\p{Lu}/u.test(content) &&
    (/[?!]["»”]? \p{Ll}|[,.?!…] [–—-] \p{Ll}/u.test(content) ||
      /, (?:said|asked|replied|dit|répond|répondit|demande|demanda|murmure|sagte|fragte|antwortete|dijo|preguntó|respondió|disse|chiese|rispose|powiedział|zapytał|odpowiedział|säger|sade|frågar|sier|spør|siger)a?(?!\p{L})/u.test(
        content,
      ))
  );
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
