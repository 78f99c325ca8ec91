import type { TextRange } from '../../text/text-range';
import { EdgeList } from './edge-list';
import { EditedText } from './edited-text';
import { EditHistory, type RecordedEdit } from './edit-history';
import { inTextOrder, type TextEdit } from './edit-mapping';
import { refineEdits } from './refine-edits';

/** A range whose whole text was deleted, with the deleted stretch it stood in. */
interface Suspended {
  readonly removed: string;
  /** The range within `removed`. */
  readonly start: number;
  readonly end: number;
}

/** From this length on a passage found again inside a longer pasted text is no accident. */
const tellingLength = 12;

/**
 * Ranges of an open document, carried through every edit without searching. Offsets are UTF-16
 * over the canonical text.
 *
 * - Text typed at the edge of a range stays outside, a partly deleted range keeps what is left.
 * - A range whose whole text was deleted is *suspended*. It comes back when the same text is
 *   inserted again (cut and paste, a moved line), and with undo.
 * - Undo and redo restore every range exactly as it was in that state of the document.
 *
 * An edit costs O(log n + the edges between it and the edit before), see `EdgeList`.
 */
export class LiveRanges {
  readonly #text: EditedText;
  readonly #edges: EdgeList;
  readonly #suspended = new Map<string, Suspended>();
  readonly #history = new EditHistory();

  constructor(text: string, ranges: Iterable<readonly [id: string, range: TextRange]>) {
    this.#text = new EditedText(text);
    this.#edges = new EdgeList(ranges);
  }

  get text(): string {
    return this.#text.toString();
  }

  /** A stretch of the text as it is now, without building the whole. */
  slice({ start, end }: TextRange): string {
    return this.#text.slice(start, end);
  }

  /** The range as it is now; `undefined` while it is suspended or when the id is unknown. */
  get(id: string): TextRange | undefined {
    return this.#edges.get(id);
  }

  /** Every range that is in the text now. */
  *entries(): Generator<[id: string, range: TextRange]> {
    for (const id of this.#edges.ids()) yield [id, this.#edges.get(id)!];
  }

  /** Ids of ranges whose text is not in the document at present. */
  get suspended(): ReadonlySet<string> {
    return new Set(this.#suspended.keys());
  }

  /** Adds a range or gives it another place; it must not be empty. */
  set(id: string, range: TextRange): void {
    this.#suspended.delete(id);
    this.#edges.set(id, range);
  }

  delete(id: string): void {
    this.#suspended.delete(id);
    this.#edges.delete(id);
  }

  /**
   * Takes one edit of the document: changes that do not overlap and all refer to the text before
   * them (the `contentChanges` of VS Code, over canonical text), with VS Code's reason for it.
   */
  apply(changes: readonly TextEdit[], reason?: 'undo' | 'redo'): void {
    const ordered = inTextOrder(changes);
    if (reason) {
      const after = this.#text.copy();
      for (const { start, end, text } of ordered.toReversed()) after.replace(start, end, text);
      const steps = this.#history.stepsTo(after, this.#text, reason);
      if (steps) {
        for (const step of steps) this.#replay(step, reason);
        return;
      }
      // An undo of something that happened before this object was made is an edit like any other.
      this.#history.clear();
    }
    this.#record(refineEdits(ordered, this.#text));
  }

  #record(edits: readonly TextEdit[]): void {
    const touched = new Set(
      edits.flatMap(({ start, end }) => [...this.#edges.touching(start, end)]),
    );
    const before = this.#rangesOf(touched);
    const inserted: { at: number; text: string }[] = [];
    const backward: TextEdit[] = [];
    let shift = 0;
    for (const { start, end, text } of edits) {
      backward.push({
        start: start + shift,
        end: start + shift + text.length,
        text: this.#text.slice(start, end),
      });
      if (text !== '') inserted.push({ at: start + shift, text });
      shift += text.length - (end - start);
    }
    this.#run(edits);
    for (const { at, text } of inserted) {
      for (const [id, range] of this.#returning(text)) {
        before.set(id, before.get(id));
        touched.add(id);
        this.#suspended.delete(id);
        this.#edges.set(id, { start: at + range.start, end: at + range.end });
      }
    }
    this.#history.push({ forward: edits, backward, before, after: this.#rangesOf(touched) });
  }

  /** Applies edits from the last to the first, so that the offsets of the others stay true. */
  #run(edits: readonly TextEdit[]): void {
    for (const { start, end, text } of edits.toReversed()) {
      if (end > start) {
        for (const id of this.#edges.touching(start, end)) {
          const range = this.#edges.get(id)!;
          if (range.start < start || range.end > end) continue;
          const removed = this.#text.slice(start, end);
          this.#suspended.set(id, { removed, start: range.start - start, end: range.end - start });
          this.#edges.delete(id);
        }
      }
      this.#edges.replace(start, end, text.length);
      this.#text.replace(start, end, text);
    }
  }

  #replay(step: RecordedEdit, reason: 'undo' | 'redo'): void {
    this.#run(reason === 'undo' ? step.backward : step.forward);
    for (const [id, range] of reason === 'undo' ? step.before : step.after) {
      // Ranges deleted by the user in the meantime stay deleted.
      if (range && (this.#edges.has(id) || this.#suspended.has(id))) this.set(id, range);
    }
  }

  #rangesOf(ids: Iterable<string>): Map<string, TextRange | undefined> {
    return new Map([...ids].map((id) => [id, this.#edges.get(id)]));
  }

  /** Suspended ranges that `inserted` brings back, with their place in it. */
  *#returning(inserted: string): Generator<[string, TextRange]> {
    for (const [id, { removed, start, end }] of this.#suspended) {
      const whole = onlyOccurrence(inserted, removed);
      if (
        whole !== undefined &&
        (inserted.length === removed.length ||
          end - start >= tellingLength ||
          removed.length >= tellingLength)
      ) {
        yield [id, { start: whole + start, end: whole + end }];
      } else if (end - start >= tellingLength) {
        const at = onlyOccurrence(inserted, removed.slice(start, end));
        if (at !== undefined) yield [id, { start: at, end: at + end - start }];
      }
    }
  }
}

function onlyOccurrence(text: string, wanted: string): number | undefined {
  const at = text.length < wanted.length ? -1 : text.indexOf(wanted);
  return at === -1 || text.includes(wanted, at + 1) ? undefined : at;
}
