import type { TextRange } from '../../text/text-range';

const addressUnit = /[^\s<>"“”«»‹›|\\^{}]/;
/** Longest scheme and longest local part of an e-mail address that are looked back over. */
const longestLead = 64;

/**
 * Where web and e-mail addresses stand: names inside them are part of an address, not of the text.
 * In order, without overlap; linear.
 */
export function addressRanges(text: string, range: TextRange): TextRange[] {
  const found: TextRange[] = [];
  const marks = /:\/\/|\bwww\.|@(?=[A-Za-z0-9])/g;
  marks.lastIndex = range.start;
  for (let mark = marks.exec(text); mark && mark.index < range.end; mark = marks.exec(text)) {
    const floor = Math.max(found.at(-1)?.end ?? 0, mark.index - longestLead, range.start);
    let start = mark.index;
    while (start > floor && /[\w.+\-=%]/.test(text.charAt(start - 1))) start--;
    // "@NATO" alone is a name with a mark before it.
    if (mark[0] === '@' && start === mark.index) continue;
    let end = marks.lastIndex;
    const limit = Math.min(text.length, end + 4096);
    while (end < limit && addressUnit.test(text.charAt(end))) end++;
    found.push({ start, end });
    marks.lastIndex = end;
  }
  return found;
}
