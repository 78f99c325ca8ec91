import { quotePrefix } from '../body/quotation';
import { skipWhiteSpace, trimmedEnd } from '../body/white-space';
import type { Dateline } from '../message';
import type { TextRange } from '../../text/text-range';
import { readDateline } from './dateline';

/**
 * Datelines inside a quotation: they open a quoted paragraph, that is a line after an empty one, after
 * a change of level, or indented more than the line before.
 */
export function quotedDatelinesIn(text: string, quotation: TextRange): Dateline[] {
  const datelines: Dateline[] = [];
  let level = 0;
  let indent = 0;
  let blank = true;
  for (let at = quotation.start; at < quotation.end;) {
    let lineEnd = text.indexOf('\n', at);
    if (lineEnd === -1 || lineEnd > quotation.end) lineEnd = quotation.end;
    const start = skipWhiteSpace(text, at, lineEnd);
    const prefix = quotePrefix(text, start, lineEnd);
    const content = skipWhiteSpace(text, prefix.end, lineEnd);
    const column = content - prefix.end;
    if (content < lineEnd && (blank || prefix.level !== level || column > indent)) {
      const found = readDateline(text, content, trimmedEnd(text, content, lineEnd));
      if (found) datelines.push(found);
    }
    blank = content >= lineEnd;
    ({ level } = prefix);
    indent = column;
    at = lineEnd + 1;
  }
  return datelines;
}
