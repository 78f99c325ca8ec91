import * as vscode from 'vscode';
import { LiveRanges } from '../core/annotation/anchor/live-ranges';
import type { TextRange } from '../core/text/text-range';
import { canonicalEdits, reasonOf } from './document-edits';
import { sourceTextOf } from './text-conversion';

/**
 * Passages of a document that somebody has chosen and writes about: what is typed in it, or read anew
 * from the disk, before the writing ends must not leave it at another passage.
 */
export class FollowedRanges implements vscode.Disposable {
  readonly #text: string;
  readonly #subscription: vscode.Disposable;
  #live: LiveRanges | undefined;

  /** @param ranges UTF-16 offsets over the canonical text as it is now */
  constructor(
    private readonly document: vscode.TextDocument,
    private readonly ranges: readonly TextRange[],
  ) {
    const { text } = sourceTextOf(document);
    this.#text = text;
    this.#subscription = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      const entries = ranges.map((range, index): [string, TextRange] => [`${index}`, range]);
      this.#live ??= new LiveRanges(text, entries);
      this.#live.apply(canonicalEdits(event), reasonOf(event));
    });
  }

  /**
   * Where they are now.
   *
   * @throws Error with a sentence for the user when one no longer reads as when it was chosen
   */
  get current(): readonly TextRange[] {
    const live = this.#live;
    if (!live) return this.ranges;
    const source = sourceTextOf(this.document);
    return this.ranges.map(({ start, end }, index) => {
      const range = live.get(`${index}`);
      if (range && source.slice(range) === this.#text.slice(start, end)) return range;
      throw new Error(vscode.l10n.t('The passage was changed meanwhile: select it again.'));
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

/** The answer to a question about passages, and where they are when it is given; see `FollowedRanges`. */
export async function whileFollowed<T>(
  document: vscode.TextDocument,
  ranges: readonly TextRange[],
  ask: () => Promise<T>,
): Promise<{ readonly answer: T; readonly ranges: readonly TextRange[] }> {
  const followed = new FollowedRanges(document, ranges);
  try {
    const answer = await ask();
    return { answer, ranges: answer === undefined ? ranges : followed.current };
  } finally {
    followed.dispose();
  }
}
