import type { SourceText } from '../../text/source-text';
import type { TextRange } from '../../text/text-range';
import type { Message, Part } from '../message';
import type { OutlineNode } from '../outline';
import { shortened } from './names';

function field(
  name: string,
  detail: string,
  range: TextRange,
  kind: OutlineNode['kind'],
): OutlineNode {
  return { name, detail, kind, range, selectionRange: range, children: [] };
}

/** Finds a field's value in a stretch of the file; encoded values are not found and stand for the whole. */
function within(source: SourceText, part: Part, value: string): TextRange | null {
  const at = source.text.indexOf(value, part.start);
  return at !== -1 && at + value.length <= part.end ? { start: at, end: at + value.length } : null;
}

/** Fields of the message's own header, in source order, each with the place of its value. */
function fields(source: SourceText, message: Message, part: Part): OutlineNode[] {
  const { list, subject, from, date } = message.header;
  const stated: [string, string | null][] = [
    ['List', list],
    ['Subject', subject],
    ['From', from],
    ['Date', date],
  ];
  const nodes: OutlineNode[] = [];
  for (const [name, value] of stated) {
    if (value === null || value === '') continue;
    const range = within(source, part, value);
    if (range) nodes.push(field(name, shortened(value), range, 'field'));
  }
  nodes.sort((one, other) => one.range.start - other.range.start);
  // A value that stands within another one (a subject that repeats the list's name) is left out.
  return nodes.filter((node, at) => at === 0 || node.range.start >= nodes[at - 1]!.range.end);
}

/** The header: list, subject, sender, addresses and date line of a message. */
export function headerNode(
  source: SourceText,
  message: Message,
  parts: readonly Part[],
): OutlineNode {
  const range = { start: parts[0]!.start, end: parts.at(-1)!.end };
  const { list, subject, from, dateProblem } = message.header;
  const children = parts.flatMap((part): OutlineNode[] => {
    const own = { start: part.start, end: part.end };
    const text = shortened(source.text.slice(part.start, Math.min(part.end, part.start + 300)));
    if (part.kind === 'url') return [field('URL', text, own, 'url')];
    if (part.kind === 'date') {
      const problem = dateProblem === undefined ? '' : ` (${dateProblem})`;
      return [field('Date line', `${text}${problem}`, own, 'date')];
    }
    return fields(source, message, part);
  });
  const first = children[0]?.range ?? range;
  return {
    name: 'Header',
    detail: shortened(subject ?? from ?? list ?? ''),
    kind: 'header',
    range,
    selectionRange: first,
    children,
  };
}
