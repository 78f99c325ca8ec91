import type { LineGroup } from './line-group';
import { continuesList, listMarker, type ListMarker } from './list-item';
import { standsAlone } from './plain-run';
import { continuesSentence } from './wrapping';

/** How far a list goes within a group of lines. */
export interface ListLines {
  /** The line below its last one. */
  readonly to: number;
  readonly items: number;
  /** Marker of the last item on the list's own level. */
  readonly last: ListMarker;
}

/**
 * Reads the lines of the list that begins at line `from`: its items, those below them, and the lines with
 * which they go on.
 *
 * @param interrupts true for a line with which another kind of block begins.
 */
export function listLines(
  group: LineGroup,
  from: number,
  marker: ListMarker,
  unwrapped: boolean,
  interrupts: (line: number) => boolean,
): ListLines {
  const indent = group.indent(from);
  let items = 1;
  let hanging = false;
  let last: ListMarker = marker;
  let line = from + 1;
  for (; line < group.count; line++) {
    const next = listMarker(group, line);
    if (
      next &&
      (continuesList(marker, next) || continuesList(last, next) || group.indent(line) > indent)
    ) {
      items++;
      if (group.indent(line) <= indent) last = next;
      continue;
    }
    if (interrupts(line) || isHeadOfStory(group, from, line)) break;
    const column = group.indent(line);
    if (column > indent) {
      hanging = true;
      continue;
    }
    // Wrapped text may go on at the margin; not below a hanging item, a short one, or whole lines.
    if (unwrapped || column < indent || endsShort(group, line - 1)) break;
    if (hanging && !continuesSentence(group, line)) break;
  }
  return { to: line, items, last };
}

/** True when a numbered line alone above an address, a date or a byline is the head of a digest's story. */
function isHeadOfStory(group: LineGroup, from: number, line: number): boolean {
  if (line !== from + 1 || group.indent(line) > group.indent(from) || !standsAlone(group, line))
    return false;
  for (let below = line + 1; below < group.count && below < from + 12; below++)
    if (listMarker(group, below)) return false;
  return true;
}

/** True when the next line's first word, in capitals, would have fitted: that line begins anew. */
function endsShort(group: LineGroup, line: number): boolean {
  return group.length(line) < 50 && /^["“«„'‘(]?\p{Lu}/u.test(group.line(line + 1, 3));
}
