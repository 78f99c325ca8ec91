import * as vscode from 'vscode';
import { annotatedFile } from '../core/annotation/anchor/anchor-in-messages';
import type { AnchoredAnnotation } from '../core/annotation/anchor/anchored-annotation';
import { reviewPassages, type ReviewPassages } from '../core/annotation/review-passages';
import { sidecarSuffix } from '../core/file-names';
import { decodeText } from '../core/text/decode';
import { SourceText } from '../core/text/source-text';
import { AnnotatedText, annotationsOf } from './annotated-text';
import type { AnnotationStore } from './annotation-store';
import { Debounce } from './debounce';
import type { Git } from './git';
import { messageOf, type Log } from './log';
import { fileNameOf } from './messages';
import type { SidecarStore } from './sidecar-store';
import { sourceTextOf } from './text-conversion';
import { readIfThere } from './text-files';

/** A source of the workspace that has a sidecar. */
export interface ArchivedSource {
  readonly uri: vscode.Uri;
  readonly annotations: readonly AnchoredAnnotation[];
  /** What the source says where annotations need review, by their ids. */
  readonly passages: ReadonlyMap<string, ReviewPassages>;
  /** A sentence for the user when source or sidecar could not be read whole. */
  readonly problem?: string;
}

const pauseMilliseconds = 300;

/**
 * The annotations of the whole workspace. Nothing is read before `load` is called; from then on it
 * follows every change of sidecars and of their sources.
 */
export class Archive implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #sources = new Map<string, ArchivedSource>();
  readonly #refresh = new Debounce<string>(pauseMilliseconds, (key) => void this.#update(key));
  readonly #updating = new Set<Promise<void>>();
  #disposables: vscode.Disposable[] = [];
  #loading: Promise<void> | undefined;

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly annotations: AnnotationStore,
    private readonly git: Git,
    private readonly log: Log,
  ) {}

  /** What is loaded, in the order of the paths. */
  get sources(): readonly ArchivedSource[] {
    return [...this.#sources.values()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** A source's annotations, when they are loaded. */
  annotationsOf(source: vscode.Uri): readonly AnchoredAnnotation[] {
    return this.#sources.get(source.toString())?.annotations ?? [];
  }

  /**
   * Reads every sidecar of the workspace once; later calls read what was changed since and not read
   * yet.
   */
  async load(): Promise<void> {
    await (this.#loading ??= this.#loadAll());
    for (const key of this.#refresh.take()) void this.#update(key);
    await Promise.all(this.#updating);
  }

  async #loadAll(): Promise<void> {
    this.#follow();
    const title = vscode.l10n.t('Reading annotations');
    const options = { location: vscode.ProgressLocation.Window, title, cancellable: true };
    await vscode.window.withProgress(options, async (progress, token) => {
      const found = await vscode.workspace.findFiles(`**/*${sidecarSuffix}`);
      for (const [index, sidecar] of found.entries()) {
        if (token.isCancellationRequested) return;
        const uri = await this.sidecars.sourceOf(sidecar);
        this.#sources.set(uri.toString(), await this.#read(uri));
        if (index % 50 === 49) progress.report({ message: `${index + 1} / ${found.length}` });
      }
    });
    this.#changed.fire();
  }

  #follow(): void {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const onSource = (uri: vscode.Uri) => {
      if (this.#sources.has(uri.toString())) this.#refresh.schedule(uri.toString());
    };
    this.#disposables = [
      watcher,
      watcher.onDidChange(onSource),
      watcher.onDidCreate(onSource),
      watcher.onDidDelete(onSource),
      this.sidecars.onDidChange((uri) => this.#refresh.schedule(uri.toString())),
      this.annotations.onDidChange(({ uri }) => onSource(uri)),
    ];
  }

  #update(key: string): Promise<void> {
    const updating = this.#readAgain(key).finally(() => this.#updating.delete(updating));
    this.#updating.add(updating);
    return updating;
  }

  async #readAgain(key: string): Promise<void> {
    const source = await this.#read(vscode.Uri.parse(key, true));
    if (source.annotations.length > 0 || source.problem) this.#sources.set(key, source);
    else this.#sources.delete(key);
    this.#changed.fire();
  }

  async #read(uri: vscode.Uri): Promise<ArchivedSource> {
    try {
      const open = vscode.workspace.textDocuments.find(
        (document) => document.uri.toString() === uri.toString(),
      );
      if (open) return sourceOf(uri, await this.annotations.load(open), sourceTextOf(open));
      const files = await this.sidecars.readAll(uri);
      if (files.length === 0) return sourceOf(uri, []);
      const bytes = await readIfThere(uri);
      if (!bytes) {
        // The name of an annotator's own sidecar looks like that of a source which is gone.
        const sources = await Promise.all(files.map((file) => this.sidecars.sourceOf(file.uri)));
        const own = files.filter((_, index) => sources[index]!.toString() === uri.toString());
        if (own.length === 0) return sourceOf(uri, []);
        return withoutSource(
          uri,
          own.flatMap(({ sidecar }) => annotationsOf(sidecar)),
        );
      }
      const file = annotatedFile(new SourceText(decodeText(bytes).text), fileNameOf(uri));
      const text = await AnnotatedText.ofFile(uri, file);
      const anchored: AnchoredAnnotation[] = [];
      for (const { sidecar } of files) anchored.push(...(await text.anchor(sidecar, this.git)));
      return sourceOf(uri, anchored, file.source);
    } catch (error) {
      this.log.warn(`${uri.toString()}: ${messageOf(error)}`);
      return { ...sourceOf(uri, []), problem: messageOf(error) };
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.#changed, this.#refresh, ...this.#disposables).dispose();
  }
}

function sourceOf(
  uri: vscode.Uri,
  annotations: readonly AnchoredAnnotation[],
  text?: SourceText,
): ArchivedSource {
  return { uri, annotations, passages: text ? reviewPassages(text, annotations) : new Map() };
}

/** A sidecar whose source is gone keeps its annotations: all of them need a person. */
function withoutSource(
  uri: vscode.Uri,
  annotations: readonly AnchoredAnnotation['annotation'][],
): ArchivedSource {
  const reason = vscode.l10n.t('The source is not there.');
  const orphaned = annotations.map((annotation): AnchoredAnnotation => ({
    annotation,
    state: 'orphaned',
    ranges: [],
    reason,
  }));
  return { ...sourceOf(uri, orphaned), problem: reason };
}
