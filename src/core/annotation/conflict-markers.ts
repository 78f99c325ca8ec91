import type { TextRange } from '../text/text-range';

/** One conflict that git left in a file: UTF-16 ranges of whole lines. */
export interface Conflict {
  /** From the line `<<<<<<<` to behind the line `>>>>>>>`. */
  readonly range: TextRange;
  readonly ours: TextRange;
  /** Present in the styles diff3 and zdiff3 only. */
  readonly base?: TextRange;
  readonly theirs: TextRange;
}

const markerLine = /^(<{7}|\|{7}|={7}|>{7})(?: [^\r\n]*)?\r?$/gm;

/**
 * Finds git's conflict markers. They stand at the beginning of a line, where nothing of a sidecar's
 * YAML can look like them: texts inside it are indented or quoted. Linear.
 */
export function findConflicts(text: string): Conflict[] {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return [];
  const conflicts: Conflict[] = [];
  let lines: { marker: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(markerLine)) {
    const start = match.index;
    const lineBreak = text.indexOf('\n', start);
    const line = {
      marker: match[1]![0]!,
      start,
      end: lineBreak === -1 ? text.length : lineBreak + 1,
    };
    if (line.marker === '<') lines = [line];
    else lines.push(line);
    if (line.marker === '>') {
      const conflict = assemble(lines);
      if (conflict) conflicts.push(conflict);
      lines = [];
    }
  }
  return conflicts;
}

function assemble(
  lines: readonly { marker: string; start: number; end: number }[],
): Conflict | undefined {
  const markers = lines.map((line) => line.marker).join('');
  if (markers !== '<=>' && markers !== '<|=>') return undefined;
  const [first, ...rest] = lines;
  const base = markers.length === 4 ? rest.shift() : undefined;
  const [middle, last] = rest;
  return {
    range: { start: first!.start, end: last!.end },
    ours: { start: first!.end, end: (base ?? middle!).start },
    ...(base ? { base: { start: base.end, end: middle!.start } } : {}),
    theirs: { start: middle!.end, end: last!.start },
  };
}

/** The text with only one side of every conflict, all offsets kept: the rest is blanked out. */
export function maskConflicts(text: string, conflicts: readonly Conflict[]): string {
  let masked = '';
  let at = 0;
  for (const { range, ours } of conflicts) {
    masked += text.slice(at, range.start) + blank(text.slice(range.start, ours.start));
    masked += text.slice(ours.start, ours.end) + blank(text.slice(ours.end, range.end));
    at = range.end;
  }
  return masked + text.slice(at);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** The three versions that a conflicted file was made of; `base` only when git wrote it down. */
export function splitConflicts(
  text: string,
  conflicts: readonly Conflict[],
): { ours: string; base: string | undefined; theirs: string } {
  const take = (side: (conflict: Conflict) => TextRange | undefined): string => {
    let version = '';
    let at = 0;
    for (const conflict of conflicts) {
      const range = side(conflict);
      version += text.slice(at, conflict.range.start);
      if (range) version += text.slice(range.start, range.end);
      at = conflict.range.end;
    }
    return version + text.slice(at);
  };
  const hasBase = conflicts.every((conflict) => conflict.base !== undefined);
  return {
    ours: take((conflict) => conflict.ours),
    base: hasBase ? take((conflict) => conflict.base) : undefined,
    theirs: take((conflict) => conflict.theirs),
  };
}
