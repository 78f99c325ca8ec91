import { readDateLine } from '../dates/date-line';
import { isArchiveNavigation } from '../body/footer';
import { LineGroup } from '../body/line-group';
import { isRule } from '../body/rule';
import { endsOpen } from '../body/sentence';
import { isUrlLine } from '../body/url';
import { fieldName } from '../body/field-line';
import type { Part } from '../message';
import type { TextRange } from '../../text/text-range';
import { splitListTag } from './list-tag';

/** What stands at the top of an extracted message, before its body. */
export interface MessageTop {
  /** The line or lines of the subject. */
  readonly subject: TextRange | null;
  /** Rules and links of the archive page above it. */
  readonly above: readonly Part[];
  /** Where the body begins. */
  readonly bodyStart: number;
}

const deepest = 8;
/** No further is a subject looked for, in UTF-16 units, the last line's rest aside: a first block of megabytes is read once only. */
const longestTop = 65536;

/** Finds the subject: the first line that is neither a rule nor one of the archive's links. */
export function findSubject(text: string): MessageTop {
  const above: Part[] = [];
  const lineEnd = text.indexOf('\n', longestTop);
  const group = new LineGroup(text, 0, lineEnd === -1 ? text.length : lineEnd);
  for (let groups = 0; groups < deepest && group.advance(); groups++) {
    for (let line = 0; line < group.count; line++) {
      const [start, end] = [group.starts[line]!, group.ends[line]!];
      const content = group.line(line);
      if (isRule(content)) above.push({ kind: 'rule', start, end });
      else if (isArchiveNavigation(content)) above.push({ kind: 'header', start, end });
      else {
        if (fieldName(content) !== null && fieldName(content) !== 'subject')
          return { subject: null, above, bodyStart: start };
        const last = isContinued(group, line) ? line + 1 : line;
        return { subject: { start, end: group.ends[last]! }, above, bodyStart: group.ends[last]! };
      }
    }
  }
  return { subject: null, above, bodyStart: above.at(-1)?.end ?? 0 };
}

/** A subject that was wrapped goes on in the next line, which ends the group. */
function isContinued(group: LineGroup, line: number): boolean {
  if (line + 2 !== group.count || group.length(line) < 50 || group.length(line) > 100) return false;
  const [first, second] = [group.line(line), group.line(line + 1)];
  if (isUrlLine(second) || readDateLine(second) || /^[>[(]|[@|]| at /.test(second)) return false;
  return splitListTag(first).list !== null && endsOpen(first) && second.length <= 90;
}
