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
  const found = findSchemes(text, start, end);
  const bare = findBare(text, start, end);
  if (bare.length === 0) return found;
  return [...found, ...bare].sort((one, other) => one.start - other.start);
}

/** Addresses without a scheme: "www.example.org/page" after white space or a bracket. */
function findBare(text: string, start: number, end: number): FoundUrl[] {
  const found: FoundUrl[] = [];
  for (
    let at = text.indexOf('www.', start);
    at !== -1 && at < end;
    at = text.indexOf('www.', at + 4)
  ) {
    if (at > start && !/[\s([<>"“„«:,;]/.test(text[at - 1]!)) continue;
    let to = at + 4;
    const limit = Math.min(end, at + longest);
    while (to < limit && !stop.test(text[to]!)) to++;
    const url = withoutTail(text.slice(at, to));
    if (/^www\.[^./\s][^/\s]*\.[a-z]{2,}(?:[/?#:]|$)/i.test(url))
      found.push({ start: at, end: at + url.length, url });
  }
  return found;
}

function findSchemes(text: string, start: number, end: number): FoundUrl[] {
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
  `^(?:[•*-]\\s+)?(?:(?:url|link|more|source|via|full (?:story|article)|read more|see|from|original|quelle|lien|fuente|fonte|źródło|джерело|источник|article|web|online|available at|permalink|ursprung|at)\\s*[:：]?\\s*)?[([]?${one}[)\\]]?(?:[\\s,;|]+(?:and\\s+)?[([]?${one}[)\\]]?)*[.,;]?$`,
  'i',
);

/** True for a line that is nothing but addresses, a label such as "URL:" before them allowed. */
export function isUrlLine(line: string): boolean {
  // Its first words tell for most lines: no need to read them to the end.
  return line.length <= 2000 && only.test(line) && (line.includes('://') || line.includes('www.'));
}
