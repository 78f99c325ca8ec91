import { MappedTextBuilder } from './mapped-text-builder';
import type { MappedText } from './offset-map';

/** Undoes the dash-escaping of clear-signed text (RFC 9580, section 7.2): "- " before a dash. */
export function withoutDashEscapes(mapped: MappedText): MappedText {
  return withoutMatches(mapped, /^- (?=-|From )/gm, () => true);
}

/**
 * Undoes the escaping of "From " in an mbox (mboxrd: one ">" of ">From ", ">>From " …). A line
 * beside lines that are quoted as deeply is a quotation and stays (mboxo left those alone).
 */
export function withoutFromEscapes(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!text.includes('>From ')) return mapped;
  return withoutMatches(mapped, /^>(?=>{0,100}From )/gm, (at) => {
    const depth = quotationDepth(text, at);
    const before = at < 2 ? 0 : quotationDepth(text, text.lastIndexOf('\n', at - 2) + 1);
    const lineEnd = text.indexOf('\n', at);
    const after = lineEnd === -1 ? 0 : quotationDepth(text, lineEnd + 1);
    return before < depth && after < depth;
  });
}

function quotationDepth(text: string, at: number): number {
  let depth = 0;
  for (let index = at; ; index++) {
    const code = text.charCodeAt(index);
    if (code === 62) depth++;
    else if (code !== 32 || text.charCodeAt(index + 1) !== 62) return depth;
  }
}

function withoutMatches(
  mapped: MappedText,
  pattern: RegExp,
  drops: (at: number) => boolean,
): MappedText {
  const { text } = mapped;
  const builder = new MappedTextBuilder();
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (!drops(match.index)) continue;
    builder.copy(text, { start: from, end: match.index });
    from = match.index + match[0].length;
  }
  if (from === 0) return mapped;
  builder.copy(text, { start: from, end: text.length });
  return builder.build(mapped.map);
}
