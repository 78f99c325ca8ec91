import { MappedTextBuilder } from './mapped-text-builder';
import type { MappedText } from './offset-map';

const token = /<<|<(\/?)([a-z0-9-]{1,60})>|\n+/gi;

/**
 * The text of `text/enriched` (RFC 1896) or, with `richtext`, of its forerunner `text/richtext`
 * (RFC 1341): formatting commands dropped, "<<" is "<", one line end is a blank and n are n-1.
 * Within `<nofill>` line ends stay; `<param>` holds no text; `<excerpt>` is a quotation. Linear.
 */
export function enrichedToText(mapped: MappedText, richtext: boolean): MappedText {
  const { text } = mapped;
  const builder = new MappedTextBuilder();
  let from = 0;
  let verbatim = 0;
  let hidden = 0;
  let excerpts = 0;
  const copy = (end: number) => {
    if (hidden === 0) builder.copy(text, { start: from, end });
  };
  const breakLine = (start: number, end: number, count: number) => {
    const marks = excerpts > 0 ? `${'>'.repeat(excerpts)} ` : '';
    builder.append(`\n${marks}`.repeat(count), start, end);
  };
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const start = match.index;
    const end = token.lastIndex;
    copy(start);
    from = end;
    const name = match[2]?.toLowerCase();
    const closing = match[1] === '/';
    if (match[0].startsWith('\n')) {
      if (hidden > 0) continue;
      const count = match[0].length;
      if (verbatim > 0) breakLine(start, end, count);
      else if (count === 1 || richtext) builder.append(' ', start, end);
      else breakLine(start, end, count - 1);
    } else if (name === undefined) {
      if (hidden === 0) builder.append('<', start, end);
    } else if (name === 'nofill') {
      verbatim = Math.max(0, verbatim + (closing ? -1 : 1));
    } else if (name === 'param' || name === 'comment') {
      hidden = Math.max(0, hidden + (closing ? -1 : 1));
    } else if (name === 'excerpt') {
      excerpts = Math.min(20, Math.max(0, excerpts + (closing ? -1 : 1)));
      breakLine(start, end, 1);
    } else if (richtext && (name === 'nl' || (name === 'paragraph' && closing))) {
      breakLine(start, end, name === 'nl' ? 1 : 2);
    } else if (richtext && name === 'lt') {
      builder.append('<', start, end);
    }
  }
  copy(text.length);
  return builder.build(mapped.map);
}
