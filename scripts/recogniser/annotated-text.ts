/** Reads texts in which names are marked: CoNLL columns, IEER SGML, brat standoff, and our own bracket notation. */
import { existsSync, readFileSync } from 'node:fs';

export type NameType = 'person' | 'organization' | 'place' | 'other';

/** A marked name; UTF-16 offsets into the text. */
export interface MarkedName {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
}

export interface AnnotatedText {
  readonly text: string;
  readonly names: readonly MarkedName[];
}

const types: Record<string, NameType> = {
  p: 'person',
  per: 'person',
  person: 'person',
  pers: 'person',
  o: 'organization',
  org: 'organization',
  organization: 'organization',
  organisation: 'organization',
  group: 'organization',
  corporation: 'organization',
  l: 'place',
  loc: 'place',
  location: 'place',
  place: 'place',
  gpe: 'place',
};

function typeOf(label: string): NameType {
  return types[label.toLowerCase()] ?? 'other';
}

/** Builds a text from tokens joined by blanks, sentences by line breaks, as an evaluation from outside does. */
class TextBuilder {
  private readonly pieces: string[] = [];
  private length = 0;
  private atLineStart = true;
  readonly names: MarkedName[] = [];
  private open: { start: number; label: string } | undefined;

  token(word: string, label: string, begins: boolean): void {
    if (this.open && (begins || label !== this.open.label)) this.close();
    if (!this.atLineStart) this.add(' ');
    if (label && !this.open) this.open = { start: this.length, label };
    this.add(word);
    this.atLineStart = false;
  }

  get text(): string {
    return this.pieces.join('');
  }

  private add(piece: string): void {
    this.pieces.push(piece);
    this.length += piece.length;
  }

  lineBreak(): void {
    this.close();
    if (this.length > 0) this.add('\n');
    this.atLineStart = true;
  }

  close(): void {
    if (!this.open) return;
    const end = this.length;
    this.names.push({ start: this.open.start, end, type: typeOf(this.open.label) });
    this.open = undefined;
  }
}

/** CoNLL columns: word first, IOB1 or IOB2 tag last, a blank line between sentences. */
export function readConll(content: string): AnnotatedText {
  const builder = new TextBuilder();
  let before = 'O';
  for (const line of content.split(/\r?\n/)) {
    const columns = line.trim().split(/[\t ]+/);
    if (columns.length < 2 || columns[0] === '-DOCSTART-') {
      if (before !== '') builder.lineBreak();
      before = '';
      continue;
    }
    const tag = columns.at(-1)!;
    const label = tag === 'O' ? '' : tag.replace(/^[BI]-/, '');
    builder.token(columns[0]!, label, tag.startsWith('B-'));
    before = tag;
  }
  builder.close();
  return { text: builder.text, names: builder.names };
}

/** "[P Jens Stoltenberg] said …": one sentence a line, `#` opens a comment, a blank line ends a document. */
export function readBrackets(content: string): AnnotatedText[] {
  return content
    .split(/\n\s*\n/)
    .map((block) => {
      const builder = new TextBuilder();
      for (const line of block.split('\n')) {
        if (!line.trim() || line.startsWith('#')) continue;
        for (const part of line.match(/\[[POLM] [^\]]+\]|[^\s[]+|\[/g) ?? []) {
          const marked = /^\[([POLM]) ([^\]]+)\]$/.exec(part);
          if (!marked) builder.token(part, '', false);
          else {
            marked[2]!
              .split(' ')
              .forEach((word, index) => builder.token(word, marked[1]!, index === 0));
          }
        }
        builder.lineBreak();
      }
      builder.close();
      return { text: builder.text, names: builder.names };
    })
    .filter((document) => document.text);
}

/** IEER newswire of the NIST evaluation: `<b_enamex type="PERSON">…<e_enamex>`; other markup is dropped. */
export function readIeer(content: string): AnnotatedText {
  let text = '';
  const names: MarkedName[] = [];
  const open: { start: number; type: NameType }[] = [];
  const body = content.replace(/<(DOCNO|DOCTYPE|DATE_TIME|IEER_DOC)\b[^\n]*\n/g, '');
  for (const part of body.match(/<[^>\n]{1,200}>|[^<]+|</g) ?? []) {
    const begin = /^<b_enamex type="([A-Z]+)/.exec(part);
    if (begin) open.push({ start: text.length, type: typeOf(begin[1]!) });
    else if (part === '<e_enamex>') {
      const name = open.pop();
      if (name) names.push({ ...name, end: text.length });
    } else if (!part.startsWith('<') || part === '<')
      text += part.replace(/``|''/g, '"').replace(/&AMP;/gi, '&');
  }
  return { text, names };
}

/** brat standoff beside its text; offsets of the files read here are those of UTF-16 units. */
export function readBrat(textPath: string): AnnotatedText {
  const text = readFileSync(textPath, 'utf8');
  const annotations = readFileSync(textPath.replace(/\.txt$/, '.ann'), 'utf8');
  const names = [...annotations.matchAll(/^T\d+\t(\S+) (\d+) (\d+)\t/gm)].map((match) => ({
    start: Number(match[2]),
    end: Number(match[3]),
    type: typeOf(match[1]!),
  }));
  return { text, names };
}

/** Reads a file by its name's ending. */
export function readAnnotated(path: string): AnnotatedText[] {
  if (path.endsWith('.txt') && existsSync(path.replace(/\.txt$/, '.ann'))) return [readBrat(path)];
  const content = readFileSync(path, 'utf8');
  if (path.endsWith('.sgm')) return [readIeer(content)];
  return content.includes('[P ') || content.includes('[L ')
    ? readBrackets(content)
    : [readConll(content)];
}
