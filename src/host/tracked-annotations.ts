import type { AnchoredAnnotation } from '../core/annotation/anchor/anchored-annotation';
import type { Annotation } from '../core/annotation/annotation';
import type { TextEdit } from '../core/annotation/anchor/edit-mapping';
import { readsTheSame } from '../core/annotation/anchor/stored-position';
import { LiveRanges } from '../core/annotation/anchor/live-ranges';
import type { SourceText } from '../core/text/source-text';
import type { TextRange } from '../core/text/text-range';
import type { StoredSidecar } from './sidecar-store';

/**
 * The annotations of one open document. They were anchored once; since then every edit of the
 * document carries their ranges along, without searching.
 */
export class TrackedAnnotations {
  readonly #anchored: readonly AnchoredAnnotation[];
  readonly #live: LiveRanges;
  #current: readonly AnchoredAnnotation[] | undefined;

  constructor(
    /** What the ranges were counted in at first. */
    private readonly source: SourceText,
    anchored: readonly AnchoredAnnotation[],
    /** The sidecars that they stand in, as they were read. */
    readonly sidecars: readonly StoredSidecar[],
    /** The texts that the sidecars were written against, as far as the editor has seen them: by SHA-256. */
    readonly recordedTexts: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#anchored = anchored;
    this.#live = new LiveRanges(source.text, anchored.flatMap(liveEntries));
  }

  /** The canonical text that the ranges count. */
  get text(): string {
    return this.#live.text;
  }

  /** Whether there is no annotation at all, placed or not. */
  get isEmpty(): boolean {
    return this.#anchored.length === 0;
  }

  apply(edits: readonly TextEdit[], reason: 'undo' | 'redo' | undefined): void {
    this.#live.apply(edits, reason);
    this.#current = undefined;
  }

  /** Every annotation with its place and state as they are now, in the order of the text. */
  get current(): readonly AnchoredAnnotation[] {
    if (!this.#current) {
      const current = this.#anchored.map((anchored) => this.#now(anchored));
      this.#current = current.sort((a, b) => placeOf(a) - placeOf(b));
    }
    return this.#current;
  }

  #now(anchored: AnchoredAnnotation): AnchoredAnnotation {
    if (anchored.ranges.length === 0) return anchored;
    const { annotation } = anchored;
    const ranges: TextRange[] = [];
    for (const [index] of anchored.ranges.entries()) {
      const range = this.#live.get(liveId(annotation.id, index));
      if (!range) {
        const reason = 'The passage was deleted in the editor.';
        return { annotation, state: 'orphaned', ranges: [], reason };
      }
      ranges.push(range);
    }
    // A quote from another text (a decoded message, or the file that holds it) reads otherwise here.
    if (!isCountedIn(annotation, this.source)) return { ...anchored, ranges };
    const isKept = annotation.target.every(({ quote, current }, index) => {
      const range = ranges[index];
      const now = range && this.#live.slice(range);
      if (now === undefined) return false;
      return now === current || readsTheSame(now, quote);
    });
    if (isKept || anchored.state === 'edited') return { ...anchored, ranges };
    return { ...anchored, ranges, state: 'edited', reason: 'The passage was edited.' };
  }
}

/** Whether an annotation's offsets count this text, and not that of a message or of its file. */
export function isCountedIn({ target }: Annotation, { message }: SourceText): boolean {
  return target.every((selector) => selector.message === message);
}

function liveEntries({ annotation, ranges }: AnchoredAnnotation) {
  return ranges.map((range, index): [string, TextRange] => [liveId(annotation.id, index), range]);
}

function liveId(annotationId: string, selector: number): string {
  return `${annotationId}/${selector}`;
}

function placeOf({ ranges: [range] }: AnchoredAnnotation): number {
  return range?.start ?? -1;
}
