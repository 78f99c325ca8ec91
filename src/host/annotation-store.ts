import * as vscode from 'vscode';
import type { AnchoredAnnotation } from '../core/annotation/anchor/anchored-annotation';
import { editSidecar, type SidecarChange } from '../core/annotation/edit-sidecar';
import { readSidecar, type Sidecar } from '../core/annotation/read-sidecar';
import { undoChange } from '../core/annotation/undo-change';
import { changesByFile, type AnnotationChange, type AnnotationWriting } from './annotation-changes';
import { AnnotatedText, annotationsOf, sameTarget } from './annotated-text';
import { canonicalEdits, isRewriting, reasonOf } from './document-edits';
import type { Git } from './git';
import { messageOf, type Log } from './log';
import type { MessageFiles } from './message-files';
import { annotatedFileOf, messageScheme } from './message-uri';
import type { SidecarStore, SidecarWriting, StoredSidecar } from './sidecar-store';
import { ownSidecarUriOf } from './author';
import { canHaveSidecar } from './sidecar-location';
import { sourceTextOf } from './text-conversion';
import { isCountedIn, TrackedAnnotations } from './tracked-annotations';

/** An annotation in an open document. */
export interface AnchoredDocumentAnnotation extends AnchoredAnnotation {
  readonly document: vscode.TextDocument;
}

