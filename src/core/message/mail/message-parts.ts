import type { TextRange } from '../../text/text-range';
import { headerUrls, parseBody, type BodyUrl } from '../body/parse-body';
import type { Dateline, Part } from '../message';
import { decodeHeaderValue } from './header-text';
import { readHeaderFacts } from './message-header';
import type { MessageSection } from './message-sections';

/** What the body of a message holds; ranges count in the file. */
export interface MessageContent {
  readonly parts: readonly Part[];
  readonly datelines: readonly Dateline[];
  readonly quotedDatelines: readonly Dateline[];
  readonly url: string | null;
  readonly urls: readonly string[];
}

/**
 * Outlines the sections of a message. `file` is the text their ranges count in; `subject` that of
 * the message, without the list's tag: a title repeats it.
 */
export function outlineSections(
  file: string,
  range: TextRange,
  sections: readonly MessageSection[],
  subject: string | null,
): MessageContent {
  const collector = new PartCollector(file, range, subject);
  for (const section of sections) {
    if (section.kind === 'header') collector.header(section);
    else if (section.kind === 'framing') collector.add('rule', section.range);
    else if (section.kind === 'attachment')
      collector.add('attachment', section.range, { text: section.label });
    else if (section.kind === 'page') {
      const { part, range: place, text, items } = section;
      collector.add(part, place, items === undefined ? { text } : { text, items });
    } else collector.text(section);
  }
  return collector.finish();
}

type SectionOf<Kind extends MessageSection['kind']> = Extract<MessageSection, { kind: Kind }>;

type PartDetail = { -readonly [Key in 'text' | 'level' | 'items']?: Part[Key] };

class PartCollector {
  readonly #file: string;
  readonly #range: TextRange;
  readonly #parts: Part[] = [];
  readonly #datelines: Dateline[] = [];
  readonly #quotedDatelines: Dateline[] = [];
  readonly #urls: BodyUrl[] = [];
  #subject: string | null;
  #at: number;

  constructor(file: string, range: TextRange, subject: string | null) {
    this.#subject = subject;
    this.#file = file;
    this.#range = range;
    this.#at = range.start;
  }

  /** One part for each header field, with the decoded value where the file has it encoded. */
  header({ source, block, range, depth }: SectionOf<'header'>): void {
    if (block.fields.length === 0) this.add('header', range);
    if (depth > 0) this.#subject = readHeaderFacts(source.text, block).subject;
    for (const [index, field] of block.fields.entries()) {
      // The first field's part takes in an mbox separator line that stands before it.
      const raw = source.map.toRaw(field);
      const start = index === 0 ? Math.min(range.start, raw.start) : raw.start;
      const stored = source.text.slice(field.start, field.end);
      const value = decodeHeaderValue(source.text.slice(field.valueStart, field.end));
      const name = source.text.slice(field.start, field.valueStart);
      const decoded = `${name} ${value}`;
      const same = decoded === stored && stored === this.#file.slice(raw.start, raw.end);
      this.add('header', { start, end: raw.end }, same ? {} : { text: decoded });
    }
  }

  text({ mapped, range }: SectionOf<'text'>): void {
    const body = parseBody(mapped.text, { subject: this.#subject });
    for (const { kind, start, end, level, items } of body.parts) {
      const raw = mapped.map.toRaw({ start, end });
      const text = mapped.text.slice(start, end);
      const same = text === this.#file.slice(raw.start, raw.end);
      this.add(kind, raw, {
        ...(same ? {} : { text }),
        ...(level === undefined ? {} : { level }),
        ...(items === undefined ? {} : { items }),
      });
    }
    if (body.parts.length > 0) this.#cover(range.end);
    else this.add('rule', range);
    const placed = (dateline: Dateline) => ({ ...dateline, ...mapped.map.toRaw(dateline) });
    this.#datelines.push(...body.datelines.map(placed));
    this.#quotedDatelines.push(...body.quotedDatelines.map(placed));
    this.#urls.push(...body.urls);
  }

  /** Adds a part without the white space around it; parts never overlap and leave only white space. */
  add(kind: Part['kind'], range: TextRange, detail: PartDetail = {}): void {
    const decodedStart = Math.max(this.#at, range.start);
    const start = this.#markupBefore(this.#escapeBefore(decodedStart));
    this.#cover(start);
    const trimmed = this.#trim({ start, end: Math.min(range.end, this.#range.end) });
    if (trimmed.end <= trimmed.start) return;
    if (start < decodedStart) detail.text ??= this.#file.slice(decodedStart, trimmed.end);
    const previous = this.#parts.at(-1);
    if (kind === 'rule' && previous?.kind === 'rule' && detail.text === undefined) {
      this.#parts[this.#parts.length - 1] = { ...previous, end: trimmed.end };
    } else {
      this.#parts.push({ kind, ...trimmed, ...detail });
    }
    this.#at = trimmed.end;
  }

  /** Where a line begins whose escape (">From ", "- -") was undone, so that it opens the part; else `start`. */
  #escapeBefore(start: number): number {
    for (const escape of ['>', '- ']) {
      const lineStart = start - escape.length;
      if (lineStart < this.#at || !this.#file.startsWith(escape, lineStart)) continue;
      if (lineStart === 0 || this.#file.charCodeAt(lineStart - 1) === 10) return lineStart;
    }
    return start;
  }

  /** Where the tags begin that open what begins at `start`; those that close what is above stay there. */
  #markupBefore(start: number): number {
    const gap = this.#file.slice(this.#at, start);
    const block = gap.search(/<(?:p|ul|ol|dl|li|blockquote|h[1-6])\b/i);
    if (block !== -1) return this.#at + block;
    // Other elements only where they stand on the text's own line.
    const line = gap.lastIndexOf('\n') + 1;
    const tag = gap.slice(line).search(/<(?!br\b)[a-z]/i);
    return tag === -1 ? start : this.#at + line + tag;
  }

  /** What was not outlined up to `end` (encoding, markup) belongs to the part before it. */
  #cover(end: number): void {
    const gap = this.#trim({ start: this.#at, end: Math.min(end, this.#range.end) });
    if (gap.end <= gap.start) return;
    const previous = this.#parts.pop();
    if (!previous) {
      this.#parts.push({ kind: 'rule', ...gap });
    } else {
      const text = previous.text ?? this.#file.slice(previous.start, previous.end);
      const extended = { ...previous, end: gap.end };
      this.#parts.push(previous.kind === 'rule' ? extended : { ...extended, text });
    }
    this.#at = gap.end;
  }

  #trim({ start, end }: TextRange): TextRange {
    let first = start;
    let last = end;
    while (first < last && isBlank(this.#file.charCodeAt(first))) first++;
    while (last > first && isBlank(this.#file.charCodeAt(last - 1))) last--;
    return { start: first, end: last };
  }

  finish(): MessageContent {
    this.#cover(this.#range.end);
    return {
      parts: this.#parts,
      datelines: this.#datelines,
      quotedDatelines: this.#quotedDatelines,
      ...headerUrls(this.#urls),
    };
  }
}

/** White space in the sense of `String.prototype.trim`. */
function isBlank(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true;
  return code >= 160 && /\s/.test(String.fromCharCode(code));
}
