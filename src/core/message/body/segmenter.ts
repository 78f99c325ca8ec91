import type { PartKind } from '../message';
import { attachmentStart } from './attachment';
import {
  announcesMessage,
  attributionStart,
  fieldLines,
  isSuperciteAttribution,
} from './attribution';
import { blockOf, type Block } from './block';
import { isClosingRun } from './closing';
import { beginsFooter, isArchiveNavigation, isListFooter } from './footer';
import type { LineGroup } from './line-group';
import { listMarker, type ListMarker } from './list-item';
import { listLines } from './list-lines';
import { startsList } from './list-start';
import { plainBlocks, underlines } from './plain-run';
import {
  isBarQuoted,
  isQuotedLine,
  isRareMark,
  isRarelyQuoted,
  quotePrefix,
  rareMark,
} from './quotation';
import { isLabelledRule, isRule, mayBeginRule } from './rule';
import { endsSignature, opensSignature } from './signature';

const hyphen = 45;
/** The head of an article stands within as many blocks. */
export const headDepth = 8;

/**
 * Cuts a body into blocks, one pass over its lines. What a block is, is decided here as far as its own
 * lines tell; titles, headings, signatures and footers wait for the passes that see the neighbours.
 */
export class Segmenter {
  /** Ends an attachment that spans blank lines. */
  #until: RegExp | undefined;
  readonly #group: LineGroup;
  /** The rare sign with which the lines below an attribution were marked: from then on it quotes; 0 for none. */
  rareMark: number;

  /**
   * @param group    filled with one group of lines after the other
   * @param blocks   those above the lines, which are added to
   * @param rareMark as it was found above the lines
   */
  constructor(
    group: LineGroup,
    readonly unwrapped: boolean,
    readonly blocks: Block[] = [],
    rareMark = 0,
  ) {
    this.#group = group;
    this.rareMark = rareMark;
  }

  /** Whether an attachment has not ended yet. */
  get inAttachment(): boolean {
    return this.#until !== undefined;
  }

