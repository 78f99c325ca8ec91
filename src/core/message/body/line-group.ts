import { isWhiteSpace, skipWhiteSpace, trimmedEnd } from './white-space';

/**
 * A run of lines without a blank line between them, as flat arrays of UTF-16 offsets: an object for
 * every line would cost more than all the rest of parsing. One group is filled again and again.
 */
export class LineGroup {
  readonly text: string;
  readonly end: number;
  /** How many lines the group holds. */
  count = 0;
  /** Where the lines begin, with their indentation. */
  lineStarts = new Int32Array(64);
  /** Where their content begins and ends, without white space at both sides. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** Where the next group may begin. */
  next: number;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.next = start;
    this.end = end;
  }

  /** Reads the next group; false at the end of the text. */
  advance(): boolean {
    const { text, end } = this;
    this.count = 0;
    let at = this.next;
    while (at < end) {
      let lineEnd = text.indexOf('\n', at);
      if (lineEnd === -1 || lineEnd > end) lineEnd = end;
      const start = skipWhiteSpace(text, at, lineEnd);
      if (start < lineEnd) {
        if (this.count === this.starts.length) this.#grow();
        this.lineStarts[this.count] = at;
        this.starts[this.count] = start;
        this.ends[this.count] = trimmedEnd(text, start, lineEnd);
        this.count++;
      } else if (this.count > 0) {
        this.next = lineEnd + 1;
        return true;
      }
      at = lineEnd + 1;
    }
    this.next = end;
    return this.count > 0;
  }

  #grow(): void {
    const twice = (offsets: Int32Array<ArrayBuffer>) => {
      const grown = new Int32Array(2 * offsets.length);
      grown.set(offsets);
      return grown;
    };
    this.lineStarts = twice(this.lineStarts);
    this.starts = twice(this.starts);
    this.ends = twice(this.ends);
  }

  /** First code unit of a line's content. */
  firstCode(line: number): number {
    return this.text.charCodeAt(this.starts[line]!);
  }

  /** Last code unit of a line's content. */
  lastCode(line: number): number {
    return this.text.charCodeAt(this.ends[line]! - 1);
  }

  /** Length of a line's content in UTF-16 units. */
  length(line: number): number {
    return this.ends[line]! - this.starts[line]!;
  }

  /** Content of a line, at most `limit` units of it. */
  line(line: number, limit = 400): string {
    const start = this.starts[line]!;
    return this.text.slice(start, Math.min(this.ends[line]!, start + limit));
  }

  /** Column at which a line's content begins; tabs go to the next multiple of 8. */
  indent(line: number): number {
    return columnOf(this.text, this.lineStarts[line]!, this.starts[line]!);
  }

  /** The first character after the group that is no white space, or -1. */
  codeAfter(): number {
    const at = skipWhiteSpace(this.text, this.next, this.end);
    return at < this.end ? this.text.charCodeAt(at) : -1;
  }
}

/** Column of `at` in the line that begins at `lineStart`; wide blanks count two. */
function columnOf(text: string, lineStart: number, at: number): number {
  if (at === lineStart) return 0;
  let column = 0;
  for (let offset = lineStart; offset < at; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 9) column += 8 - (column % 8);
    else if (isWhiteSpace(code)) column += code === 0x3000 ? 2 : 1;
  }
  return column;
}
