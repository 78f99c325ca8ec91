import type { TextRange } from '../../text/text-range';
import { chooseParts } from './body-choice';
import { decodeBody, decodeTransfer } from './body-text';
import type { HeaderBlock } from './header-fields';
import type { MimeEntity } from './mime-entity';
import { fileNameOf, isIdentityEncoding } from './mime-entity';
import { readMimeTree, readUndeclaredParts } from './mime-tree';
import type { MappedText } from './offset-map';
import { sliceMapped } from './offset-map';
import { splitTextBlocks } from './text-blocks';
import { withoutDashEscapes } from './unescaped-lines';

/** A stretch of a message, in file order; `range` counts in the file (UTF-16 units). */
export type MessageSection =
  /** A header block: the message's own or that of a message nested in it; offsets are `source`'s. */
  | { kind: 'header'; range: TextRange; source: MappedText; block: HeaderBlock; depth: number }
  /** Text for the reader, decoded. */
  | { kind: 'text'; range: TextRange; mapped: MappedText }
  /** Boundaries, part headers and the like. */
  | { kind: 'framing'; range: TextRange }
  | { kind: 'attachment'; range: TextRange; label: string }
  /** What an archive page prints around a message, or its list of messages. */
  | {
      kind: 'page';
      part: 'header' | 'list' | 'footer';
      range: TextRange;
      text: string;
      items?: number;
    };

/** Boundaries are guessed only this deep: each guess reads its part of the message once more. */
const deepestGuess = 5;

/** Deeper messages within encoded messages are shown as attachments. */
const deepestEncodedNesting = 8;

export interface SectionOptions {
  /** The message comes from an mbox, where ">From " may stand for "From ". */
  readonly fromEscaped?: boolean;
}

/**
 * Takes a message apart: its MIME tree is read, the parts a reader wants are chosen and decoded, and
 * everything comes back in file order without gaps. `source.map` leads into the file.
 */
export function readMessageSections(
  source: MappedText,
  range: TextRange,
  options: SectionOptions = {},
): MessageSection[] {
  // Cut out, so that no search runs on into the rest of an mbox.
  const message = sliceMapped(source, range);
  const reader = new SectionReader(message, options.fromEscaped ?? false, 0);
  reader.wholeMessage();
  return reader.sections;
}

class SectionReader {
  readonly sections: MessageSection[] = [];
  readonly #source: MappedText;
  readonly #fromEscaped: boolean;
  readonly #encodedDepth: number;
  #depth = 0;
  #nesting = 0;
  /** End of what has been handed out, in `source`. */
  #at = 0;

  constructor(source: MappedText, fromEscaped: boolean, encodedDepth: number) {
    this.#source = source;
    this.#fromEscaped = fromEscaped;
    this.#encodedDepth = encodedDepth;
  }

