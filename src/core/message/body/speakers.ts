import { blockText, type Block } from './block';

/** What stands before a colon at the start of a block: "SPIEGEL", "Diallo". */
export function labelOf(content: string): string | undefined {
  if (!mayHaveLabel(content, 0, content.length)) return undefined;
  return /^(\p{Lu}[\p{L}\p{M}. '’-]{0,30}):\s+\S/u.exec(content)?.[1];
}

/** A label is short and has neither commas nor digits: most texts show after a word or two that they have none. */
function mayHaveLabel(text: string, start: number, end: number): boolean {
  const limit = Math.min(end, start + 32);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 58) return at > start;
    if (code < 128 && !isLabelCode(code)) return false;
  }
  return false;
}

/** ASCII letters, and the blank, the apostrophe, the hyphen and the full stop of a name. */
function isLabelCode(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || code === 32 || code === 39 || code === 45 || code === 46;
}

/** Labels that open two blocks or more. */
export function speakersOf(text: string, blocks: readonly Block[]): ReadonlySet<string> {
  const labels = new Set<string>();
  const speakers = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || !mayHaveLabel(text, block.start, block.end)) continue;
    const label = labelOf(blockText(text, block, 40));
    if (label === undefined) continue;
    if (labels.has(label)) speakers.add(label);
    labels.add(label);
  }
  return speakers;
}
