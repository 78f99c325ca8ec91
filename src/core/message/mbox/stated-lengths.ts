import type { SourceText } from '../../text/source-text';
import type { TextChange } from '../../text/text-change';

const field = /\ncontent-length[ \t]*:/i;

/** Whether a text of some megabytes holds the field: looked for once, then only where it was edited. */
const known = new WeakMap<SourceText, boolean>();

function statesLengths(source: SourceText): boolean {
  const answer = known.get(source) ?? field.test(source.text);
  known.set(source, answer);
  return answer;
}

/**
 * Whether the text before or after an edit has a message that states its length: then an edit in one
 * message may move the ends of those before it.
 *
 * @param change the edit, in UTF-16 units.
 */
export function countsLengths(
  previous: SourceText,
  source: SourceText,
  { start, newEnd }: TextChange,
): boolean {
  if (statesLengths(previous)) return true;
  // A field that was not there before begins or ends in the edit, and its one line end is its first character.
  const from = start === 0 ? 0 : Math.max(0, source.text.lastIndexOf('\n', start - 1));
  const lineEnd = source.text.indexOf('\n', newEnd);
  const edited = source.text.slice(from, lineEnd === -1 ? undefined : lineEnd);
  const answer = field.test(edited);
  known.set(source, answer);
  return answer;
}
