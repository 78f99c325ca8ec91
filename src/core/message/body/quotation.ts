import type { LineGroup } from './line-group';
import { skipWhiteSpace } from './white-space';

const greater = 62;
const bar = 124;

/** True when a line is quoted: it begins with ">", or with initials and ">" ("JD> "). */
export function isQuotedLine(group: LineGroup, line: number): boolean {
  const { text, starts, ends } = group;
  let at = starts[line]!;
  const first = text.charCodeAt(at);
  if (first === greater) return true;
  if (first < 65 || first > 90) return false;
  // At most four capitals before the mark.
  for (let letters = 0; letters < 4 && at < ends[line]!; letters++, at++) {
    const code = text.charCodeAt(at);
    if (code === greater) return letters > 0;
    if (code < 65 || code > 90) return false;
  }
  return at < ends[line]! && text.charCodeAt(at) === greater;
}

/** True when a line begins with a bar that quotes ("| text"), and not with one of a table or a frame. */
export function isBarQuoted(group: LineGroup, line: number): boolean {
  if (group.firstCode(line) !== bar) return false;
  const start = group.starts[line]!;
  if (group.length(line) === 1) return true;
  if (group.text.charCodeAt(start + 1) !== 32) return false;
  const inside = group.text.indexOf('|', start + 1);
  return (
    inside === -1 ||
    inside >= group.ends[line]! ||
    /^\|(?: ?\|)*(?: [^|]*)?$/.test(group.line(line, 200))
  );
}

/** True for a sign with which some old programs quote: ":" and "}". At a line's start it may be anything else. */
export function isRareMark(code: number): boolean {
  return code === 58 || code === 125;
}

/** The rare sign with which a line of text is marked, a blank or nothing behind it; 0 for none. */
export function rareMark(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (!isRareMark(code)) return 0;
  const after = text.charCodeAt(start + 1);
  return after === 32 || after === 10 || Number.isNaN(after) ? code : 0;
}

/** True when two lines one below the other begin with the same rare mark. */
export function isRarelyQuoted(text: string, start: number): boolean {
  const mark = rareMark(text, start);
  if (mark === 0) return false;
  const below = text.indexOf('\n', start) + 1;
  return below > 0 && rareMark(text, skipWhiteSpace(text, below, text.length)) === mark;
}

/** Where a quoted line's text begins, and how deeply it is quoted. */
export interface QuotePrefix {
  readonly level: number;
  /** UTF-16 offset after the marks and the blanks between them; blanks before the text are not passed. */
  readonly end: number;
}

/** Reads the marks of a quoted line: ">", "> >", ">>|", "JD> ". */
export function quotePrefix(text: string, start: number, end: number): QuotePrefix {
  let at = start;
  let level = 0;
  let after = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (
      code === greater ||
      (code === bar && (level > 0 || at === start)) ||
      (isRareMark(code) && text.charCodeAt(start) === code)
    ) {
      level++;
      after = at + 1;
    } else if (level === 0 && code >= 65 && code <= 90) {
      // initials
    } else if (code !== 32 || (at > after && level > 0)) break;
    at++;
  }
  return { level: Math.max(1, level), end: after };
}