  wholeMessage(): void {
    const end = this.#source.text.length;
    this.message(readMimeTree(this.#source.text, { start: 0, end }), end);
  }

  /** A message: its header block, then its body, and whatever remains up to `end`. */
  message(entity: MimeEntity, end: number): void {
    this.#at = Math.max(this.#at, entity.header.start);
    this.#header(entity);
    this.#body(entity);
    this.#framing(end);
  }

  #header(entity: MimeEntity): void {
    this.#framing(entity.header.start);
    const range = { start: entity.header.start, end: entity.header.bodyStart };
    this.sections.push({
      kind: 'header',
      range: this.#source.map.toRaw(range),
      source: this.#source,
      block: entity.header,
      depth: this.#depth + this.#encodedDepth,
    });
    this.#at = range.end;
  }

  /** What stands between the last section and `to` and belongs to no part. */
  #framing(to: number): void {
    if (to <= this.#at) return;
    const range = { start: this.#at, end: to };
    this.sections.push({ kind: 'framing', range: this.#source.map.toRaw(range) });
    this.#at = to;
  }

  #attachment(to: number, label: string): void {
    if (to <= this.#at) return;
    const range = { start: this.#at, end: to };
    this.sections.push({ kind: 'attachment', range: this.#source.map.toRaw(range), label });
    this.#at = to;
  }

  #body(entity: MimeEntity): void {
    const nested = entity.type === 'message/rfc822' || entity.type === 'message/global';
    const [only] = entity.children;
    if (entity.type.startsWith('multipart/')) {
      const parts =
        only !== undefined ||
        (this.#nesting < deepestGuess && readUndeclaredParts(this.#source.text, entity));
      if (parts) this.#multipart(entity);
      else this.#text(entity);
    } else if (nested && only) this.#nestedMessage(only, entity.body.end);
    else if (nested && !isIdentityEncoding(entity.encoding)) this.#encodedMessage(entity);
    else if (isAttachment(entity)) this.#attachment(entity.body.end, labelOf(entity));
    else this.#text(entity);
  }

  #nestedMessage(entity: MimeEntity, end: number): void {
    this.#depth++;
    this.message(entity, end);
    this.#depth--;
  }

  #multipart(entity: MimeEntity): void {
    this.#nesting++;
    const shown = chooseParts(this.#source.text, entity);
    for (const child of entity.children) {
      if (!shown.has(child) || isAttachment(child)) {
        const alternative = entity.type === 'multipart/alternative' && !isAttachment(child);
        const label = alternative ? `the same text as ${child.type}` : labelOf(child);
        this.#attachment(child.body.end, label);
      } else {
        this.#framing(child.header.bodyStart);
        this.#body(child);
        this.#framing(child.body.end);
      }
    }
    this.#framing(entity.body.end);
    this.#nesting--;
  }

  #encodedMessage(entity: MimeEntity): void {
    if (this.#encodedDepth + this.#depth >= deepestEncodedNesting) {
      this.#attachment(entity.body.end, labelOf(entity));
      return;
    }
    this.#framing(entity.body.start);
    const decoded = decodeTransfer(sliceMapped(this.#source, entity.body), entity, false);
    const inner = new SectionReader(decoded, false, this.#encodedDepth + this.#depth + 1);
    inner.wholeMessage();
    this.sections.push(...inner.sections);
    this.#at = entity.body.end;
  }

  #text(entity: MimeEntity): void {
    this.#framing(entity.body.start);
    for (const { start, end, mapped } of decodeBody(this.#source, entity, this.#fromEscaped)) {
      const plain = entity.type !== 'text/html';
      const blocks = plain ? splitTextBlocks(mapped.text) : [];
      if (blocks.length < 2) {
        this.sections.push({ kind: 'text', range: this.#source.map.toRaw({ start, end }), mapped });
        continue;
      }
      for (const block of blocks) {
        const range = mapped.map.toRaw(block);
        const piece = sliceMapped(mapped, block);
        if (block.kind === 'framing') this.sections.push({ kind: 'framing', range });
        else if (block.kind === 'attachment')
          this.sections.push({ kind: 'attachment', range, label: block.label! });
        else {
          const text = block.dashEscaped ? withoutDashEscapes(piece) : piece;
          const { problem } = mapped;
          const whole = problem === undefined ? text : { ...text, problem };
          this.sections.push({ kind: 'text', range, mapped: whole });
        }
      }
    }
    this.#at = entity.body.end;
  }
}

/** Types of text that are data to a reader. */
const textData =
  /^text\/(?:calendar|x-vcard|vcard|directory|css|rtf|xml|csv|x-amp-html|rfc822-headers)$/;

function isAttachment(entity: MimeEntity): boolean {
  const { type } = entity;
  if (type.startsWith('multipart/') || type === 'message/rfc822' || type === 'message/global')
    return entity.children.length === 0 && type.startsWith('message/') && isTooDeep(entity);
  if (!type.startsWith('text/') || textData.test(type)) return true;
  return entity.disposition?.value === 'attachment' && fileNameOf(entity) !== undefined;
}

/** A nested message that was not read in place because the nesting is too deep. */
function isTooDeep(entity: MimeEntity): boolean {
  return isIdentityEncoding(entity.encoding) && entity.body.end > entity.body.start;
}

function labelOf(entity: MimeEntity): string {
  const name = fileNameOf(entity);
  return name === undefined ? entity.type : `${name} (${entity.type})`;
}
