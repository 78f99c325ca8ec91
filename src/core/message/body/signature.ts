import { attachmentStart } from './attachment';
import { beginsFooter } from './footer';
import type { LineGroup } from './line-group';

/** "-- " alone (RFC 3676, 4.3), or "--Name" in a group of its own: the latter is confirmed when the body's end is known. */
export function opensSignature(group: LineGroup, line: number): boolean {
  if (group.firstCode(line) !== 45) return false;
  const text = group.line(line, 60);
  return (
    text === '--' ||
    (line === 0 &&
      group.count <= 8 &&
      /^--? ?\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}.'’-]+){0,3}$/u.test(text) &&
      !/^- /.test(text)) ||
    (line === 0 &&
      group.count === 1 &&
      /^-{2}\p{L}[\p{L}\p{M}.'’-]*(?: [\p{L}.'’-]+){0,3}$/u.test(text))
  );
}

/** True for a line within a signature's group with which something else begins. */
export function endsSignature(group: LineGroup, line: number): boolean {
  return attachmentStart(group, line) !== null || beginsFooter(group, line);
}
