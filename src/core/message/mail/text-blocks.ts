import type { TextRange } from '../../text/text-range';

/** A stretch of a plain-text body: text for the reader, framing, or data that was put into the text. */
export interface TextBlock extends TextRange {
  readonly kind: 'text' | 'framing' | 'attachment';
  /** What an attachment is, for people. */
  readonly label?: string;
  /** Set on clear-signed text, whose lines that begin with a dash are escaped. */
  readonly dashEscaped?: boolean;
}

const opening =
  /^(?:-----BEGIN PGP ([A-Z ,]{3,40})-----|begin [0-7]{3,4} ([^\n]{1,200}))[ \t]*(?:\n|$)/gm;

/**
 * Finds PGP armor (RFC 9580: clear-signed text, signatures, keys) and uuencoded files (POSIX) in a
 * plain-text body; all other text comes back as it is, in order and without gaps. Linear.
 */
export function splitTextBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  const withoutEnd = new Set<string>();
  let from = 0;
  let signed = false;
  const addText = (end: number) => {
    if (end > from) blocks.push({ kind: 'text', start: from, end, dashEscaped: signed });
    from = end;
  };
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index;
    const bodyStart = opening.lastIndex;
    const [, armor, fileName] = match;
    if (armor === 'SIGNED MESSAGE') {
      addText(start);
      from = armorHeaderEnd(text, bodyStart);
      blocks.push({ kind: 'framing', start, end: from });
      signed = true;
    } else {
      const end = armor
        ? armorEnd(text, armor, bodyStart, withoutEnd)
        : uuencodedEnd(text, bodyStart);
      if (end === -1) continue;
      addText(start);
      from = end;
      const label = armor ? `PGP ${armor.toLowerCase()}` : fileName!.trim();
      blocks.push({ kind: 'attachment', start, end, label });
      if (armor === 'SIGNATURE') signed = false;
    }
    opening.lastIndex = from;
  }
  addText(text.length);
  return blocks;
}

/** Behind the armor headers ("Hash: SHA1") and the blank line that ends them. */
function armorHeaderEnd(text: string, start: number): number {
  const header = /(?:[A-Za-z]{1,20}: [^\n]{0,200}\n){0,8}[ \t]{0,80}(?:\n|$)/y;
  header.lastIndex = start;
  return header.test(text) ? header.lastIndex : start;
}

function armorEnd(text: string, armor: string, from: number, withoutEnd: Set<string>): number {
  if (withoutEnd.has(armor)) return -1;
  const mark = `-----END PGP ${armor}-----`;
  const found = text.indexOf(mark, from);
  if (found === -1) {
    withoutEnd.add(armor);
    return -1;
  }
  const lineEnd = text.indexOf('\n', found);
  return lineEnd === -1 ? text.length : lineEnd + 1;
}

/** End of the uuencoded lines from `start` on, with the "end" line when there is one; -1 for none. */
function uuencodedEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const found = text.indexOf('\n', at);
    const lineEnd = found === -1 ? text.length : found;
    const next = Math.min(lineEnd + 1, text.length);
    const line = text.slice(at, Math.min(lineEnd, at + 100)).trimEnd();
    if (line === 'end') return next;
    const count = (line.charCodeAt(0) - 32) & 63;
    const needed = Math.ceil(count / 3) * 4;
    // Trailing blanks are often lost, and some encoders add a checksum character.
    const plausible =
      (line === '`' || count > 0) &&
      line.length - 1 <= needed + 1 &&
      line.length - 1 >= needed - 4 &&
      /^[ -`]+$/.test(line);
    if (!plausible) return at > start ? at : -1;
    if (next === text.length) return next;
    at = next;
  }
}
