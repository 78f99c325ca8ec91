import type { PartKind } from '../message';
import type { LineGroup } from './line-group';
import { endsSentence } from './sentence';

/**
 * A block of a body while it is being found: later passes, which know its neighbours, may still
 * change its kind. Offsets are UTF-16 units over the text that is parsed.
 */
export interface Block {
  kind: PartKind;
  start: number;
  end: number;
  /** How many lines it has; white space between its lines is not counted. */
  lines: number;
  /** Column of its first line. */
  indent: number;
  level?: number;
  items?: number;
  /** What kind of marker a list's items have. */
  marker?: string;
  /** Number of a list's last item. */
  number?: number;
  /** The same read as a Roman numeral, where it may be one. */
  roman?: number;
  /** Set for the line that opens a signature: how far it goes is settled when the whole body is known. */
  opens?: 'signature';
  /** The closing words of a letter, or the name below them. */
  closing?: boolean;
  /** A dateline was found at its start. */
  dated?: boolean;
}

/** Text of a block, at most `limit` units of it, white space as stored. */
export function blockText(text: string, block: Block, limit = 600): string {
  return text.slice(block.start, Math.min(block.end, block.start + limit));
}

/** True for at least `least` UTF-16 units that end as a sentence does. */
export function endsAsSentence(text: string, { start, end }: Block, least: number): boolean {
  return end - start >= least && endsSentence(text.slice(Math.max(start, end - 12), end));
}

/** The block of the lines `from` to `to` (exclusive) of a group. */
export function blockOf(
  group: LineGroup,
  kind: PartKind,
  from: number,
  to: number,
  more?: Partial<Block>,
): Block {
  return {
    kind,
    start: group.starts[from]!,
    end: group.ends[to - 1]!,
    lines: to - from,
    indent: group.indent(from),
    ...more,
  };
}
