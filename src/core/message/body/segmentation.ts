import type { TextChange } from '../../text/text-change';
import type { TextRange } from '../../text/text-range';
import type { Block } from './block';
import { LineGroup } from './line-group';
import { headDepth, Segmenter } from './segmenter';
import { isUnwrapped } from './wrapping';

/** A run of lines without a blank one between them, where it begins and what was known there. */
interface GroupStart {
  /** Offset of its first character that is no white space. */
  readonly at: number;
  /** How many blocks stand above. */
  readonly blocks: number;
  /** It goes on with an attachment that began above. */
  readonly inAttachment: boolean;
  readonly rareMark: number;
}

/** A body cut into blocks, and what has to be known to cut it anew around an edit. UTF-16 offsets. */
export interface Segmentation {
  /** As the segmenter made them: who changes them takes copies. */
  readonly blocks: readonly Block[];
  readonly groups: readonly GroupStart[];
  readonly start: number;
  readonly unwrapped: boolean;
}

/** Cuts a stretch of a text into blocks. */
export function segment(text: string, { start, end }: TextRange): Segmentation {
  const unwrapped = isUnwrapped(text, start, end);
  const group = new LineGroup(text, start, end);
  const segmenter = new Segmenter(group, unwrapped);
  const groups: GroupStart[] = [];
  while (group.advance()) takeGroup(segmenter, group, groups);
  return { blocks: segmenter.blocks, groups, start, unwrapped };
}

/**
 * The same for a text that was edited since it was cut: the lines around the edit are read, on to
 * where everything is as before; what is below only moves.
 *
 * @param text  the text after the edit; `range` is the stretch of it to cut
 */
export function segmentAgain(
  previous: Segmentation,
  text: string,
  range: TextRange,
  change: TextChange,
): Segmentation {
  const { start, end } = range;
  const unwrapped = isUnwrapped(text, start, end);
  const first = lastUntouched(previous.groups, change.start);
  const isSame = previous.start === start && previous.unwrapped === unwrapped;
  if (!isSame || change.start < start) return segment(text, range);
  const groups = previous.groups.slice(0, first);
  const above = first > 0 ? previous.groups[first]! : { at: start, blocks: 0, rareMark: 0 };
  const lineStart = first > 0 ? text.lastIndexOf('\n', above.at - 1) + 1 : start;
  const group = new LineGroup(text, lineStart, end);
  const known = previous.blocks.slice(0, above.blocks);
  const segmenter = new Segmenter(group, unwrapped, known, above.rareMark);
  const delta = change.newEnd - change.oldEnd;
  // The group above the first one that may be kept must be untouched too.
  let kept = previous.groups.findIndex(({ at }) => at >= change.oldEnd) + 1;
  if (kept === 0) kept = previous.groups.length;
  while (group.advance()) {
    const at = group.starts[0]! - delta;
    while (kept < previous.groups.length && previous.groups[kept]!.at < at) kept++;
    const same = previous.groups[kept];
    if (same?.at === at && isAsBefore(segmenter, same, previous, delta)) {
      const more = segmenter.blocks.length - same.blocks;
      for (const block of previous.blocks.slice(same.blocks))
        segmenter.blocks.push(moved(block, delta));
      for (const later of previous.groups.slice(kept))
        groups.push({ ...later, at: later.at + delta, blocks: later.blocks + more });
      break;
    }
    takeGroup(segmenter, group, groups);
  }
  return { blocks: segmenter.blocks, groups, start, unwrapped };
}

function takeGroup(segmenter: Segmenter, group: LineGroup, groups: GroupStart[]): void {
  const { blocks, inAttachment, rareMark } = segmenter;
  groups.push({ at: group.starts[0]!, blocks: blocks.length, inAttachment, rareMark });
  segmenter.segmentGroup();
}

/**
 * The last group that begins above an edit, or the first one: those above it end before the edit, and
 * see one character of this one at most. An attachment that goes on over groups is read from its
 * beginning.
 */
function lastUntouched(groups: readonly GroupStart[], offset: number): number {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (groups[middle]!.at < offset) low = middle + 1;
    else high = middle;
  }
  let last = Math.max(0, low - 1);
  while (last > 0 && groups[last]!.inAttachment) last--;
  return last;
}

/** Whether the segmenter knows at a group what it knew at the same group before the edit. */
function isAsBefore(
  segmenter: Segmenter,
  group: GroupStart,
  previous: Segmentation,
  delta: number,
): boolean {
  if (segmenter.inAttachment || group.inAttachment) return false;
  if (segmenter.rareMark !== group.rareMark) return false;
  const count = segmenter.blocks.length;
  if (count !== group.blocks && Math.min(count, group.blocks) < headDepth) return false;
  const above = segmenter.blocks.at(-1);
  const aboveBefore = previous.blocks[group.blocks - 1];
  return above !== undefined && aboveBefore !== undefined
    ? isEqual(above, moved(aboveBefore, delta))
    : above === aboveBefore;
}

function moved(block: Block, delta: number): Block {
  return { ...block, start: block.start + delta, end: block.end + delta };
}

function isEqual(one: Block, other: Block): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Block>;
  return [...keys].every((key) => one[key] === other[key]);
}
