import { atOnce } from '../in-slices';
import { countBelow } from './sorted-offsets';
import type { CodePointRange, TextPosition, TextRange } from './text-range';

/** Offsets (UTF-16) of the first unit of every surrogate pair, in order. */
function surrogatePairOffsets(text: string): Uint32Array {
  const offsets: number[] = [];
  const pair = /[\ud800-\udbff][\udc00-\udfff]/g;
  while (pair.exec(text)) offsets.push(pair.lastIndex - 2);
  return Uint32Array.from(offsets);
}

/** Offsets (UTF-16) at which lines begin, in steps of a few milliseconds. */
function* lineStartOffsets(text: string): Generator<void, Uint32Array> {
  let starts = new Uint32Array((text.length >>> 5) + 8);
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (count === starts.length) {
      const longer = new Uint32Array(2 * count);
      longer.set(starts);
      starts = longer;
    }
    starts[count++] = at + 1;
    if (count % linesInStep === 0) yield;
  }
  return starts.slice(0, count);
}

const linesInStep = 50_000;

/**
 * The canonical text of a source (decoded, no BOM, every CRLF and lone CR turned into LF) and every
 * conversion between the units in which its offsets are counted. This is the only place where
 * UTF-16 units, code points and line/character positions meet.
 *
 * Lines are the same as in VS Code (which also breaks at CRLF, LF and lone CR), so a line/character
 * position in an editor is valid here whatever the file's line ends are.
 */
export class SourceText {
  /** Canonical text. */
  readonly text: string;
  #pairs: Uint32Array | undefined;
  #lineStarts: Uint32Array | undefined;
  static #graphemes: Intl.Segmenter | undefined;

  /**
   * @param decoded text as decoded from bytes or taken from an editor; any line ends, BOM or not.
   * @param message the identity of the message whose readable text this is; absent for a file's text.
   */
  constructor(
    decoded: string,
    readonly message?: string,
  ) {
    const withoutMark = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
    this.text = withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
  }

  /** Length in UTF-16 units. */
  get length(): number {
    return this.text.length;
  }

  /** Length in code points. */
  get codePointLength(): number {
    return this.text.length - this.#surrogatePairs.length;
  }

  /** Finds the lines of a large text in steps, before they are asked for all at once; for `inSlices`. */
  *findLines(): Generator<void, void> {
    this.#lineStarts ??= yield* lineStartOffsets(this.text);
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  /** UTF-16 offset -> code-point offset. An offset inside a surrogate pair counts as its start. Clamped. */
  toCodePoint(offset: number): number {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const pairs = this.#surrogatePairs;
    // A pair that begins at `inside - 1` is split by the offset: it has not been passed yet.
    const passed = countBelow(pairs, inside);
    const split = passed > 0 && pairs[passed - 1] === inside - 1;
    return split ? inside - 1 - (passed - 1) : inside - passed;
  }

  /** Code-point offset -> UTF-16 offset. Clamped to the text. */
  toUtf16(codePoint: number): number {
    const wanted = Math.max(0, Math.min(codePoint, this.codePointLength));
    const pairs = this.#surrogatePairs;
    // Pair number i stands at code point pairs[i] - i, which rises strictly with i.
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pairs[middle]! - middle < wanted) low = middle + 1;
      else high = middle;
    }
    return wanted + low;
  }

  toCodePointRange(range: TextRange): CodePointRange {
    return { start: this.toCodePoint(range.start), end: this.toCodePoint(range.end) };
  }

  toTextRange(range: CodePointRange): TextRange {
    return { start: this.toUtf16(range.start), end: this.toUtf16(range.end) };
  }

  /** UTF-16 offset -> line and character. Clamped to the text. */
  positionAt(offset: number): TextPosition {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = countBelow(this.#lines, inside + 1) - 1;
    return { line, character: inside - this.#lines[line]! };
  }

  /** Line and character -> UTF-16 offset. Clamped to the line and to the text. */
  offsetAt(position: TextPosition): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.text.length;
    const line = this.lineRange(position.line);
    return Math.max(line.start, Math.min(line.start + position.character, line.end));
  }

  /** The line's range without its line end. `line` must be in `0 … lineCount - 1`. */
  lineRange(line: number): TextRange {
    const start = this.#lines[line];
    if (start === undefined) throw new RangeError(`no line ${line} in ${this.lineCount} lines`);
    const next = this.#lines[line + 1];
    return { start, end: next === undefined ? this.text.length : next - 1 };
  }

  slice(range: TextRange): string {
    return this.text.slice(range.start, range.end);
  }

  /**
   * The smallest range that holds `range` and splits neither a surrogate pair nor a grapheme cluster
   * (Unicode UAX #29, by `Intl.Segmenter`). An empty range stays empty.
   */
  widenToGraphemes(range: TextRange): TextRange {
    const start = this.#graphemeStart(range.start);
    if (range.end <= range.start) return { start, end: start };
    const last = this.#graphemeStart(range.end);
    return { start, end: last === range.end ? last : this.#graphemeEnd(last) };
  }

  /** Segmentation starts at a line break within reach, which is always a cluster boundary. */
  #segmentsAround(offset: number): { from: number; segments: Intl.Segments } {
    const reach = 256;
    const lineStart = this.text.lastIndexOf('\n', offset - 1) + 1;
    let from = Math.max(lineStart, offset - reach);
    // A cut in the middle of a line must not itself fall into a cluster: begin after an ASCII blank.
    if (from > lineStart) {
      const blank = this.text.indexOf(' ', from);
      from = blank !== -1 && blank < offset ? blank : lineStart;
    }
    SourceText.#graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const segments = SourceText.#graphemes.segment(this.text.slice(from, offset + reach));
    return { from, segments };
  }

  #graphemeStart(offset: number): number {
    if (offset <= 0 || offset >= this.text.length)
      return Math.max(0, Math.min(offset, this.text.length));
    // Two ASCII neighbours are never one cluster (canonical text has no CR): the common case.
    if (this.text.charCodeAt(offset - 1) < 0x80 && this.text.charCodeAt(offset) < 0x80)
      return offset;
    const { from, segments } = this.#segmentsAround(offset);
    const segment = segments.containing(offset - from);
    return segment ? from + segment.index : offset;
  }

  #graphemeEnd(start: number): number {
    const { from, segments } = this.#segmentsAround(start);
    const segment = segments.containing(start - from);
    return segment ? from + segment.index + segment.segment.length : start;
  }

  get #surrogatePairs(): Uint32Array {
    return (this.#pairs ??= surrogatePairOffsets(this.text));
  }

  get #lines(): Uint32Array {
    return (this.#lineStarts ??= atOnce(lineStartOffsets(this.text)));
  }
}
