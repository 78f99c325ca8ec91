import { Parser } from 'htmlparser2';

/** What is told of a page; offsets are UTF-16 units of the page's text. */
export interface HtmlVisitor {
  open(name: string, attributes: Record<string, string>, start: number, end: number): void;
  close(name: string, start: number, end: number): void;
  text?(data: string, start: number, end: number): void;
}

/** Elements open at once before the parser is begun anew: it searches its stack at every end tag. */
const deepestNesting = 400;

const chunkLength = 16_384;

/** Walks through HTML in order; entities are decoded. Linear for hostile nesting too. */
export function walkHtml(html: string, visitor: HtmlVisitor): void {
  let depth = 0;
  let base = 0;
  const begin = (): Parser => {
    const from = base;
    const parser: Parser = new Parser({
      onopentag: (name, attributes) => {
        depth++;
        visitor.open(name, attributes, from + parser.startIndex, from + parser.endIndex + 1);
      },
      onclosetag: (name) => {
        depth--;
        visitor.close(name, from + parser.startIndex, from + parser.endIndex + 1);
      },
      ontext: (data) => visitor.text?.(data, from + parser.startIndex, from + parser.endIndex + 1),
    });
    return parser;
  };
  let parser = begin();
  for (let at = 0; at < html.length;) {
    // A chunk ends before a tag, so that a parser begun anew does not begin inside one.
    const mark = html.slice(at + chunkLength, at + 4 * chunkLength).indexOf('<');
    const end = Math.min(at + chunkLength + Math.max(0, mark), html.length);
    parser.write(html.slice(at, end));
    at = end;
    if (depth > deepestNesting) {
      parser.end();
      base = at;
      depth = 0;
      parser = begin();
    }
  }
  parser.end();
}

/** An element with the place of its tags and of what is between them. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly innerStart: number;
  innerEnd: number;
  end: number;
}

/** The elements that `wanted` picks, in the order of their start tags. */
export function findElements(
  html: string,
  wanted: (name: string, attributes: Readonly<Record<string, string>>) => boolean,
): HtmlElement[] {
  const found: HtmlElement[] = [];
  const open: (HtmlElement | undefined)[] = [];
  walkHtml(html, {
    open(name, attributes, start, end) {
      const picked = wanted(name, attributes)
        ? { name, attributes, start, innerStart: end, innerEnd: html.length, end: html.length }
        : undefined;
      if (picked) found.push(picked);
      open.push(picked);
    },
    close(_name, start, end) {
      const closed = open.pop();
      if (!closed) return;
      closed.innerEnd = Math.max(closed.innerStart, Math.min(start, html.length));
      closed.end = Math.max(closed.innerEnd, Math.min(end, html.length));
    },
  });
  return found;
}
