import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import { decodeHeaderValue } from './mail/header-text';
import { sectionsOf } from './mail/lazy-message';
import type { MessageSection } from './mail/message-sections';
import type { MappedText, OffsetMap } from './mail/offset-map';
import { shiftMap, sliceMapped } from './mail/offset-map';
import type { Message } from './message';

/** A message as readable text: some header fields, a blank line, the decoded body. */
export interface DecodedMessage {
  /** LF line ends; itself a message that `parseMail` reads. */
  readonly text: string;
  /** Sentences for the user about what could not be decoded as it was declared. */
  readonly problems: readonly string[];
  /** A range of `text` -> the stretch of the file it comes from (UTF-16 offsets of canonical text). */
  toRaw(range: TextRange): TextRange;
  /** A range of the file -> where it is shown in `text`; empty where nothing of it is. */
  toDecoded(range: TextRange): TextRange;
}

/** The fields a reader wants, in the order in which they are shown. */
const shownFields = [
  'from', 'to', 'cc', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'list-id',
]; // prettier-ignore

/** Makes one message readable. Messages of extracted and plain text are shown as they stand. */
export function decodeMessage(source: SourceText, message: Message): DecodedMessage {
  const writer = new DecodedWriter();
  const sections = sectionsOf(message);
  if (!sections) {
    writer.verbatim(source.slice(message), message.start);
    return writer.finish();
  }
  for (const section of sections) writer.section(section);
  return writer.finish();
}

/** A stretch of the readable text and how it leads into the file; offsets count from its start. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly raw: TextRange;
  /** Absent: the piece stands for the whole of `raw` and is not divided. */
  readonly map?: OffsetMap;
}

class DecodedWriter {
  readonly #pieces: Piece[] = [];
  readonly #texts: string[] = [];
  readonly #problems: string[] = [];
  #length = 0;
  #headers = 0;

  section(section: MessageSection): void {
    switch (section.kind) {
      case 'header':
        this.#header(section);
        break;
      case 'text':
        this.#separate();
        this.#text(section);
        if (section.mapped.problem !== undefined) this.#problems.push(section.mapped.problem);
        break;
      case 'attachment':
        this.#separate();
        this.#add(`[Attachment: ${section.label}]`, section.range);
        break;
      case 'page':
        // Of a page, the fields and the list are text for the reader; the links below are not.
        if (section.part !== 'footer') {
          this.#separate();
          this.#add(section.text, section.range);
        }
        break;
      case 'framing':
        break;
    }
  }

  #text({ mapped, range }: Extract<MessageSection, { kind: 'text' }>): void {
    const { text, map } = trimBlankLines(mapped);
    this.#add(text, range, map);
  }

  verbatim(text: string, start: number): void {
    this.#add(text, { start, end: start + text.length }, shiftMap(start));
  }

  finish(): DecodedMessage {
    const pieces = this.#pieces;
    const text = this.#texts.join('');
    return {
      text: text === '' || text.endsWith('\n') ? text : `${text}\n`,
      problems: [...new Set(this.#problems)],
      toRaw: (range) => rawRange(pieces, range),
      toDecoded: (range) => decodedRange(pieces, range),
    };
  }

  /** The wanted fields of a header block, each on one line. */
  #header({ source, block }: Extract<MessageSection, { kind: 'header' }>): void {
    if (this.#headers++ > 0) this.#separate();
    for (const wanted of shownFields) {
      for (const field of block.fields) {
        if (field.name !== wanted) continue;
        const name = source.text.slice(field.start, field.valueStart);
        const value = source.text.slice(field.valueStart, field.end);
        const decoded = decodeHeaderValue(value);
        if (decoded === '') continue;
        const raw = source.map.toRaw(field);
        const line = `${name} ${decoded}`;
        const same = line === source.text.slice(field.start, field.end);
        this.#add(
          line,
          raw,
          same && raw.end - raw.start === line.length ? shiftMap(raw.start) : undefined,
        );
        this.#texts.push('\n');
        this.#length++;
      }
    }
  }

  /** A blank line before the next piece. */
  #separate(): void {
    if (this.#length === 0) return;
    const last = this.#texts.at(-1)!;
    const breaks = last.endsWith('\n') ? '\n' : '\n\n';
    this.#texts.push(breaks);
    this.#length += breaks.length;
  }

  #add(text: string, raw: TextRange, map?: OffsetMap): void {
    if (text === '') return;
    const start = this.#length;
    this.#length += text.length;
    this.#texts.push(text);
    this.#pieces.push({ start, end: this.#length, raw, ...(map ? { map } : {}) });
  }
}

/** Blank lines before the text and white space behind it are not shown. */
function trimBlankLines(mapped: MappedText): MappedText {
  const first = mapped.text.search(/\S/);
  if (first === -1) return { ...mapped, text: '' };
  const start = mapped.text.lastIndexOf('\n', first) + 1;
  return sliceMapped(mapped, { start, end: mapped.text.trimEnd().length });
}

function rawRange(pieces: readonly Piece[], range: TextRange): TextRange {
  const touched = pieces.filter((piece) => piece.start < range.end && piece.end > range.start);
  const first = touched[0];
  if (!first) {
    const before = pieces.findLast((piece) => piece.end <= range.start);
    const at = before?.raw.end ?? pieces[0]?.raw.start ?? 0;
    return { start: at, end: at };
  }
  const ranges = touched.map((piece) =>
    piece.map
      ? piece.map.toRaw({
          start: Math.max(0, range.start - piece.start),
          end: Math.min(range.end, piece.end) - piece.start,
        })
      : piece.raw,
  );
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}

function decodedRange(pieces: readonly Piece[], range: TextRange): TextRange {
  const touched = pieces.filter(({ raw }) => raw.start < range.end && raw.end > range.start);
  if (touched.length === 0) {
    const next = pieces.find(({ raw }) => raw.start >= range.end);
    const at = next?.start ?? pieces.at(-1)?.end ?? 0;
    return { start: at, end: at };
  }
  const ranges = touched.map((piece) => {
    if (!piece.map) return { start: piece.start, end: piece.end };
    const { start, end } = piece.map.toDecoded({
      start: Math.max(range.start, piece.raw.start),
      end: Math.min(range.end, piece.raw.end),
    });
    const length = piece.end - piece.start;
    return {
      start: piece.start + Math.min(Math.max(0, start), length),
      end: piece.start + Math.min(Math.max(0, end), length),
    };
  });
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}
