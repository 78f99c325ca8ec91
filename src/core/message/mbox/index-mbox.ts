import type { TextRange } from '../../text/text-range';
import type { HeaderBlock } from '../mail/header-fields';
import { readHeaderBlock } from '../mail/header-fields';
import { headerValue } from '../mail/header-text';
import type { HeaderFacts } from '../mail/message-header';
import { readHeaderFacts } from '../mail/message-header';
import { messageIds } from '../mail/message-id';
import { MessageBoundaries } from './message-boundaries';

/** One message of an mbox; offsets are UTF-16 units of the canonical text. */
export interface MboxEntry extends TextRange {
  readonly headerRange: TextRange;
  readonly bodyRange: TextRange;
  /** Subject, sender, date and the like, decoded when first read. */
  readonly header: HeaderFacts;
  /** Message-IDs of the References field, oldest first. */
  readonly references: readonly string[];
}

export interface MboxIndex {
  readonly entries: readonly MboxEntry[];
}

class Entry implements MboxEntry {
  readonly start: number;
  readonly end: number;
  readonly headerRange: TextRange;
  readonly bodyRange: TextRange;
  readonly #text: string;
  #values: { readonly header: HeaderFacts; readonly references: readonly string[] } | undefined;

  constructor(text: string, range: TextRange, block: HeaderBlock) {
    this.#text = text;
    this.start = range.start;
    this.end = range.end;
    this.headerRange = { start: block.start, end: block.end };
    this.bodyRange = { start: Math.min(block.bodyStart, range.end), end: range.end };
  }

  get header(): HeaderFacts {
    return this.#read().header;
  }

  get references(): readonly string[] {
    return this.#read().references;
  }

  /** Reads the block once more: keeping thousands of field lists costs more than scanning again. */
  #read() {
    if (this.#values) return this.#values;
    const block = readHeaderBlock(this.#text, this.start, this.end);
    return (this.#values = {
      header: readHeaderFacts(this.#text, block),
      references: messageIds(headerValue(this.#text, block, 'references')),
    });
  }
}

/**
 * Finds every message of an mbox (mboxo, mboxrd, mboxcl, mboxcl2, Pipermail's monthly files) and
 * reads its header block; linear. Header values are decoded when first asked for. Text before the
 * first separator line is a message of its own.
 */
export function indexMbox(text: string): MboxIndex {
  return { entries: [...mboxEntries(text)] };
}

/** The entries of `indexMbox`, one after the other. */
export function* mboxEntries(text: string): Generator<MboxEntry, void> {
  const boundaries = new MessageBoundaries(text);
  for (let start = boundaries.first(); start < text.length;) {
    const entry = readMboxEntry(text, start, boundaries);
    yield entry;
    start = entry.end;
  }
}

/** Reads the one message that begins at `start`. */
export function readMboxEntry(
  text: string,
  start: number,
  boundaries: MessageBoundaries,
): MboxEntry {
  const block = readHeaderBlock(text, start, text.length);
  return new Entry(text, { start, end: boundaries.next(start, block) }, block);
}
