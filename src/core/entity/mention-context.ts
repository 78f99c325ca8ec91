import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';

/** A mention with the words around it, on one line. */
export interface MentionContext {
  readonly text: string;
  /** Where the name stands in `text`; UTF-16 units. */
  readonly name: TextRange;
}

const contextBefore = 30;
const contextAfter = 60;

/** The words around a mention, as a list of places shows them. */
export function mentionContext(source: SourceText, { start, end }: TextRange): MentionContext {
  const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
  const before = source.text.slice(Math.max(0, start - contextBefore), start);
  // The first word is cut, unless the text begins there.
  const lead = oneLine(start > contextBefore ? before.replace(/^\S*\s/, '') : before).trimStart();
  const name = oneLine(source.text.slice(start, end));
  const after = oneLine(source.text.slice(end, end + contextAfter)).trimEnd();
  return {
    text: lead + name + after,
    name: { start: lead.length, end: lead.length + name.length },
  };
}
