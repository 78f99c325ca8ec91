import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import type { TextRange } from '../../core/text/text-range';
import { shorten } from '../../core/text/shorten';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import { FollowedRanges } from '../../host/followed-ranges';
import type { Host } from '../../host/host';
import { sourceTextOf, toEditorRange, toTextRange } from '../../host/text-conversion';
import { kindPresentations } from '../annotate/annotation-kinds';
import { quoteOf } from '../annotate/describe-annotation';
import { commentsOf, DraftComment } from './annotation-comment';
import { threadsNearView } from './threads-near-view';

/** Kinds that somebody has to settle; a note just stands. */
const openKinds: ReadonlySet<string> = new Set(['question', 'correction']);

interface Shown {
  readonly thread: vscode.CommentThread;
  /** The annotation that its comments were made of. */
  annotation: Annotation;
  place: TextRange | undefined;
}

/** A new note that is being written. */
interface Begun {
  readonly passage: FollowedRanges;
  readonly subscription: vscode.Disposable;
}

/** The comment threads of open documents, rebuilt from their annotations: they hold nothing of their own. */
export class CommentThreads implements vscode.Disposable {
  readonly #shown = new Map<string, Map<string, Shown>>();
  readonly #partial = new Set<string>();
  #begun: Begun | undefined;

  constructor(
    private readonly host: Host,
    private readonly controller: vscode.CommentController,
  ) {}

