import type { TextRange } from '../../text/text-range';

interface Edge {
  offset: number;
  readonly id: string;
  readonly isStart: boolean;
}

/**
 * The edges of ranges in the order of the text, made for edits that come one near the other: edges
 * behind the last edit are not moved one by one but owe a common shift, which the next edit pays
 * only for the edges between the two places. Offsets are UTF-16; at one offset ends come before
 * starts, so that text typed there falls outside of both ranges. Ranges are never empty.
 */
export class EdgeList {
  #edges: Edge[] = [];
  /** Edges from this index on owe `#shift`. */
  #owing = 0;
  #shift = 0;
  readonly #ranges = new Map<string, { start: Edge; end: Edge }>();

  constructor(ranges: Iterable<readonly [id: string, range: TextRange]>) {
    for (const [id, range] of ranges) {
      const start = { offset: range.start, id, isStart: true };
      const end = { offset: range.end, id, isStart: false };
      this.#ranges.set(id, { start, end });
      this.#edges.push(start, end);
    }
    this.#edges.sort(compare);
    this.#owing = this.#edges.length;
  }

  ids(): IterableIterator<string> {
    return this.#ranges.keys();
  }

  has(id: string): boolean {
    return this.#ranges.has(id);
  }

  /** Settles every debt first: reading after each of many edits costs one pass over the edges. */
  get(id: string): TextRange | undefined {
    this.#payTo(this.#edges.length);
    const edges = this.#ranges.get(id);
    return edges && { start: edges.start.offset, end: edges.end.offset };
  }

  set(id: string, range: TextRange): void {
    this.delete(id);
    const start = { offset: range.start, id, isStart: true };
    const end = { offset: range.end, id, isStart: false };
    this.#ranges.set(id, { start, end });
    this.#payTo(this.#edges.length);
    for (const edge of [start, end]) this.#edges.splice(this.#firstFrom(edge), 0, edge);
    this.#owing = this.#edges.length;
  }

  delete(id: string): void {
    const edges = this.#ranges.get(id);
    if (!edges) return;
    this.#payTo(this.#edges.length);
    this.#edges = this.#edges.filter((edge) => edge.id !== id);
    this.#owing = this.#edges.length;
    this.#ranges.delete(id);
  }

  /** Ids of ranges that have an edge in `start … end`, both included. */
  touching(start: number, end: number): Set<string> {
    const found = new Set<string>();
    const from = this.#firstFrom({ offset: start, isStart: false });
    for (let index = from; index < this.#edges.length; index++) {
      if (this.#at(index) > end) break;
      found.add(this.#edges[index]!.id);
    }
    return found;
  }

  /** `start … end` becomes `length` long. Ranges inside it must have been deleted before. */
  replace(start: number, end: number, length: number): void {
    const from = this.#firstFrom({ offset: start, isStart: false });
    let to = from;
    while (to < this.#edges.length && this.#at(to) <= end) to++;
    // An end at the very place of an insertion is neither moved nor behind it.
    this.#payTo(to);
    const touched = this.#edges.slice(from, to);
    const ends = touched.filter((edge) => !edge.isStart);
    const starts = touched.filter((edge) => edge.isStart);
    for (const edge of ends) edge.offset = start;
    for (const edge of starts) edge.offset = start + length;
    this.#edges.splice(from, touched.length, ...ends, ...starts);
    this.#shift += length - (end - start);
  }

  /** Settles the debt of the edges before `index` and lets those from there on owe. */
  #payTo(index: number): void {
    for (; this.#owing < index; this.#owing++) this.#edges[this.#owing]!.offset += this.#shift;
    for (; this.#owing > index; this.#owing--) this.#edges[this.#owing - 1]!.offset -= this.#shift;
    if (index === this.#edges.length) this.#shift = 0;
  }

  #at(index: number): number {
    return this.#edges[index]!.offset + (index >= this.#owing ? this.#shift : 0);
  }

  /** Index of the first edge that does not stand before `wanted`. */
  #firstFrom(wanted: { offset: number; isStart: boolean }): number {
    let low = 0;
    let high = this.#edges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const edge = { offset: this.#at(middle), isStart: this.#edges[middle]!.isStart };
      if (compare(edge, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function compare(
  a: { offset: number; isStart: boolean },
  b: { offset: number; isStart: boolean },
): number {
  return a.offset - b.offset || Number(a.isStart) - Number(b.isStart);
}
