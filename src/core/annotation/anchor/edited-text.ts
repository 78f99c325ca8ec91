/**
 * A long text under many small edits near one another, as typing makes them. It is held in three
 * strings, of which an edit nearby rebuilds only the short middle one, so that a key in a text of
 * a megabyte does not copy the megabyte. Offsets are UTF-16.
 */
export class EditedText {
  static readonly #longestMiddle = 4096;
  #head: string;
  #middle = '';
  #tail = '';

  constructor(text: string) {
    this.#head = text;
  }

  get length(): number {
    return this.#head.length + this.#middle.length + this.#tail.length;
  }

  replace(start: number, end: number, text: string): void {
    const from = start - this.#head.length;
    const to = end - this.#head.length;
    if (from >= 0 && to <= this.#middle.length && this.#middle.length < EditedText.#longestMiddle) {
      this.#middle = this.#middle.slice(0, from) + text + this.#middle.slice(to);
    } else {
      const whole = this.toString();
      const margin = EditedText.#longestMiddle / 4;
      const first = Math.max(0, start - margin);
      const last = Math.min(whole.length, end + margin);
      this.#head = whole.slice(0, first);
      this.#middle = whole.slice(first, start) + text + whole.slice(end, last);
      this.#tail = whole.slice(last);
    }
  }

  slice(start: number, end: number): string {
    const middleStart = this.#head.length;
    const tailStart = middleStart + this.#middle.length;
    if (start >= middleStart && end <= tailStart)
      return this.#middle.slice(start - middleStart, end - middleStart);
    if (end <= middleStart) return this.#head.slice(start, end);
    if (start >= tailStart) return this.#tail.slice(start - tailStart, end - tailStart);
    return this.toString().slice(start, end);
  }

  copy(): EditedText {
    const copy = new EditedText(this.#head);
    copy.#middle = this.#middle;
    copy.#tail = this.#tail;
    return copy;
  }

  equals(other: EditedText): boolean {
    return this.length === other.length && this.toString() === other.toString();
  }

  toString(): string {
    return this.#middle === '' && this.#tail === ''
      ? this.#head
      : this.#head + this.#middle + this.#tail;
  }
}
