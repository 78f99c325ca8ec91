import type { SourceText } from '../text/source-text';
import type { TextRange } from '../text/text-range';
import type { Dateline, Message, ParsedFile, Part, PartKind } from './message';
import { senderName } from './mail/sender-name';
import { headerNode } from './outline/header-node';
import { headline, shortened } from './outline/names';

/** One entry of the outline. */
export interface OutlineNode {
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly kind: PartKind | 'message' | 'field';
  /** UTF-16 offsets; lies inside the parent's range. */
  readonly range: TextRange;
  /** Lies inside `range`. */
  readonly selectionRange: TextRange;
  /** In source order, not overlapping. */
  readonly children: readonly OutlineNode[];
}

/** A node whose children are still being collected. */
interface OpenNode extends OutlineNode {
  range: { start: number; end: number };
  readonly children: OutlineNode[];
}

/** Parts of a message's top that the header node holds. */
const headerKinds = new Set<PartKind>(['header', 'url', 'date']);
/** Parts that end every heading above them: a footer, a signature, the title of the next article. */
const endsHeadings = new Set<PartKind>(['footer', 'signature', 'title', 'attachment']);

/**
 * The outline of a file: the parts of its message, or one node for each message of several. Ranges are
 * nested, in source order and inside the file. The children of a message among several are made when
 * they are first asked for.
 */
export function outlineOf(source: SourceText, parsed: ParsedFile): OutlineNode[] {
  return [...outlineNodes(source, parsed)];
}

/** The nodes of `outlineOf` one after the other: reading thousands of headers takes its time. */
export function* outlineNodes(
  source: SourceText,
  parsed: ParsedFile,
): Generator<OutlineNode, void> {
  if (parsed.messages.length === 1 && parsed.kind !== 'mbox') {
    yield* messageParts(source, parsed.messages[0]!);
    return;
  }
  for (const message of parsed.messages) yield messageNode(source, message);
}

function messageNode(source: SourceText, message: Message): OutlineNode {
  const { subject, from, date } = message.header;
  const range = { start: message.start, end: message.end };
  const lineEnd = source.text.indexOf('\n', message.start);
  const end = lineEnd === -1 ? message.end : Math.min(lineEnd, message.end);
  let children: OutlineNode[] | undefined;
  return {
    name: shortened(subject ?? '') || '(no subject)',
    detail: [from && senderName(from), date].filter(Boolean).join(' · '),
    kind: 'message',
    range,
    selectionRange: { start: message.start, end },
    get children() {
      return (children ??= messageParts(source, message));
    },
  };
}

function messageParts(source: SourceText, message: Message): OutlineNode[] {
  const roots: OutlineNode[] = [];
  const parts = message.parts.filter(({ kind }) => kind !== 'rule');
  const top = parts.findIndex(({ kind }) => !headerKinds.has(kind));
  const header = parts.slice(0, top === -1 ? parts.length : top);
  if (header.length > 0) roots.push(headerNode(source, message, header));
  const headings: { readonly node: OpenNode; readonly level: number }[] = [];
  let paragraphs = 0;
  let story = 0;
  for (const part of parts.slice(header.length)) {
    while (story < message.datelines.length && message.datelines[story]!.start < part.start)
      story++;
    const dateline = message.datelines[story];
    const number = part.kind === 'paragraph' ? ++paragraphs : 0;
    const node = partNode(
      source,
      part,
      number,
      dateline && dateline.end <= part.end ? dateline : undefined,
    );
    if (headings.length > 0 && endsHeadings.has(part.kind)) headings.length = 0;
    if (part.kind === 'heading') {
      while (headings.length > 0 && headings.at(-1)!.level >= (part.level ?? 1)) headings.pop();
    }
    (headings.at(-1)?.node.children ?? roots).push(node);
    for (const { node: open } of headings) open.range.end = node.range.end;
    if (part.kind === 'heading') headings.push({ node, level: part.level ?? 1 });
  }
  return roots;
}

const names: Partial<Record<PartKind, string>> = {
  title: 'Title',
  deck: 'Deck',
  url: 'Address',
  date: 'Date line',
  byline: 'Byline',
  caption: 'Caption',
  attribution: 'Attribution',
  signature: 'Signature',
  attachment: 'Attachment',
  footer: 'Footer',
  header: 'Header',
};

function partNode(
  source: SourceText,
  part: Part,
  number: number,
  dateline: Dateline | undefined,
): OpenNode {
  const words = headline(
    part.text ?? source.text.slice(part.start, Math.min(part.end, part.start + 200)),
  );
  const [name, detail] = labelOf(part, words, number, dateline);
  return {
    name,
    detail,
    kind: part.kind,
    range: { start: part.start, end: part.end },
    selectionRange: { start: part.start, end: part.end },
    children: dateline && part.kind !== 'dateline' ? [datelineNode(source, dateline)] : [],
  };
}

/** Name and detail of a part. */
function labelOf(
  part: Part,
  words: string,
  number: number,
  dateline: Dateline | undefined,
): [name: string, detail: string] {
  switch (part.kind) {
    case 'paragraph':
      return [`¶ ${number} ${words}`, ''];
    case 'dateline':
      return ['Dateline', dateline?.place ?? words];
    case 'heading':
      return [words, ''];
    case 'quotation': {
      const levels = part.level ?? 1;
      const name = levels === 1 ? 'Quotation' : `Quotation, ${levels} levels`;
      return [name, words.replace(/^[>|\s]+/, '')];
    }
    case 'list':
      return [`List of ${part.items ?? 1}`, words];
    default:
      return [names[part.kind] ?? part.kind, words];
  }
}

function datelineNode(source: SourceText, dateline: Dateline): OutlineNode {
  const range = { start: dateline.start, end: dateline.end };
  const rest = [dateline.agency, dateline.date].filter(Boolean).join(', ');
  const place = dateline.place || shortened(source.slice(range));
  return {
    name: 'Dateline',
    detail: rest === '' ? place : `${place} (${rest})`,
    kind: 'dateline',
    range,
    selectionRange: range,
    children: [],
  };
}
