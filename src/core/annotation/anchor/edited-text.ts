/**
 * A long text under many small edits, as typing makes them. It is held in short pieces, of which an
 * edit rebuilds only those that it touches, so that a key in a text of a megabyte does not copy the
 * megabyte. Offsets are UTF-16.
 */
export class EditedText {
  static readonly #pieceLength = 4096;
  #pieces: string[];
  #length: number;
  #whole: string | undefined;

  constructor(text: string) {
    this.#pieces = inPieces(text, EditedText.#pieceLength);
    this.#length = text.length;
    this.#whole = text;
  }

  get length(): number {
    return this.#length;
  }

  replace(start: number, end: number, text: string): void {
    const first = this.#pieceAt(start);
    const last = this.#pieceAt(end);
    const joined =
      (this.#pieces[first.index] ?? '').slice(0, start - first.start) +
      text +
      (this.#pieces[last.index] ?? '').slice(end - last.start);
    this.#pieces = this.#pieces
      .slice(0, first.index)
      .concat(inPieces(joined, EditedText.#pieceLength), this.#pieces.slice(last.index + 1));
    this.#whole = undefined;
    this.#length += text.length - (end - start);
  }

  slice(start: number, end: number): string {
    const { index, start: first } = this.#pieceAt(start);
    let text = (this.#pieces[index] ?? '').slice(start - first, end - first);
    let at = first + (this.#pieces[index] ?? '').length;
    for (let next = index + 1; at < end && next < this.#pieces.length; next++) {
      const piece = this.#pieces[next]!;
      text += piece.slice(0, end - at);
      at += piece.length;
    }
    return text;
  }

  copy(): EditedText {
    const copy = new EditedText('');
    copy.#pieces = [...this.#pieces];
    copy.#length = this.#length;
    copy.#whole = this.#whole;
    return copy;
  }

  /** Pieces that a text and its copy still share are compared at no cost. */
  equals(other: EditedText): boolean {
    if (this.#length !== other.#length) return false;
    let [index, otherIndex, at, otherAt] = [0, 0, 0, 0];
    while (index < this.#pieces.length && otherIndex < other.#pieces.length) {
      const piece = this.#pieces[index]!;
      const otherPiece = other.#pieces[otherIndex]!;
      const length = Math.min(piece.length - at, otherPiece.length - otherAt);
      const isSame =
        length === piece.length && length === otherPiece.length
          ? piece === otherPiece
          : piece.slice(at, at + length) === otherPiece.slice(otherAt, otherAt + length);
      if (!isSame) return false;
      at += length;
      otherAt += length;
      if (at === piece.length) [index, at] = [index + 1, 0];
      if (otherAt === otherPiece.length) [otherIndex, otherAt] = [otherIndex + 1, 0];
    }
    return true;
  }

  toString(): string {
    return (this.#whole ??= this.#pieces.join(''));
  }

  /** The piece that an offset stands in, or at the end of, and where that begins. */
  #pieceAt(offset: number): { index: number; start: number } {
    let start = 0;
    for (let index = 0; index < this.#pieces.length; index++) {
      const { length } = this.#pieces[index]!;
      if (offset <= start + length) return { index, start };
      start += length;
    }
    return { index: this.#pieces.length, start };
  }
}

/** A piece may grow to twice the length before it is cut. */
function inPieces(text: string, length: number): string[] {
  if (text.length < 2 * length) return text === '' ? [] : [text];
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += length)
    pieces.push(text.slice(start, start + length));
  return pieces;
}
