import type { RecordEntry, RecordValue, ScalarValue } from './record-value';

/**
 * Reads one record of an entity file in the usual layout, line by line: `key: scalar`,
 * `key: [a, b]`, `key:` with `- item` lines, one nested `match:` map, and `key: |` blocks. It is some
 * fifty times faster than a YAML parser, which matters for a million aliases, and gives up
 * (`undefined`) on anything it does not know for certain; that record then goes to the parser.
 * A property test holds both to the same result.
 *
 * @param text the whole file
 * @param start offset of the record's first line
 * @param end offset after the record's last line
 */
export function readCanonicalRecord(
  text: string,
  start: number,
  end: number,
): RecordEntry | undefined {
  return new CanonicalReader(text, start, end).record();
}

const plainKey = /([A-Za-z0-9][\w-]*):(?=[ \n]|$)/y;
/** With these a plain scalar cannot begin, or begins something that only the parser should judge. */
const indicator = /[\s\-?:,[\]{}#&*!|>'"%@`]/;
/** Quoted texts without anything escaped. */
const singleQuoted = /'[^'\n\t]*'(?!')/y;
const doubleQuoted = /"[^"\\\n\t]*"/y;
const unreadable =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\u0085\u2028\u2029\ufeff\ufffe\uffff]/;

class CanonicalReader {
  #at: number;

  constructor(
    private readonly text: string,
    start: number,
    private readonly end: number,
  ) {
    this.#at = start;
  }

