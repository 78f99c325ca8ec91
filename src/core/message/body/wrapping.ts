import { isSignedBy } from './byline';
import type { LineGroup } from './line-group';
import { endsSentence, isTitleCase, wordCount } from './sentence';
import { skipWhiteSpace, trimmedEnd } from './white-space';

/** How far the question "is this text hard-wrapped?" looks. */
const sample = 65536;
/** A longer line of prose was not wrapped by a mail program. */
const longLine = 105;
const shortest = 40;

/** Twice the width for the scripts whose characters are two columns wide. */
function isWide(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  return code >= 0x2e80 && code < 0xfb00;
}

function isLong(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length > longLine) return text.indexOf(' ', start) < end - 20 || isWide(text, start);
  return length > longLine / 2 && isWide(text, start);
}

function beginsLower(text: string, at: number): boolean {
  return /^\p{Ll}/u.test(text.slice(at, at + 2));
}

/** True when a line break stands within a sentence: no stop before it and a lower-case letter after it. */
function isSoft(text: string, start: number, end: number, nextStart: number): boolean {
  return (
    end - start >= shortest &&
    beginsLower(text, nextStart) &&
    !endsSentence(text.slice(Math.max(start, end - 12), end))
  );
}

/** True when a line goes on with the sentence of the line above it. */
export function continuesSentence(group: LineGroup, line: number): boolean {
  return isSoft(group.text, group.starts[line - 1]!, group.ends[line - 1]!, group.starts[line]!);
}

/** What the line breaks within groups say about how a text is set. */
interface BreakCounts {
  /** Lines too long for a mail program. */
  long: number;
  /** Breaks within a sentence. */
  soft: number;
  /** Breaks between a sentence's end and a capital. */
  sentence: number;
  /** All other breaks. */
  other: number;
}

function countBreaks(text: string, from: number, end: number): BreakCounts {
  const counts = { long: 0, soft: 0, sentence: 0, other: 0 };
  let previousStart = -1;
  let previousEnd = -1;
  for (let at = from; at < end;) {
    let lineEnd = text.indexOf('\n', at);
    if (lineEnd === -1 || lineEnd > end) lineEnd = end;
    const start = skipWhiteSpace(text, at, lineEnd);
    const code = text.charCodeAt(start);
    if (start < lineEnd && code !== 62 && code !== 124) {
      const trimmed = trimmedEnd(text, start, lineEnd);
      if (isLong(text, start, trimmed)) counts.long++;
      if (previousStart !== -1) counts[breakKind(text, previousStart, previousEnd, start)]++;
      previousStart = start;
      previousEnd = trimmed;
    } else previousStart = -1;
    at = lineEnd + 1;
  }
  return counts;
}

