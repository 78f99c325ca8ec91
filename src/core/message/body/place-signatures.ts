import { blockText, type Block } from './block';

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
    const named = !rule && block.lines === 1 && blockText(text, block, 10) !== '--';
    // Below "-- Tom" an article may begin.
    if (named && !blocks.slice(at + 1, next).every((other) => isSignatureLike(text, other)))
      next = at + 1;
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