/** The annotations of open documents, anchored, and kept in place while their text is edited. */
export class AnnotationStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  /** Fires when the annotations of a document, or their places, may have changed. */
  readonly onDidChange = this.#changed.event;
  readonly #written = new vscode.EventEmitter<AnnotationWriting>();
  /** Fires when somebody's change of annotations was written. */
  readonly onDidWrite = this.#written.event;
  readonly #tracked = new Map<vscode.TextDocument, TrackedAnnotations>();
  readonly #loading = new Map<vscode.TextDocument, Promise<void>>();
  /** Documents whose text was replaced since their annotations were found in it. */
  readonly #rewritten = new Set<vscode.TextDocument>();
  readonly #disposables: vscode.Disposable[];

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly messageFiles: MessageFiles,
    private readonly git: Git,
    private readonly log: Log,
  ) {
    this.#disposables = [
      this.#changed,
      this.#written,
      sidecars.onDidChange((source) => this.#reload(source)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#afterSave(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#tracked.delete(document);
        this.#loading.delete(document);
        this.#rewritten.delete(document);
      }),
    ];
  }

  /**
   * The document's annotations, as they are on the disk at this moment: who decides about one must not
   * decide about what it was before git or another program wrote. Throws when unreadable.
   */
  async load(document: vscode.TextDocument): Promise<readonly AnchoredDocumentAnnotation[]> {
    await this.#read(document);
    const tracked = this.#tracked.get(document);
    const newest = tracked && (await this.sidecars.readNewest(document.uri));
    const isOld = newest && !haveSameText(tracked.sidecars, newest);
    if (isOld || this.#rewritten.has(document)) await this.#anchor(document);
    return this.current(document);
  }

  /** Reads and anchors the document's annotations if they are not yet. */
  async #read(document: vscode.TextDocument): Promise<void> {
    if (!this.#tracked.has(document) && canHaveSidecar(document)) {
      let loading = this.#loading.get(document);
      if (!loading) {
        loading = this.#anchor(document).finally(() => this.#loading.delete(document));
        this.#loading.set(document, loading);
      }
      await loading;
    }
  }

  /** For showing: what cannot be read is logged, and is a diagnostic elsewhere. */
  async loadQuietly(document: vscode.TextDocument): Promise<void> {
    await this.#read(document).catch((error: unknown) => this.log.warn(messageOf(error)));
  }

  /** The annotations that are loaded, with their places now, in the order of the text. */
  current(document: vscode.TextDocument): readonly AnchoredDocumentAnnotation[] {
    const tracked = this.#tracked.get(document);
    return tracked ? tracked.current.map((anchored) => ({ ...anchored, document })) : [];
  }

  /** Whether any annotation of the document is loaded. Costs nothing, also while somebody types. */
  isAnnotated(document: vscode.TextDocument): boolean {
    return this.#tracked.get(document)?.isEmpty === false;
  }

  /** Loaded annotations that hold an offset (UTF-16, canonical text), innermost first. */
  at(document: vscode.TextDocument, offset: number): readonly AnchoredDocumentAnnotation[] {
    const holds = ({ ranges }: AnchoredAnnotation) =>
      ranges.some(({ start, end }) => start <= offset && offset <= end);
    const length = ({ ranges }: AnchoredAnnotation) =>
      ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    return this.current(document)
      .filter(holds)
      .sort((a, b) => length(a) - length(b));
  }

  /**
   * Writes changes to the document's sidecar. When the text is not the one that the sidecar was
   * written against, every annotation's present place is written with them.
   *
   * @returns what was written, which `undo` can take back
   * @throws Error with a sentence for the user when nothing was written.
   */
  async change(
    document: vscode.TextDocument,
    changes: readonly AnnotationChange[],
  ): Promise<AnnotationWriting> {
    await this.load(document);
    const text = await AnnotatedText.of(document, this.messageFiles);
    const own = await ownSidecarUriOf(this.git, document.uri);
    const files = await this.sidecars.readAll(document.uri);
    const sidecars = files.map(({ sidecar }) => sidecar);
    const settle = await this.#settling(document, text, sidecars);
    const written: SidecarWriting[] = [];
    for (const [uri, part] of changesByFile(changes, files, own)) {
      const changesOf = (sidecar: Sidecar) => [...settle(sidecar), ...part];
      const writing = await this.sidecars.change(document.uri, text.identity, changesOf, uri);
      if (writing && part.length > 0) written.push(writing);
    }
    await this.#anchor(document);
    const writing = { uri: document.uri, sidecars: written };
    if (written.length > 0) this.#written.fire(writing);
    return writing;
  }

  /**
   * Takes a change back, in every sidecar that it was written to (see `undoChange`).
   *
   * @throws Error with a sentence for the user when an annotation was changed since.
   */
  async undo({ uri, sidecars }: AnnotationWriting): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    await this.load(document);
    const text = await AnnotatedText.of(document, this.messageFiles);
    const versions = sidecars.flatMap(({ before, after }) => [before, after].map(readSidecar));
    const files = (await this.sidecars.readAll(uri)).map(({ sidecar }) => sidecar);
    const settle = await this.#settling(document, text, [...files, ...versions]);
    const inOneText = (version: string) => editSidecar(version, settle(readSidecar(version))).text;
    for (const writing of sidecars) {
      await this.sidecars.rewrite(writing.uri, (newest) => undoChange(newest, writing, inOneText));
    }
    await this.#anchor(document);
  }

  /** What brings sidecars to the present text, also if they are written anew before it is used. */
  async #settling(
    document: vscode.TextDocument,
    text: AnnotatedText,
    sidecars: readonly Sidecar[],
  ): Promise<(sidecar: Sidecar) => SidecarChange[]> {
    const followed = this.#followed(document);
    const seen = this.#tracked.get(document)?.recordedTexts;
    const oldTexts = await text.oldTexts(sidecars, this.git, seen);
    return (sidecar) => text.settle(sidecar, followed, oldTexts.get(sidecar.source?.sha256 ?? ''));
  }

  /** The places that are known because every edit since they were found was seen, by id. */
  #followed(document: vscode.TextDocument): Map<string, AnchoredAnnotation> {
    const tracked = this.#tracked.get(document);
    const source = sourceTextOf(document);
    if (!tracked || source.message !== undefined || tracked.text !== source.text) return new Map();
    if (this.#rewritten.has(document)) return new Map();
    const own = tracked.current.filter(({ annotation }) => isCountedIn(annotation, source));
    return new Map(own.map((found) => [found.annotation.id, found]));
  }

  async #anchor(document: vscode.TextDocument): Promise<void> {
    for (;;) {
      const { version } = document;
      const files = await this.sidecars.readAll(document.uri);
      const anchored: AnchoredAnnotation[] = [];
      const text = await AnnotatedText.of(document, this.messageFiles);
      const seen = this.#textsSeen(document, text, files);
      for (const { sidecar } of files) {
        anchored.push(...(await this.#place(document, text, sidecar, seen)));
      }
      const tracked = new TrackedAnnotations(sourceTextOf(document), anchored, files, seen);
      // Typed on or written meanwhile: the places were found in a text, or the annotations stood in a
      // file, that is gone. Of two runs at once the one that began first may end last.
      if (document.version !== version) continue;
      if (!haveSameText(files, await this.sidecars.readAll(document.uri))) continue;
      if (document.version !== version) continue;
      if (!document.isClosed) this.#tracked.set(document, tracked);
      this.#rewritten.delete(document);
      this.#changed.fire(document);
      return;
    }
  }

  /** The texts that the sidecars were written against: the present one, and those that it has been. */
  #textsSeen(
    document: vscode.TextDocument,
    { identity, file }: AnnotatedText,
    files: readonly StoredSidecar[],
  ): ReadonlyMap<string, string> {
    const before = this.#tracked.get(document)?.recordedTexts;
    const seen = new Map<string, string>();
    for (const { sidecar } of files) {
      const sha256 = sidecar.source?.sha256 ?? '';
      const text = sha256 === identity.sha256 ? file.source.text : before?.get(sha256);
      if (text !== undefined) seen.set(sha256, text);
    }
    return seen;
  }

  async #place(
    document: vscode.TextDocument,
    text: AnnotatedText,
    sidecar: Sidecar,
    seen: ReadonlyMap<string, string>,
  ): Promise<readonly AnchoredAnnotation[]> {
    const source = sourceTextOf(document);
    const previous = this.#tracked.get(document);
    const isSame = sidecar.source?.sha256 === text.identity.sha256;
    const isFollowed = !text.message && previous?.text === source.text;
    if (!isSame && isFollowed && !this.#rewritten.has(document)) {
      // The editor has followed every edit since the text was the recorded one: nothing to search.
      const known = new Map(previous.current.map((it) => [it.annotation.id, it]));
      const followed = annotationsOf(sidecar).map((annotation) => {
        const place = known.get(annotation.id);
        return place && sameTarget(place.annotation, annotation)
          ? { ...place, annotation }
          : annotation;
      });
      if (followed.every((it) => 'ranges' in it)) return followed;
    }
    return text.anchor(sidecar, this.git, seen);
  }

  #follow(event: vscode.TextDocumentChangeEvent): void {
    const tracked = this.#tracked.get(event.document);
    if (!tracked || event.contentChanges.length === 0) return;
    // A message that was read anew was not edited: its annotations are found in it again.
    if (event.document.uri.scheme === messageScheme) return this.#anchorAgain(event.document);
    tracked.apply(canonicalEdits(event), reasonOf(event));
    if (!isRewriting(event)) return this.#changed.fire(event.document);
    this.#rewritten.add(event.document);
    this.#anchorAgain(event.document);
  }

  async #afterSave(document: vscode.TextDocument): Promise<void> {
    const tracked = this.#tracked.get(document);
    if (!tracked || tracked.isEmpty) return;
    try {
      await this.change(document, []);
    } catch (error) {
      this.log.error(messageOf(error));
      void vscode.window.showWarningMessage(messageOf(error));
    }
  }

  #reload(source: vscode.Uri): void {
    const key = source.toString();
    for (const document of this.#tracked.keys()) {
      if (annotatedFileOf(document.uri).toString() === key) this.#anchorAgain(document);
    }
  }

  #anchorAgain(document: vscode.TextDocument): void {
    this.#anchor(document).catch((error: unknown) => {
      this.log.warn(messageOf(error));
      this.#changed.fire(document);
    });
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

function haveSameText(some: readonly StoredSidecar[], others: readonly StoredSidecar[]): boolean {
  const isSame = (one: StoredSidecar, index: number) =>
    one.uri.path === others[index]!.uri.path && one.text === others[index]!.text;
  return some.length === others.length && some.every(isSame);
}