function breakKind(
  text: string,
  start: number,
  end: number,
  next: number,
): 'soft' | 'sentence' | 'other' {
  if (isSoft(text, start, end, next)) return 'soft';
  const closed = endsSentence(text.slice(Math.max(start, end - 12), end));
  return closed && /^["“«„'‘(]?[\p{Lu}\d]/u.test(text.slice(next, next + 3)) ? 'sentence' : 'other';
}

/**
 * True when the text's paragraphs are single lines however long, so that every line break ends one.
 * Decided by the first 64 KiB: long lines of prose, and hardly any that break within a sentence; or
 * short lines of which every one that has a neighbour ends as a sentence does.
 */
export function isUnwrapped(text: string, from: number, to: number): boolean {
  const { long, soft, sentence, other } = countBreaks(text, from, Math.min(to, from + sample));
  return long > soft || (soft === 0 && other === 0 && sentence >= 2);
}

/** True when every line of a run is a paragraph of its own. */
export function isRunOfParagraphs(
  group: LineGroup,
  from: number,
  to: number,
  unwrapped: boolean,
): boolean {
  if (to - from < 2) return false;
  const { text, starts, ends } = group;
  let long = false;
  let short = true;
  let allSentences = true;
  for (let line = from; line < to; line++) {
    if (isLong(text, starts[line]!, ends[line]!)) long = true;
    if (group.length(line) > 60 || isWide(text, starts[line]!)) short = false;
    if (line + 1 < to) {
      // One break within a sentence shows that the run is wrapped, at whatever width.
      if (isSoft(text, starts[line]!, ends[line]!, starts[line + 1]!)) return false;
      if (beginsLower(text, starts[line + 1]!)) allSentences = false;
    }
    if (
      allSentences &&
      !endsSentence(text.slice(Math.max(starts[line]!, ends[line]! - 12), ends[line]))
    )
      allSentences = false;
  }
  if (allSentences && to - from >= 3) return true;
  // Short lines that are no sentences are an address, a table, a name below "Apologies."
  return long || (unwrapped && !(short && !mayBeHead(group, from, to)));
}

/** Title, deck and byline may stand line below line. */
function mayBeHead(group: LineGroup, from: number, to: number): boolean {
  for (let line = from; line < to; line++) {
    const content = group.line(line, 80);
    if (isSignedBy(content)) return true;
    if (!isTitleCase(content) || wordCount(content) < 3 || /[:@\d]/.test(content)) return false;
  }
  return true;
}

/** Widest line of a run, in UTF-16 units. */
function widestLine(group: LineGroup, from: number, to: number): number {
  let widest = 0;
  for (let line = from; line < to; line++) widest = Math.max(widest, group.length(line));
  return widest;
}

/** True when the next line's first word would have fitted with room to spare: somebody broke the line on purpose. */
function endsEarly(group: LineGroup, line: number, width: number): boolean {
  const start = group.starts[line + 1]!;
  const space = group.text.indexOf(' ', start);
  const word = Math.min(space === -1 ? 99 : space - start, group.length(line + 1));
  return group.length(line) + 1 + word <= width - 8;
}

/** Marks of the text browser lynx, which stand where a paragraph's picture or indent stood. */
function beginsWithLynxMark(group: LineGroup, line: number): boolean {
  return (
    group.firstCode(line) === 91 && /^\[(?:INLINE|IMAGE|LINK|EMBED)\]/.test(group.line(line, 9))
  );
}

/**
 * Lines of a wrapped run with which a new paragraph begins: an indent after a sentence's end, or a
 * line that ends early between two stretches of full lines. The first line is not among them.
 */
export function paragraphBreaks(group: LineGroup, from: number, to: number): number[] {
  const breaks: number[] = [];
  if (to - from < 2) return breaks;
  let indented = false;
  for (let line = from; line < to && !indented; line++) {
    indented = group.lineStarts[line] !== group.starts[line];
  }
  const width = widestLine(group, from, to);
  const margin = indented ? leastIndent(group, from, to) : 0;
  const separate = indented && indentedLinesEnd(group, from, to, margin);
  for (let line = from + 1; line < to; line++) {
    if (separate && group.indent(line) > margin + 1) breaks.push(line);
    else if (beginsWithLynxMark(group, line)) breaks.push(line);
    else if (indented && isFirstLineIndent(group, from, line, to)) breaks.push(line);
    else if (indented && repeatsIndent(group, breaks.at(-1) ?? from, line, margin))
      breaks.push(line);
  }
  if (breaks.length > 0 || to - from < 4 || width < 50) return breaks;
  let last = from;
  for (let line = from + 1; line < to - 2; line++) {
    if (
      line + 1 - last >= 2 &&
      endsEarly(group, line, width) &&
      endsSentence(
        group.text.slice(group.ends[line]! - Math.min(12, group.length(line)), group.ends[line]),
      ) &&
      group.lastCode(line) !== 58 &&
      /^["“«„'‘`(]*[\p{Lu}\d]/u.test(group.line(line + 1, 6)) &&
      !endsEarlyAny(group, last, line, width) &&
      group.length(line + 1) > width * 0.7
    ) {
      breaks.push(line + 1);
      last = line + 1;
    }
  }
  return breaks;
}

/** True when a line before `line` ends early as well: the run is ragged, and its breaks say nothing. */
function endsEarlyAny(group: LineGroup, from: number, line: number, width: number): boolean {
  for (let at = Math.max(from, line - 6); at < line; at++)
    if (endsEarly(group, at, width)) return true;
  return false;
}

function leastIndent(group: LineGroup, from: number, to: number): number {
  let least = group.indent(from);
  for (let line = from + 1; line < to && least > 0; line++)
    least = Math.min(least, group.indent(line));
  return least;
}

/** True when every indented line is a sentence or more of its own: each is a paragraph. */
function indentedLinesEnd(group: LineGroup, from: number, to: number, margin: number): boolean {
  let count = 0;
  for (let line = from; line < to; line++) {
    if (group.indent(line) <= margin + 1) continue;
    if (
      beginsLower(group.text, group.starts[line]!) ||
      !endsSentence(
        group.text.slice(Math.max(group.starts[line]!, group.ends[line]! - 12), group.ends[line]),
      )
    )
      return false;
    count++;
  }
  return count >= 2;
}

/** A line below a paragraph of one line, indented as that was, begins the next paragraph. */
function repeatsIndent(group: LineGroup, start: number, line: number, margin: number): boolean {
  if (line !== start + 1) return false;
  const indent = group.indent(line);
  return (
    indent > margin + 1 &&
    indent === group.indent(start) &&
    endsSentence(group.line(start).slice(-12))
  );
}

const label = /^\p{Lu}[\p{L} -]{1,24}:\s/u;

function isFirstLineIndent(group: LineGroup, from: number, line: number, to: number): boolean {
  const indent = group.indent(line);
  const before = group.indent(line - 1);
  const wide = group.text.charCodeAt(group.lineStarts[line]!) === 0x3000;
  if (indent < before || (indent === before && !(indent > 0 && wide))) {
    // A run of one-line paragraphs, each indented: the next line at the same column after a full stop.
    return false;
  }
  if ((indent - before < 2 && !wide) || beginsLower(group.text, group.starts[line]!)) return false;
  if (endsSentence(group.line(line - 1).slice(-12))) return true;
  // Labels set flush right: "Platform: PC" above "Status: new".
  if (label.test(group.line(line, 40)) && label.test(group.line(line - 1, 40))) return false;
  const after = line + 1 < to ? group.indent(line + 1) : -1;
  return line - 1 > from && after !== -1 && after < indent;
}
