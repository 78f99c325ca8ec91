import type { TextRange } from '../../text/text-range';
import type { MappedText, OffsetMap } from './offset-map';
import { composeMaps, SegmentMap } from './offset-map';

/** Collects a decoded text piece by piece, together with the places its pieces come from. */
export class MappedTextBuilder {
  readonly #pieces: string[] = [];
  readonly #decoded: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #length = 0;
  #rawEnd = 0;

  /** Length of the text so far, in UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  /** Adds `text`, which stands for the stretch `rawStart … rawEnd` of the file. Stretches rise. */
  append(text: string, rawStart: number, rawEnd: number): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.appendMapping(text.length, rawStart, rawEnd);
  }

  /** Adds text that the file does not hold, at the place reached so far. */
  insert(text: string): void {
    this.append(text, this.#rawEnd, this.#rawEnd);
  }

  /** Only the mapping of `length` units: for callers that decode the text in one go. */
  appendMapping(length: number, rawStart: number, rawEnd: number): void {
    const last = this.#starts.length - 1;
    const joins =
      last >= 0 &&
      length === rawEnd - rawStart &&
      this.#ends[last] === rawStart &&
      this.#length - this.#decoded[last]! === rawStart - this.#starts[last]!;
    if (joins) {
      this.#ends[last] = rawEnd;
    } else {
      this.#decoded.push(this.#length);
      this.#starts.push(rawStart);
      this.#ends.push(rawEnd);
    }
    this.#length += length;
    this.#rawEnd = rawEnd;
  }

  /** Takes over a range of another mapped text unit by unit, with that text's own map kept apart. */
  copy(text: string, range: TextRange): void {
    this.append(text.slice(range.start, range.end), range.start, range.end);
  }

  /** The map alone, led on through `inner` when the raw offsets were those of a middle text. */
  buildMap(inner?: OffsetMap): OffsetMap {
    const own = new SegmentMap([...this.#decoded, this.#length], this.#starts, this.#ends);
    return inner ? composeMaps(own, inner) : own;
  }

  build(inner?: OffsetMap): MappedText {
    return { text: this.#pieces.join(''), map: this.buildMap(inner) };
  }
}
