import type { TextRange } from '../../text/text-range';
import { readHeaderBlock } from './header-fields';
import type { MimeEntity } from './mime-entity';
import { describeEntity, isIdentityEncoding } from './mime-entity';

/** Deeper nesting is left as it stands: no honest message has it. */
const deepestNesting = 50;

/** Boundaries beyond these are text: ten megabytes of them must not become millions of entities. */
const mostEntities = 20_000;

/** An entity that is still open, with the boundary its parts are separated by, if it has parts. */
interface OpenEntity {
  readonly entity: MimeEntity;
  boundary: string | undefined;
}

/**
 * Reads the MIME structure of the message in `range` in one pass over its lines that begin with
 * "--" (RFC 2046, section 5.1): a boundary of an outer entity closes all inner ones, a missing end
 * boundary is the end of the text, and nested messages are read in place. Linear, no recursion.
 */
export function readMimeTree(text: string, range: TextRange): MimeEntity {
  return new MimeReader(text, range.end).read(range.start);
}

/**
 * Reads the parts of a multipart entity whose declared boundary is missing or never comes, by the
 * first line that begins with "--" and has a part's header below it; false when there is none.
 */
export function readUndeclaredParts(text: string, entity: MimeEntity): boolean {
  const body = text.slice(entity.body.start, entity.body.end);
  const guess = /(?:^|\n)--([^\n]{1,200})\ncontent-[a-z-]{1,40}:/i.exec(body);
  if (!guess) return false;
  new MimeReader(text, entity.body.end).readParts(entity, guess[1]!.trimEnd());
  return entity.children.length > 0;
}

class MimeReader {
  readonly #text: string;
  readonly #end: number;
  readonly #open: OpenEntity[] = [];
  #count = 0;
  /** Places in `#open`, innermost last, by boundary. */
  readonly #boundaries = new Map<string, number[]>();

  constructor(text: string, end: number) {
    this.#text = text;
    this.#end = end;
  }

  read(start: number): MimeEntity {
    const root = this.#openEntities(start, 'text/plain');
    this.#readFrom(root.next);
    return root.entity;
  }

  readParts(entity: MimeEntity, boundary: string): void {
    this.#open.push({ entity, boundary });
    this.#boundaries.set(boundary, [0]);
    this.#readFrom(entity.body.start);
  }

  #readFrom(start: number): void {
    let at = start;
    while (at < this.#end && this.#count < mostEntities) {
      const line = this.#nextDashLine(at);
      if (line === -1) break;
      at = this.#handleLine(line);
    }
    this.#closeDownTo(0, this.#end);
  }

  /** Opens the entity whose headers begin at `start`, and the messages nested directly in it. */
  #openEntities(start: number, type: string): { entity: MimeEntity; next: number } {
    let at = start;
    let outermost: MimeEntity | undefined;
    let defaultType = type;
    for (;;) {
      const isBoundary = (line: number) => this.#boundaryAt(line) !== undefined;
      const header = readHeaderBlock(this.#text, at, this.#end, isBoundary);
      const entity = describeEntity(this.#text, header, defaultType);
      this.#open.at(-1)?.entity.children.push(entity);
      outermost ??= entity;
      this.#push(entity);
      this.#count++;
      at = header.bodyStart;
      if (!isNestedMessage(entity) || this.#open.length > deepestNesting || at >= this.#end) break;
      if (this.#text.charCodeAt(at) === 45 && isBoundary(at)) break;
      defaultType = 'text/plain';
    }
    return { entity: outermost, next: at };
  }

  #push(entity: MimeEntity): void {
    const boundary = entity.type.startsWith('multipart/')
      ? entity.typeParameters.get('boundary')?.trimEnd() || undefined
      : undefined;
    const usable = this.#open.length < deepestNesting ? boundary : undefined;
    this.#open.push({ entity, boundary: usable });
    if (usable === undefined) return;
    const places = this.#boundaries.get(usable);
    if (places) places.push(this.#open.length - 1);
    else this.#boundaries.set(usable, [this.#open.length - 1]);
  }

  /** Start of the first line from `at` on (a line's start) that begins with "--", or -1. */
  #nextDashLine(at: number): number {
    if (this.#text.startsWith('--', at)) return at;
    const found = this.#text.indexOf('\n--', at);
    return found === -1 || found + 3 > this.#end ? -1 : found + 1;
  }

  #boundaryAt(line: number): { place: number; closing: boolean } | undefined {
    if (this.#boundaries.size === 0 || !this.#text.startsWith('--', line)) return undefined;
    const lineEnd = this.#text.indexOf('\n', line);
    const end = lineEnd === -1 || lineEnd > this.#end ? this.#end : lineEnd;
    const content = this.#text.slice(line + 2, end).trimEnd();
    const exact = this.#boundaries.get(content)?.at(-1);
    if (exact !== undefined) return { place: exact, closing: false };
    if (!content.endsWith('--')) return undefined;
    const closed = this.#boundaries.get(content.slice(0, -2))?.at(-1);
    return closed === undefined ? undefined : { place: closed, closing: true };
  }

  /** Acts on a line that begins with "--"; returns where to go on (a line's start). */
  #handleLine(line: number): number {
    const boundary = this.#boundaryAt(line);
    const lineEnd = this.#text.indexOf('\n', line);
    const next = lineEnd === -1 ? this.#end : Math.min(lineEnd + 1, this.#end);
    if (!boundary) return next;
    this.#closeDownTo(boundary.place + 1, line);
    if (boundary.closing) {
      this.#forgetBoundary(boundary.place);
      return next;
    }
    const parent = this.#open[boundary.place]!.entity;
    const type = parent.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    return this.#openEntities(next, type).next;
  }

  /** Ends all entities from `place` inwards at `end`; the line end before it belongs to the boundary. */
  #closeDownTo(place: number, end: number): void {
    while (this.#open.length > place) {
      this.#forgetBoundary(this.#open.length - 1);
      const { entity } = this.#open.pop()!;
      const beforeBoundary = end < this.#end ? end - 1 : end;
      entity.body = {
        start: entity.body.start,
        end: Math.max(entity.body.start, beforeBoundary),
      };
    }
  }

  #forgetBoundary(place: number): void {
    const open = this.#open[place]!;
    if (open.boundary === undefined) return;
    const places = this.#boundaries.get(open.boundary)!;
    if (places.length > 1) places.pop();
    else this.#boundaries.delete(open.boundary);
    open.boundary = undefined;
  }
}

function isNestedMessage(entity: MimeEntity): boolean {
  const message = entity.type === 'message/rfc822' || entity.type === 'message/global';
  return message && isIdentityEncoding(entity.encoding);
}