  record(): RecordEntry | undefined {
    const indent = this.#indent();
    const key = this.#key(indent);
    if (!key || !this.#lineEnd()) return undefined;
    const entries = this.#entries(indent, 1);
    if (!entries || entries.length === 0 || this.#skipBlank() < this.end) return undefined;
    const last = entries.at(-1)!.value;
    return {
      key,
      value: { kind: 'map', entries, start: entries[0]!.key.start, end: last.end },
    };
  }

  /** The lines of a map deeper than `outer`; stops at the first line that is not. */
  #entries(outer: number, nesting: number): RecordEntry[] | undefined {
    const entries: RecordEntry[] = [];
    let indent = -1;
    for (;;) {
      this.#skipBlank();
      if (this.#at >= this.end) return entries;
      const depth = this.#indent();
      if (depth <= outer) return entries;
      if (indent === -1) indent = depth;
      if (depth !== indent) return undefined;
      const key = this.#key(depth);
      const value = key && this.#value(depth, nesting);
      if (!value) return undefined;
      entries.push({ key, value });
    }
  }

  #value(indent: number, nesting: number): RecordValue | undefined {
    const start = this.#skipSpaces();
    switch (this.text.charAt(this.#at)) {
      case '\n':
      case '':
        this.#at++;
        return this.#below(indent, nesting);
      case '[': {
        const list = this.#flowList(start);
        return list && this.#lineEnd() ? list : undefined;
      }
      case '|':
        return this.#literal(indent, start);
      default: {
        const scalar = this.#scalar('block');
        // A deeper line that follows would be the scalar's continuation.
        return scalar && this.#lineEnd() && this.#nextIndent() <= indent ? scalar : undefined;
      }
    }
  }

  /** What stands on the lines under `key:`: a list, a map one level deep, or nothing. */
  #below(indent: number, nesting: number): RecordValue | undefined {
    this.#skipBlank();
    const depth = this.#at < this.end ? this.#indent() : 0;
    if (this.text.startsWith('- ', this.#at + depth) && depth >= indent) return this.#lines(depth);
    if (depth <= indent || nesting > 1) return undefined;
    const entries = this.#entries(indent, nesting + 1);
    const [first, last] = [entries?.[0], entries?.at(-1)];
    if (!entries || !first || !last) return undefined;
    return { kind: 'map', entries, start: first.key.start, end: last.value.end };
  }

  /** `- item` lines at one indent. */
  #lines(indent: number): RecordValue | undefined {
    const items: ScalarValue[] = [];
    for (;;) {
      this.#skipBlank();
      if (this.#at >= this.end || this.#indent() !== indent) break;
      if (!this.text.startsWith('- ', this.#at + indent)) break;
      this.#at += indent + 2;
      this.#skipSpaces();
      const item = this.#scalar('block');
      if (!item || !this.#lineEnd() || this.#nextIndent() > indent) return undefined;
      items.push(item);
    }
    return { kind: 'list', items, start: items[0]!.start - 2, end: items.at(-1)!.end };
  }

  #flowList(start: number): RecordValue | undefined {
    const items: ScalarValue[] = [];
    this.#at++;
    this.#skipSpaces();
    if (this.text.charAt(this.#at) === ']') return { kind: 'list', items, start, end: ++this.#at };
    for (;;) {
      const item = this.#scalar('flow');
      if (!item) return undefined;
      items.push(item);
      this.#skipSpaces();
      const next = this.text.charAt(this.#at++);
      if (next === ']') return { kind: 'list', items, start, end: this.#at };
      if (next !== ',') return undefined;
      this.#skipSpaces();
    }
  }

  #scalar(context: 'block' | 'flow'): ScalarValue | undefined {
    const start = this.#at;
    const quote = this.text.charAt(start);
    if (quote !== '"' && quote !== "'") return this.#plain(context);
    const pattern = quote === '"' ? doubleQuoted : singleQuoted;
    pattern.lastIndex = start;
    const match = pattern.exec(this.text);
    if (!match || unreadable.test(match[0])) return undefined;
    this.#at = start + match[0].length;
    return { kind: 'scalar', text: match[0].slice(1, -1), plain: false, start, end: this.#at };
  }

  /** A plain scalar up to where a comment, a key or (in a flow list) the next item could begin. */
  #plain(context: 'block' | 'flow'): ScalarValue | undefined {
    const { text } = this;
    const start = this.#at;
    let end = start;
    let at = start;
    for (; at < this.end; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x0a) break;
      if (code === 0x09) return undefined;
      if (context === 'flow' && isFlowIndicator(code)) break;
      if (code === 0x23 && text.charCodeAt(at - 1) === 0x20) return undefined;
      if (code === 0x3a && endsKey(text.charCodeAt(at + 1), context)) return undefined;
      if (code !== 0x20) end = at + 1;
    }
    if (end === start || indicator.test(text.charAt(start))) return undefined;
    const value = text.slice(start, end);
    if (unreadable.test(value)) return undefined;
    this.#at = end;
    return { kind: 'scalar', text: value, plain: true, start, end };
  }

  /** A `|` block with its final line break, its lines indented alike or deeper. */
  #literal(indent: number, start: number): ScalarValue | undefined {
    this.#at++;
    if (!this.#lineEnd()) return undefined;
    const lines: string[] = [];
    let depth = 0;
    let last = this.#at;
    while (this.#at < this.end) {
      const lineEnd = this.#endOfLine();
      const line = this.text.slice(this.#at, lineEnd);
      const spaces = this.#indent();
      if (line.trim() === '') {
        // Blank lines deeper than the block belong to it in ways only the parser should decide.
        if (line !== '') return undefined;
        lines.push('');
      } else {
        if (spaces <= indent) break;
        depth ||= spaces;
        if (spaces < depth || line.includes('\t') || unreadable.test(line)) return undefined;
        lines.push(line.slice(depth));
        last = Math.min(lineEnd + 1, this.end);
      }
      this.#at = lineEnd + 1;
    }
    while (lines.at(-1) === '') lines.pop();
    if (lines.length === 0 || lines[0] === '') return undefined;
    if (this.text.charAt(last - 1) !== '\n') return undefined;
    return { kind: 'scalar', text: `${lines.join('\n')}\n`, plain: false, start, end: last };
  }

  #key(indent: number): ScalarValue | undefined {
    const start = this.#at + indent;
    plainKey.lastIndex = start;
    const match = plainKey.exec(this.text);
    if (!match || start >= this.end) return undefined;
    this.#at = start + match[0].length;
    const text = match[1]!;
    return { kind: 'scalar', text, plain: true, start, end: start + text.length };
  }

  #endOfLine(): number {
    const at = this.text.indexOf('\n', this.#at);
    return at === -1 || at > this.end ? this.end : at;
  }

  /** Passes blanks and the line break; false when anything else stands on the line. */
  #lineEnd(): boolean {
    const at = this.#skipSpaces();
    if (at < this.end && this.text.charAt(at) !== '\n') return false;
    this.#at = at + 1;
    return true;
  }

  #skipSpaces(): number {
    while (this.text.charCodeAt(this.#at) === 0x20) this.#at++;
    return this.#at;
  }

  /** Passes empty lines and comment lines; returns where the next line with content begins. */
  #skipBlank(): number {
    while (this.#at < this.end) {
      const content = this.#at + this.#indent();
      const character = this.text.charAt(content);
      if (content < this.end && character !== '\n' && character !== '#') return this.#at;
      this.#at = this.#endOfLine() + 1;
    }
    return this.#at;
  }

  #nextIndent(): number {
    const from = this.#at;
    this.#skipBlank();
    const indent = this.#at < this.end ? this.#indent() : -1;
    this.#at = from;
    return indent;
  }

  #indent(): number {
    let at = this.#at;
    while (this.text.charCodeAt(at) === 0x20) at++;
    return at - this.#at;
  }
}

/** `,`, `[`, `]`, `{` or `}`. */
function isFlowIndicator(code: number): boolean {
  return code === 0x2c || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}

/** Whether a colon before this character would make what stands before it a key. */
function endsKey(next: number, context: 'block' | 'flow'): boolean {
  return Number.isNaN(next) || next <= 0x20 || (context === 'flow' && isFlowIndicator(next));
}
