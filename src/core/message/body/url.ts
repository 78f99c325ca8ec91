import type { TextRange } from '../../text/text-range';

/** A web address in a text. */
export interface FoundUrl extends TextRange {
  /** As printed, without the line break that an address in angle brackets may have. */
  readonly url: string;
}

const scheme = /(?:https?|ftps?|gopher|news)$/i;
const stop = /[\s<>"“”«»`{}|\\^]/;
const longest = 4096;

/** Drops the marks of the sentence around an address from its end. */
function withoutTail(url: string): string {
  let end = url.length;
  for (;;) {
    const last = url[end - 1];
    if (last === undefined) return '';
    if (/[.,;:!?'’‘*_…]/.test(last) && !(last === '_' || last === '*')) end--;
    else if (last === ')' && count(url, ')', end) > count(url, '(', end)) end--;
    else if (last === ']' && count(url, ']', end) > count(url, '[', end)) end--;
    else return url.slice(0, end);
  }
}

function count(text: string, sign: string, end: number): number {
  let found = 0;
  for (let at = text.indexOf(sign); at !== -1 && at < end; at = text.indexOf(sign, at + 1)) found++;
  return found;
}

/**
 * Finds the web addresses of `text[start, end)`, in order. One in angle brackets may go on after a
 * line break (RFC 3986, appendix C).
 */
export function findUrls(text: string, start: number, end: number): FoundUrl[] {
  const found: FoundUrl[] = [];
  let last = start;
  for (
    let colon = text.indexOf('://', start);
    colon !== -1 && colon < end;
    colon = text.indexOf('://', colon + 3)
  ) {
    const before = scheme.exec(text.slice(Math.max(last, colon - 6), colon));
    if (!before) continue;
    const from = colon - before[0].length;
    let to = colon + 3;
    const limit = Math.min(end, from + longest);
    while (to < limit && !stop.test(text[to]!)) to++;
    let url = text.slice(from, to);
    if (text[from - 1] === '<' || text.slice(from - 5, from) === '<URL:') {
      const whole = /^[^\s<>"]+(?:\n[ \t>]*[^\s<>"]+){1,3}\n?(?=>)/.exec(
        text.slice(from, Math.min(limit, from + 1024)),
      );
      if (whole) {
        to = from + whole[0].length;
        url = whole[0].replace(/\n[ \t>]*/g, '');
      }
    }
    const trimmed = withoutTail(url);
    if (trimmed.length > before[0].length + 4) {
      found.push({ start: from, end: to - (url.length - trimmed.length), url: trimmed });
      last = to;
    }
  }
  return found;
}

const one =
  '(?:<?(?:URL:\\s*)?(?:https?|ftps?)://[^\\s<>"]+>?|<(?:URL:\\s*)?(?:https?|ftps?)://[^<>"]+>|www\\.[^\\s<>"/]+\\.[a-z]{2,}[^\\s<>"]*)';
const only = new RegExp(
  `^(?:[•*-]\\s+)?(?:(?:url|link|source|via|full (?:story|article)|read more|see|from|original|quelle|lien|fuente|fonte|źródło|джерело|источник|article|web|online|available at|permalink|ursprung|at)\\s*[:：]?\\s*)?[([]?${one}[)\\]]?(?:[\\s,;|]+(?:and\\s+)?[([]?${one}[)\\]]?)*[.,;]?$`,
  'i',
);

/** True for a line that is nothing but addresses, a label such as "URL:" before them allowed. */
export function isUrlLine(line: string): boolean {
  return line.length <= 2000 && /:\/\/|www\./i.test(line) && only.test(line);
}
