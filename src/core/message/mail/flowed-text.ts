import { MappedTextBuilder } from './mapped-text-builder';
import type { MappedText } from './offset-map';

/**
 * Joins the lines of a `format=flowed` text (RFC 3676) into paragraphs: a line that ends in a blank
 * goes on in the next line of the same quotation depth; `deleteSpace` (DelSp=yes) takes that blank
 * away. Space-stuffing is undone. The signature mark "-- " is never joined. Linear.
 */
export function unflow(mapped: MappedText, deleteSpace: boolean): MappedText {
  const { text } = mapped;
  const builder = new MappedTextBuilder();
  let openDepth = -1;
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('\n', at);
    const lineEnd = found === -1 ? text.length : found;
    let content = at;
    while (text.charCodeAt(content) === 62) content++;
    const depth = content - at;
    const stuffed = text.charCodeAt(content) === 32 && content < lineEnd ? 1 : 0;
    const start = content + stuffed;
    const signature = lineEnd - start === 3 && text.startsWith('-- ', start);
    const joins = openDepth === depth && !signature && lineEnd > start;
    if (!joins) {
      if (openDepth !== -1) builder.append('\n', at - 1, at);
      // The blank behind quotation marks is part of how the quotation is shown.
      builder.copy(text, { start: at, end: depth > 0 ? start : content });
    }
    const flows = lineEnd > start && text.charCodeAt(lineEnd - 1) === 32 && !signature;
    builder.copy(text, { start, end: flows && deleteSpace ? lineEnd - 1 : lineEnd });
    openDepth = flows ? depth : -1;
    if (!flows && found !== -1) builder.append('\n', lineEnd, lineEnd + 1);
    at = lineEnd + 1;
  }
  return builder.build(mapped.map);
}
