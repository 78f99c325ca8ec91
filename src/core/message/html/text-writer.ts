import { MappedTextBuilder } from '../mail/mapped-text-builder';
import type { MappedText, OffsetMap } from '../mail/offset-map';

/** Quotation marks and list indents grow no further: a hostile nesting must not swell the text. */
const deepestNesting = 20;

/** Lays out text as a page shows it: white space collapsed, lines quoted and itemised; keeps the offsets. */
export class TextWriter {
  readonly #builder = new MappedTextBuilder();
  #wantedBreaks = 0;
  #trailingBreaks = 0;
  #pendingBlank: { start: number; end: number } | undefined;
  #marker = '';
  quotationDepth = 0;
  preformatted = 0;
  listDepth = 0;

  /** At least `count` line ends before the next text. */
  breakLine(count: number): void {
    this.#wantedBreaks = Math.max(this.#wantedBreaks, count);
    this.#pendingBlank = undefined;
  }

  /** A line end that stands in the file (`<br>`), or one of preformatted text. */
  lineEnd(start: number, end: number): void {
    if (this.#builder.length === 0) return;
    // An empty quoted line shows its marks; a line that only ended a block does not become two.
    this.#flushBreaks();
    if (this.#trailingBreaks > 0 && this.quotationDepth > 0) this.#openLine(start);
    this.#builder.append('\n', start, end);
    this.#trailingBreaks++;
    this.#pendingBlank = undefined;
  }

  /** Begins a list item at the next text. */
  item(marker: string): void {
    this.breakLine(1);
    this.#marker = '  '.repeat(Math.min(Math.max(0, this.listDepth - 1), deepestNesting)) + marker;
  }

  /** Adds a page's characters; `start` and `end` are their place in the file. */
  text(data: string, start: number, end: number): void {
    if (data.length !== end - start) this.#piece(data, start, end, false);
    else this.#piece(data, start, end, true);
  }

  build(inner?: OffsetMap): MappedText {
    return this.#builder.build(inner);
  }

  #piece(data: string, start: number, end: number, linear: boolean): void {
    const pattern = this.preformatted > 0 ? /\n|[^\n]+/g : /[ \t\n\f\r]+|[^ \t\n\f\r]+/g;
    for (const match of data.matchAll(pattern)) {
      const from = linear ? start + match.index : start;
      const to = linear ? from + match[0].length : end;
      const code = match[0].charCodeAt(0);
      if (this.preformatted > 0 && code === 10) this.lineEnd(from, to);
      else if (this.preformatted === 0 && (code === 32 || (code >= 9 && code <= 13)))
        this.#pendingBlank ??= { start: from, end: to };
      else this.#word(match[0], from, to);
    }
  }

  #word(word: string, start: number, end: number): void {
    this.#flushBreaks();
    const atLineStart = this.#trailingBreaks > 0 || this.#builder.length === 0;
    if (atLineStart) this.#openLine(start);
    else if (this.#pendingBlank)
      this.#builder.append(' ', this.#pendingBlank.start, this.#pendingBlank.end);
    this.#pendingBlank = undefined;
    this.#builder.append(word, start, end);
    this.#trailingBreaks = 0;
  }

  #flushBreaks(): void {
    const missing = this.#builder.length === 0 ? 0 : this.#wantedBreaks - this.#trailingBreaks;
    for (let count = 0; count < missing; count++) {
      this.#builder.insert('\n');
      this.#trailingBreaks++;
    }
    this.#wantedBreaks = 0;
  }

  /** The marks of a line stand where its text does: what is between it and the text above is markup. */
  #openLine(at: number): void {
    const depth = Math.min(this.quotationDepth, deepestNesting);
    const marks = (depth > 0 ? `${'>'.repeat(depth)} ` : '') + this.#marker;
    this.#builder.append(marks, at, at);
    this.#marker = '';
  }
}
