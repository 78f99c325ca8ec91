import type { HeaderBlock } from '../mail/header-fields';
import { beginsMessage } from './from-line';

/** Says where each message of an mbox ends. */
export class MessageBoundaries {
  readonly #text: string;
  /** Units that may still be counted in bytes: keeps a file of lying lengths linear. */
  #countable: number;

  constructor(text: string) {
    this.#text = text;
    this.#countable = 2 * text.length;
  }

  /** Where the first message begins: at the first text. */
  first(): number {
    const start = this.#text.search(/\S/);
    return start === -1 ? this.#text.length : start;
  }

  /** Where the message that begins at `start` ends: at the next message, or the end of the text. */
  next(start: number, block: HeaderBlock): number {
    const stated = this.#endByContentLength(block);
    if (stated !== undefined) return stated;
    // The line at `start` is this message's own separator: look behind it.
    let at = this.#text.indexOf(
      '\nFrom ',
      Math.max(start, Math.min(block.end, block.bodyStart) - 1),
    );
    while (at !== -1) {
      if (beginsMessage(this.#text, at + 1)) return at + 1;
      at = this.#text.indexOf('\nFrom ', at + 1);
    }
    return this.#text.length;
  }

  /** mboxcl and mboxcl2 state the body's length in bytes: believed only when a message begins there. */
  #endByContentLength(block: HeaderBlock): number | undefined {
    const field = block.fields.find(({ name }) => name === 'content-length');
    if (!field) return undefined;
    const value = this.#text.slice(field.valueStart, field.end).trim();
    if (!/^\d{1,10}$/.test(value)) return undefined;
    const length = Number(value);
    return (
      this.#messageAt(block.bodyStart + length) ??
      this.#messageAt(this.#offsetOfByte(block.bodyStart, length))
    );
  }

  #messageAt(offset: number): number | undefined {
    if (offset === this.#text.length) return offset;
    for (const start of [offset, offset + 1]) {
      const lineStart = start > 0 && this.#text.charCodeAt(start - 1) === 10;
      if (lineStart && start < this.#text.length && beginsMessage(this.#text, start)) return start;
    }
    return undefined;
  }

  /** The offset `length` UTF-8 bytes behind `from`, or -1 when the text or the allowance ends first. */
  #offsetOfByte(from: number, length: number): number {
    let bytes = 0;
    let at = from;
    for (; bytes < length && at < this.#text.length && this.#countable > 0; at++) {
      const code = this.#text.charCodeAt(at);
      bytes += code < 0x80 ? 1 : code < 0x800 || (code & 0xf800) === 0xd800 ? 2 : 3;
      this.#countable--;
    }
    return bytes === length ? at : -1;
  }
}
