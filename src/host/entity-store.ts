import * as vscode from 'vscode';
import { largestEntityFile, parseEntityFile, type EntityFile } from '../core/entity/entity-file';
import { loadGazetteer, type Gazetteer } from '../core/entity/gazetteer/gazetteer';
import type { Entity, Mention } from '../core/entity/entity';
import type { EntityAnnotation } from '../core/entity/find-mentions';
import {
  loadRecogniser,
  type RecogniserData,
  type RecogniserModel,
} from '../core/entity/recogniser/recogniser-data';
import { EntityRegistry } from '../core/entity/registry';
import { settlingAnnotations } from '../core/entity/settling-annotations';
import { isEntityFileName } from '../core/file-names';
import { decodeText } from '../core/text/decode';
import { SourceText } from '../core/text/source-text';
import type { TextRange } from '../core/text/text-range';
import type { AnnotationStore } from './annotation-store';
import { Debounce } from './debounce';
import { Abandoned, DocumentMentions } from './document-mentions';
import { messageOf, type Log } from './log';
import { annotatedFileOf } from './message-uri';
import { fileNameOf, prepareMessages } from './messages';
import { readBytes } from './read-bytes';
import { settings } from './settings';

/** Where entity files are: in any folder. */
export const entityFilePattern = '**/{entities,*.entities}.{yaml,yml}';
/** Enough for every real archive; a workspace with more has something else under that name. */
const mostFiles = 1000;
const pauseMilliseconds = 150;

export function isEntityFile(uri: vscode.Uri): boolean {
  return isEntityFileName(fileNameOf(uri));
}

/** An entity file of the workspace as it is now, unsaved changes included. */
export interface StoredEntityFile {
  readonly uri: vscode.Uri;
  /** Canonical text, which the ranges of `file` count. */
  readonly text: string;
  readonly file: EntityFile;
}

/**
 * The workspace's entity files and the embedded gazetteer. Nothing is read before the first name is
 * asked for.
 */