  /** Makes the threads of a document what its annotations say now; of many those near what is shown. */
  show(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const old = this.#shown.get(key) ?? new Map<string, Shown>();
    const now = new Map<string, Shown>();
    const all = this.host.annotations.current(document).filter(isShown);
    const { kept, made } = threadsNearView(document, all);
    for (const found of all) {
      const { id } = found.annotation;
      // What is being written is not taken away, wherever the text has been scrolled to.
      const had = old.get(id);
      if (!(had ? kept.has(found) || isBeingEdited(had) : made.has(found))) continue;
      now.set(id, this.#update(document, found, had));
      old.delete(id);
    }
    for (const { thread } of old.values()) thread.dispose();
    this.#shown.set(key, now);
    if (made.size < all.length) this.#partial.add(key);
    else this.#partial.delete(key);
  }

  /** Whether a document has threads that are made only where they come into sight. */
  isPartial(document: vscode.TextDocument): boolean {
    return this.#partial.has(document.uri.toString());
  }

  /**
   * Opens a thread in which a new note is written; one that was begun before is left. It holds a
   * comment in the state of editing: unlike an empty thread's box, that has the focus at once, and
   * nobody types into the source.
   */
  begin(document: vscode.TextDocument, range: vscode.Range, author: string): void {
    this.end();
    const { uri } = document;
    const thread = this.controller.createCommentThread(uri, range, []);
    const passage = new FollowedRanges(document, [toTextRange(sourceTextOf(document), range)]);
    thread.label = kindPresentations.note.label;
    thread.canReply = false;
    thread.comments = [new DraftComment(thread, { name: author })];
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    const left = whenLeft(uri, () => this.end());
    this.#begun = { passage, subscription: vscode.Disposable.from(thread, passage, left) };
  }

  /**
   * The passage that the new note is about, wherever it is by now.
   *
   * @throws Error with a sentence for the user when it was changed
   */
  rangeBegun(document: vscode.TextDocument): vscode.Range | undefined {
    const range = this.#begun?.passage.current[0];
    return range && toEditorRange(sourceTextOf(document), range);
  }

  /** Takes away the thread in which a new note was begun. */
  end(): void {
    this.#begun?.subscription.dispose();
    this.#begun = undefined;
  }

  /** Makes a thread what its annotation says now, after the user has edited it. */
  async refresh(thread: vscode.CommentThread): Promise<void> {
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const id = this.annotationOf(thread);
    const shown = id && this.#shown.get(thread.uri.toString())?.get(id);
    const found = this.host.annotations
      .current(document)
      .find(({ annotation }) => annotation.id === id);
    if (!shown || !found) return;
    shown.annotation = found.annotation;
    fill(thread, found.annotation);
  }

  hide(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    for (const { thread } of this.#shown.get(key)?.values() ?? []) thread.dispose();
    this.#shown.delete(key);
    this.#partial.delete(key);
  }

  /** The annotation that a thread shows; undefined for one that the user has just begun. */
  annotationOf(thread: vscode.CommentThread): string | undefined {
    for (const threads of this.#shown.values()) {
      for (const [id, shown] of threads) if (shown.thread === thread) return id;
    }
    return undefined;
  }

  #update(
    document: vscode.TextDocument,
    { annotation, ranges }: AnchoredDocumentAnnotation,
    old: Shown | undefined,
  ): Shown {
    const place = ranges[0];
    const range = place && toEditorRange(sourceTextOf(document), place);
    if (!old) {
      const start = range ?? new vscode.Range(0, 0, 0, 0);
      const thread = this.controller.createCommentThread(document.uri, start, []);
      // Annotations of the whole document stand above its first line.
      if (!range) thread.range = undefined;
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
      fill(thread, annotation);
      return { thread, annotation, place };
    }
    if (old.place?.start !== place?.start || old.place?.end !== place?.end) {
      old.thread.range = range;
      old.place = place;
    }
    if (!isBeingEdited(old) && JSON.stringify(old.annotation) !== JSON.stringify(annotation)) {
      fill(old.thread, annotation);
      old.annotation = annotation;
    }
    return old;
  }

  dispose(): void {
    this.end();
    for (const threads of this.#shown.values()) {
      for (const { thread } of threads.values()) thread.dispose();
    }
    this.#shown.clear();
  }
}

function isBeingEdited({ thread }: Shown): boolean {
  return thread.comments.some(({ mode }) => mode === vscode.CommentMode.Editing);
}

/**
 * Whether a thread was folded up is not told: it would leave its icon beside the line for ever. Who goes
 * on in the text with nothing written has left it; a note with words in it waits behind its icon.
 */
function whenLeft(uri: vscode.Uri, end: () => void): vscode.Disposable {
  const isOurs = ({ document }: vscode.TextEditor) => document.uri.toString() === uri.toString();
  const begun = vscode.window.visibleTextEditors.find(isOurs)?.selection;
  const isWritten = () =>
    vscode.workspace.textDocuments.some(
      (document) => document.uri.scheme === 'comment' && document.getText().trim() !== '',
    );
  return vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
    const hasMoved = selection && !begun?.isEqual(selection);
    if (hasMoved && isOurs(textEditor) && !isWritten()) end();
  });
}

/** Notes and replies that have a place; what needs review has its own view. */
function isShown({ annotation, ranges }: AnchoredDocumentAnnotation): boolean {
  if (annotation.status === 'rejected') return false;
  if (ranges.length === 0 && annotation.kind !== 'document') return false;
  return Boolean(annotation.note ?? annotation.replies?.length);
}

function fill(thread: vscode.CommentThread, annotation: Annotation): void {
  const { label } = kindPresentations[annotation.kind];
  const tags = (annotation.tags ?? []).map((tag) => `#${tag}`);
  const quote = quoteOf(annotation);
  thread.label = [label, annotation.entity, ...tags, quote && `“${shorten(quote, 60)}”`]
    .filter(Boolean)
    .join(' ');
  thread.comments = commentsOf(thread, annotation);
  const isResolved = annotation.attributes?.['resolved'] === true;
  const { Resolved, Unresolved } = vscode.CommentThreadState;
  const isOpen = !isResolved && openKinds.has(annotation.kind);
  if (isResolved || isOpen) thread.state = isResolved ? Resolved : Unresolved;
  thread.contextValue = isResolved ? 'resolved' : isOpen ? 'unresolved' : 'note';
}