  #add(kind: PartKind, from: number, to: number, more?: Partial<Block>): void {
    this.blocks.push(blockOf(this.#group, kind, from, to, more));
  }

  /** Cuts the lines that the group holds now. */
  segmentGroup(): void {
    const group = this.#group;
    let line = 0;
    if (this.#until) line = this.#continueAttachment(this.#until);
    while (line < group.count) line = this.#takeSpecial(line) ?? this.#takePlain(line);
  }

  #continueAttachment(until: RegExp): number {
    const group = this.#group;
    const attachment = this.blocks.at(-1)!;
    for (let line = 0; line < group.count; line++) {
      attachment.end = group.ends[line]!;
      attachment.lines++;
      if (until.test(group.line(line, 80))) {
        this.#until = undefined;
        return line + 1;
      }
    }
    return group.count;
  }

  #isQuoted(line: number): boolean {
    if (isQuotedLine(this.#group, line)) return true;
    const { text, starts } = this.#group;
    const mark = rareMark(text, starts[line]!);
    if (mark !== 0) {
      if (this.blocks.at(-1)?.kind === 'attribution' && isRarelyQuoted(text, starts[line]!))
        this.rareMark = mark;
      return mark === this.rareMark;
    }
    if (!isBarQuoted(this.#group, line)) return false;
    // One bar alone may be anything; two lines with bars quote.
    return (
      (line > 0 && isBarQuoted(this.#group, line - 1)) ||
      (line + 1 < this.#group.count && isBarQuoted(this.#group, line + 1))
    );
  }

  /** Takes what is recognised by its first line; returns the line after it, or null. */
  #takeSpecial(line: number): number | null {
    const group = this.#group;
    if (this.#isQuoted(line)) {
      if (!isSuperciteAttribution(group, line)) return this.#takeQuotation(line);
      this.#add('attribution', line, line + 1);
      return line + 1;
    }
    const code = group.firstCode(line);
    if (code === hyphen || code === 98) {
      const attachment = attachmentStart(group, line);
      if (attachment) return this.#takeAttachment(line, attachment.until);
      if (opensSignature(group, line)) {
        let to = line + 1;
        while (to < group.count && !this.#isQuoted(to) && !endsSignature(group, to)) to++;
        this.#add('signature', line, to, { opens: 'signature' });
        return to;
      }
    }
    if (mayBeginRule(code) && group.length(line) <= 400) {
      const text = group.line(line);
      if (isRule(text)) {
        if (isListFooter(group, line)) return this.#takeFooter(line);
        this.#add('rule', line, line + 1);
        return line + 1;
      }
      if (announcesMessage(text)) {
        const fields = fieldLines(group, line + 1);
        this.#add('attribution', line, line + 1 + fields);
        return line + 1 + fields;
      }
      if (isLabelledRule(text)) {
        this.#add('rule', line, line + 1);
        return line + 1;
      }
    }
    if (beginsFooter(group, line)) return this.#takeFooter(line);
    const fields = fieldLines(group, line);
    if (fields > 0) {
      this.#add('header', line, line + fields);
      return line + fields;
    }
    const marker = listMarker(group, line);
    return marker && startsList(group, line, line, marker, this.unwrapped, this.blocks.at(-1))
      ? this.#takeList(line, marker)
      : null;
  }

  #takeQuotation(from: number): number {
    const group = this.#group;
    let level = 1;
    let empty = true;
    let line = from;
    for (; line < group.count && this.#isQuoted(line); line++) {
      if (line > from && isSuperciteAttribution(group, line)) break;
      const prefix = quotePrefix(group.text, group.starts[line]!, group.ends[line]!);
      if (prefix.level > level) level = prefix.level;
      if (prefix.end < group.ends[line]!) empty = false;
    }
    // Marks alone on one line quote nothing; nor do those that stand indented before one (" >>>> Here").
    const alone = line - from === 1;
    if (alone && empty) this.#add('rule', from, line);
    else if (alone && level > 2 && group.indent(from) > 0) this.#add('paragraph', from, line);
    else this.#add('quotation', from, line, { level });
    return line;
  }

  #takeAttachment(from: number, until: RegExp | undefined): number {
    const group = this.#group;
    let line = from + 1;
    if (until) {
      while (line < group.count && !until.test(group.line(line, 80))) line++;
      if (line < group.count) line++;
      else this.#until = until;
    } else {
      while (
        line < group.count &&
        !attachmentStart(group, line) &&
        !beginsFooter(group, line) &&
        !(mayBeginRule(group.firstCode(line)) && isRule(group.line(line)))
      )
        line++;
    }
    this.#add('attachment', from, line);
    return line;
  }

  #takeFooter(from: number): number {
    const group = this.#group;
    let line = from + 1;
    while (line < group.count && !this.#isQuoted(line) && !attachmentStart(group, line)) line++;
    this.#add('footer', from, line);
    return line;
  }

  #takeList(from: number, marker: ListMarker): number {
    const group = this.#group;
    if (isArchiveNavigation(group.line(from, 80))) {
      this.#add('footer', from, group.count, { marker: 'navigation' });
      return group.count;
    }
    const interrupts = (line: number) => this.#interrupts(from, line);
    const { to, items, last } = listLines(group, from, marker, this.unwrapped, interrupts);
    this.#add('list', from, to, {
      items,
      marker: last.family,
      ...(last.number === undefined ? {} : { number: last.number }),
      ...(last.roman === undefined ? {} : { roman: last.roman }),
    });
    return to;
  }

  /** True when another kind of block begins at a line within a run of plain lines or a list. */
  #interrupts(runStart: number, line: number): boolean {
    const group = this.#group;
    const code = group.firstCode(line);
    if (code === 62 || code === 124 || isRareMark(code) || (code >= 65 && code <= 90)) {
      if (this.#isQuoted(line)) return true;
    }
    if (code === hyphen || code === 98) {
      if (attachmentStart(group, line)) return true;
      if (group.length(line) === 2 && group.text.startsWith('--', group.starts[line])) return true;
    }
    if (mayBeginRule(code) && group.length(line) >= 3 && group.length(line) <= 400) {
      const text = group.line(line);
      if (isRule(text)) return !/[|+]/.test(text) || !/\|/.test(group.line(line - 1));
      if (announcesMessage(text) || isLabelledRule(text)) return true;
    }
    if (beginsFooter(group, line)) return true;
    const marker = listMarker(group, line);
    return marker !== null && startsList(group, runStart, line, marker, this.unwrapped);
  }

  /** Takes a run of lines that nothing interrupts. */
  #takePlain(from: number): number {
    const group = this.#group;
    let to = from + 1;
    for (;;) {
      const start = attributionStart(group, from, to - 1);
      if (start !== -1) {
        if (start > from) this.#addPlain(from, start);
        this.#add('attribution', start, to);
        return to;
      }
      if (to >= group.count || this.#interrupts(from, to)) break;
      to++;
    }
    if (to < group.count && underlines(group, from, to)) {
      if (to - 1 > from) this.#addPlain(from, to - 1);
      this.#add('heading', to - 1, to + 1, { level: group.firstCode(to) === 61 ? 1 : 2 });
      return to + 1;
    }
    this.#addPlain(from, to);
    return to;
  }

  #addPlain(from: number, to: number): void {
    if (isClosingRun(this.#group, from, to, this.blocks.at(-1))) {
      this.#add('paragraph', from, to, { closing: true });
      return;
    }
    const top = this.blocks.length < headDepth;
    for (const block of plainBlocks(this.#group, from, to, this.unwrapped, top))
      this.blocks.push(block);
  }
}