export class EntityStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when an entity file, or a setting that decides what is known, was changed. */
  readonly onDidChange = this.#changed.event;
  readonly #documentChanged = new vscode.EventEmitter<vscode.TextDocument>();
  /** Fires when annotations settle other names in a document than before. */
  readonly onDidChangeDocument = this.#documentChanged.event;
  readonly #files = new Map<string, StoredEntityFile>();
  readonly #disposables: vscode.Disposable[];
  readonly #mentions = new WeakMap<vscode.TextDocument, DocumentMentions>();
  /** What annotations settle in a document, without places: those move with every edit. */
  readonly #settled = new WeakMap<vscode.TextDocument, string>();
  /** Documents whose annotations changed since their mentions were asked for. */
  readonly #unsettled = new WeakSet<vscode.TextDocument>();
  /** While somebody writes in an entity file it is read in the pauses. */
  readonly #typing = new Debounce<string>(
    pauseMilliseconds,
    (key) => void this.reload(vscode.Uri.parse(key, true)),
  );
  readonly #settling = new Debounce<vscode.TextDocument>(pauseMilliseconds, (document) =>
    this.#compareSettled(document),
  );
  readonly #extensionUri: vscode.Uri;
  readonly #annotations: AnnotationStore;
  readonly #log: Log;
  #loading: Promise<void> | undefined;
  #gazetteer: Promise<Gazetteer | undefined> | undefined;
  #recogniser: Promise<RecogniserModel | undefined> | undefined;
  #registry: Promise<EntityRegistry> | undefined;

  constructor(extensionUri: vscode.Uri, annotations: AnnotationStore, log: Log) {
    this.#extensionUri = extensionUri;
    this.#annotations = annotations;
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(entityFilePattern);
    // Of a deleted folder only the folder is told.
    const deleted = vscode.workspace.createFileSystemWatcher('**/*', true, true, false);
    this.#disposables = [
      this.#changed,
      this.#documentChanged,
      this.#settling,
      annotations.onDidChange((document) => {
        this.#unsettled.add(document);
        this.#settling.schedule(document);
      }),
      watcher,
      watcher.onDidCreate((uri) => this.#take(uri)),
      watcher.onDidChange((uri) => this.reload(uri)),
      deleted,
      deleted.onDidDelete((uri) => this.#drop(uri)),
      this.#typing,
      vscode.workspace.onDidOpenTextDocument(({ uri }) => void this.#lookBeside(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isEdited = contentChanges.length > 0 && isEntityFile(document.uri);
        if (isEdited) this.#typing.schedule(document.uri.toString());
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('archiveAnnotator.gazetteer')) this.#invalidate();
        if (event.affectsConfiguration('archiveAnnotator.recogniser')) this.#invalidate();
      }),
    ];
  }

  /** Every entity file of the workspace. */
  async files(): Promise<readonly StoredEntityFile[]> {
    await (this.#loading ??= this.#loadAll());
    // The first of two with one id counts: the same one in every window.
    return [...this.#files.values()].sort((a, b) => (a.uri.toString() < b.uri.toString() ? -1 : 1));
  }

  /** What comes with the extension, also where a file says more of the same thing. */
  async gazetteer(): Promise<readonly Entity[]> {
    const gazetteer = settings.gazetteerEnabled() ? await this.#loadGazetteer() : undefined;
    return gazetteer?.entities ?? [];
  }

  /** Everything that is known, entity files before the gazetteer. */
  registry(): Promise<EntityRegistry> {
    return (this.#registry ??= this.#buildRegistry());
  }

  /** The mentions in a document as it is now; only what was edited is searched anew. */
  mentions(document: vscode.TextDocument): Promise<readonly Mention[]> {
    return this.#search(document, (mentions) => mentions.all());
  }

  /** The mentions of the messages that touch a range (UTF-16, canonical text). */
  mentionsWithin(document: vscode.TextDocument, range: TextRange): Promise<readonly Mention[]> {
    return this.#search(document, (mentions) => mentions.within(range));
  }

  async #search(
    document: vscode.TextDocument,
    ask: (mentions: DocumentMentions) => Promise<readonly Mention[]>,
  ): Promise<readonly Mention[]> {
    for (;;) {
      try {
        return await ask(await this.#mentionsOf(document));
      } catch (error) {
        // The text, or what is known, changed meanwhile.
        if (!(error instanceof Abandoned)) throw error;
      }
    }
  }

  async #mentionsOf(document: vscode.TextDocument): Promise<DocumentMentions> {
    const registry = await this.registry();
    const isEnabled = settings.recogniserEnabled(document.uri);
    const recogniser = isEnabled ? await this.#loadRecogniser() : undefined;
    const messages = await prepareMessages(document);
    // Nothing waits from here on: who asks at the same time gets the same.
    const { version } = document;
    const known = this.#mentions.get(document);
    if (known?.version === version && known.isOf({ registry, recogniser })) {
      if (this.#unsettled.delete(document)) known.settle(this.#settledIn(document));
      return known;
    }
    this.#unsettled.delete(document);
    const uri = annotatedFileOf(document.uri).toString();
    const mentions = new DocumentMentions(
      version,
      { registry, recogniser, uri },
      messages,
      this.#settledIn(document),
      known,
    );
    known?.abandon();
    this.#mentions.set(document, mentions);
    return mentions;
  }

  /** The places where annotations that somebody stands by say which entity is meant. */
  #settledIn(document: vscode.TextDocument): EntityAnnotation[] {
    return settlingAnnotations(this.#annotations.current(document));
  }

  /** Tells once somebody paused whether annotations now settle other names than before. */
  #compareSettled(document: vscode.TextDocument): void {
    const key = this.#settledIn(document)
      .map(({ entity }) => entity)
      .join(' ');
    if (key === (this.#settled.get(document) ?? '')) return;
    this.#settled.set(document, key);
    this.#documentChanged.fire(document);
  }

  async #buildRegistry(): Promise<EntityRegistry> {
    const files = await this.files();
    const gazetteer = settings.gazetteerEnabled() ? await this.#loadGazetteer() : undefined;
    const entries = files.map(({ uri, file }) => ({ uri: uri.toString(), file }));
    return new EntityRegistry(entries, gazetteer);
  }

  #loadGazetteer(): Promise<Gazetteer | undefined> {
    return (this.#gazetteer ??= this.#loadData('gazetteer.json', loadGazetteer));
  }

  #loadRecogniser(): Promise<RecogniserModel | undefined> {
    const load = (data: unknown) => loadRecogniser(data as RecogniserData);
    return (this.#recogniser ??= this.#loadData('recogniser.json', load));
  }

  /** A data file of the extension; without it the feature is off and the log says why. */
  async #loadData<Data>(name: string, load: (data: unknown) => Data): Promise<Data | undefined> {
    const uri = vscode.Uri.joinPath(this.#extensionUri, 'dist', name);
    try {
      return load(JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))));
    } catch (error) {
      this.#log.error(`${name} could not be read: ${messageOf(error)}`);
      return undefined;
    }
  }

  async #loadAll(): Promise<void> {
    try {
      const uris = await vscode.workspace.findFiles(
        entityFilePattern,
        '**/node_modules/**',
        mostFiles,
      );
      await Promise.all(uris.map((uri) => this.#read(uri)));
    } catch (error) {
      this.#log.error(`Entity files could not be searched: ${messageOf(error)}`);
    }
  }

  async #read(uri: vscode.Uri): Promise<void> {
    try {
      const key = uri.toString();
      const open = vscode.workspace.textDocuments.find((it) => it.uri.toString() === key);
      const decoded = open
        ? open.getText()
        : decodeText(await readBytes(uri, largestEntityFile)).text;
      const { text } = new SourceText(decoded);
      this.#files.set(key, { uri, text, file: parseEntityFile(text) });
    } catch (error) {
      this.#log.warn(`${uri.toString()} could not be read: ${messageOf(error)}`);
      this.#files.delete(uri.toString());
    }
  }

  /** Reads an entity file again. */
  async reload(uri: vscode.Uri): Promise<void> {
    if (!this.#loading) return;
    await this.#loading;
    await this.#read(uri);
    this.#invalidate();
  }

  #drop(uri: vscode.Uri): void {
    const deleted = uri.toString();
    const gone = [...this.#files.keys()].filter(
      (key) => key === deleted || key.startsWith(`${deleted}/`),
    );
    for (const key of gone) this.#files.delete(key);
    if (gone.length > 0) this.#invalidate();
  }

  /** Of a file in a new folder the watcher may tell seconds later, or never. */
  async #lookBeside(uri: vscode.Uri): Promise<void> {
    if (!this.#loading || !vscode.workspace.getWorkspaceFolder(uri)) return;
    const folder = vscode.Uri.joinPath(uri, '..');
    const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(
      () => [],
    );
    const beside = entries.map(([name]) => vscode.Uri.joinPath(folder, name)).filter(isEntityFile);
    for (const file of beside) if (!this.#files.has(file.toString())) await this.#take(file);
  }

  /** A new file. Of a folder that goes and comes again at once the watcher tells only what is new. */
  async #take(uri: vscode.Uri): Promise<void> {
    await this.reload(uri);
    for (const { uri: known } of [...this.#files.values()]) {
      const isThere = await Promise.resolve(vscode.workspace.fs.stat(known)).then(
        () => true,
        (error: unknown) =>
          !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound'),
      );
      if (!isThere) this.#drop(known);
    }
  }

  #invalidate(): void {
    this.#registry = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}
