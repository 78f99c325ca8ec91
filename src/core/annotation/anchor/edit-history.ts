import type { TextRange } from '../../text/text-range';
import type { EditedText } from './edited-text';
import type { TextEdit } from './edit-mapping';

/** An edit with everything needed to leave its traces in neither direction. */
export interface RecordedEdit {
  readonly forward: readonly TextEdit[];
  readonly backward: readonly TextEdit[];
  /** Ranges that the edit touched, before and after it; `undefined` while suspended. */
  readonly before: ReadonlyMap<string, TextRange | undefined>;
  readonly after: ReadonlyMap<string, TextRange | undefined>;
}

/** So many edits, and so many UTF-16 units of text in them, are kept. */
const maximumEdits = 2000;
const maximumLength = 8_000_000;

/**
 * The edits of an open document. An editor undoes several of them in one step (a typed word), so
 * the ones that a step covers are found by the text that they lead to.
 */
export class EditHistory {
  #done: RecordedEdit[] = [];
  #undone: RecordedEdit[] = [];
  #length = 0;

  push(edit: RecordedEdit): void {
    this.#done.push(edit);
    this.#undone = [];
    this.#length += textLength(edit);
    while (this.#done.length > maximumEdits || this.#length > maximumLength) {
      const oldest = this.#done.shift();
      if (!oldest) break;
      this.#length -= textLength(oldest);
    }
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
    this.#length = 0;
  }

  /**
   * The recorded edits that undo or redo from `text` to `wanted`, in the order to apply them; they
   * change sides in the history. `undefined` when no number of them leads there.
   */
  stepsTo(
    wanted: EditedText,
    text: EditedText,
    direction: 'undo' | 'redo',
  ): RecordedEdit[] | undefined {
    const from = direction === 'undo' ? this.#done : this.#undone;
    const to = direction === 'undo' ? this.#undone : this.#done;
    const reached = text.copy();
    for (let count = 1; count <= from.length; count++) {
      const step = from.at(-count)!;
      const edits = direction === 'undo' ? step.backward : step.forward;
      for (const { start, end, text: inserted } of edits.toReversed())
        reached.replace(start, end, inserted);
      if (reached.equals(wanted)) {
        const steps = from.splice(from.length - count).reverse();
        to.push(...steps);
        return steps;
      }
    }
    return undefined;
  }
}

function textLength(edit: RecordedEdit): number {
  let length = 0;
  for (const { text } of edit.forward) length += text.length;
  for (const { text } of edit.backward) length += text.length;
  return length;
}
