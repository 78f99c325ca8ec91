import type { TextRange } from '../../text/text-range';

/** The stretches of an entity file in block layout. Every record can be read by itself. */
export interface RecordLayout {
  /** Everything before the records: `format:` and the line `entities:`, comments. */
  readonly head: TextRange;
  /** One range per record, from its key's line to the next record. */
  readonly records: readonly TextRange[];
  /** Anything at the left margin after the records. */
  readonly tail: TextRange;
}

/**
 * Cuts an entity file at its record keys without parsing it: in YAML's block layout everything that
 * belongs to a key is indented deeper than the key, so that indentation alone tells where a record
 * begins. `undefined` when the file is not in that layout (flow style, several documents,
 * directives); then the whole file must be parsed as one.
 */
export function splitRecords(text: string): RecordLayout | undefined {
  const opening = /^entities:[ \t]*(?:#.*)?$/m.exec(text);
  if (!opening || !plainHead(text.slice(0, opening.index))) return undefined;
  const first = opening.index + opening[0].length + 1;
  const starts: number[] = [];
  let indent = 0;
  let end = text.length;
  for (let line = first; line < text.length;) {
    const next = text.indexOf('\n', line) + 1 || text.length;
    let at = line;
    while (text.charCodeAt(at) === 0x20) at++;
    const character = text.charAt(at);
    const blank = at >= text.length || character === '\n' || character === '#';
    if (!blank) {
      const depth = at - line;
      if (depth === 0) {
        end = line;
        break;
      }
      indent ||= depth;
      if (depth <= indent) starts.push(line);
    }
    line = next;
  }
  const tail = { start: end, end: text.length };
  // A second document or a document end after the records needs the parser's judgement.
  if (/^(?:---|\.\.\.)(?:\s|$)/m.test(text.slice(tail.start, tail.end))) return undefined;
  const records = starts.map((start, index) => ({ start, end: starts[index + 1] ?? end }));
  return { head: { start: 0, end: Math.min(first, text.length) }, records, tail };
}

/** Whether the lines before `entities:` are comments, one `---` and plain `key: value` lines. */
function plainHead(head: string): boolean {
  let fields = false;
  for (const line of head.split('\n')) {
    if (/^[ \t]*(?:#|$)/.test(line)) continue;
    if (line.trimEnd() === '---' && !fields) fields = true;
    else if (/^[A-Za-z][\w-]*:[ \t]/.test(line)) fields = true;
    else return false;
  }
  return true;
}
