import * as vscode from 'vscode';
import type { Entity, Mention } from '../core/entity/entity';
import type { EntityAnnotation } from '../core/entity/find-mentions';
import { EntityRegistry } from '../core/entity/registry';
import { settlingAnnotations } from '../core/entity/settling-annotations';
import type { TextRange } from '../core/text/text-range';
import type { AnnotationStore } from './annotation-store';
import { Debounce } from './debounce';
import { Abandoned, DocumentMentions, type NearbyMentions } from './document-mentions';
import { EntityFiles, type StoredEntityFile, type UnreadableEntityFile } from './entity-files';
import type { Log } from './log';
import { annotatedFileOf } from './message-uri';
import { prepareMessages } from './messages';
import { settings } from './settings';
import { ShippedNames } from './shipped-names';

const pauseMilliseconds = 150;

/**
 * What names mean, by the workspace's entity files and by what comes with the extension, and where
 * documents mention them. Nothing is read before the first name is asked for.
 */
export class EntityStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when an entity file, or a setting that decides what is known, was changed. */
  readonly onDidChange = this.#changed.event;
  readonly #documentChanged = new vscode.EventEmitter<vscode.TextDocument>();
  /** Fires when annotations settle other names in a document than before. */
  readonly onDidChangeDocument = this.#documentChanged.event;
  readonly #files: EntityFiles;
  readonly #shipped: ShippedNames;
  readonly #disposables: vscode.Disposable[];
  readonly #mentions = new WeakMap<vscode.TextDocument, DocumentMentions>();
  /** What annotations settle in a document, without places: those move with every edit. */
  readonly #settled = new WeakMap<vscode.TextDocument, string>();
  /** Documents whose annotations changed since their mentions were asked for. */
  readonly #unsettled = new WeakSet<vscode.TextDocument>();
  readonly #settling = new Debounce<vscode.TextDocument>(pauseMilliseconds, (document) =>
    this.#compareSettled(document),
  );
  readonly #annotations: AnnotationStore;
  #registry: Promise<EntityRegistry> | undefined;

  constructor(extensionUri: vscode.Uri, annotations: AnnotationStore, log: Log) {
    this.#annotations = annotations;
    this.#files = new EntityFiles(log);
    this.#shipped = new ShippedNames(extensionUri, log);
    this.#disposables = [
      this.#files,
      this.#files.onDidChange(() => this.#invalidate()),
      this.#changed,
      this.#documentChanged,
      this.#settling,
      annotations.onDidChange((document) => {
        this.#unsettled.add(document);
        this.#settling.schedule(document);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('archiveAnnotator.gazetteer')) this.#invalidate();
        if (event.affectsConfiguration('archiveAnnotator.recogniser')) this.#invalidate();
      }),
    ];
  }

  /** Every entity file of the workspace. */
  files(): Promise<readonly StoredEntityFile[]> {
    return this.#files.all();
  }

  /** Entity files that cannot be read, and why. */
  unreadable(): Promise<readonly UnreadableEntityFile[]> {
    return this.#files.unreadable();
  }

  /** Reads an entity file again. */
  reload(uri: vscode.Uri): Promise<void> {
    return this.#files.reload(uri);
  }

  /** What comes with the extension, also where a file says more of the same thing. */
  async gazetteer(): Promise<readonly Entity[]> {
    const gazetteer = settings.gazetteerEnabled() ? await this.#shipped.gazetteer() : undefined;
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

  /** The mentions around an offset, soon: see `DocumentMentions.near`. */
  mentionsNear(document: vscode.TextDocument, offset: number): Promise<NearbyMentions> {
    return this.#search(document, (mentions) => mentions.near(offset));
  }

  async #search<Found>(
    document: vscode.TextDocument,
    ask: (mentions: DocumentMentions) => Promise<Found>,
  ): Promise<Found> {
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
    const recogniser = isEnabled ? await this.#shipped.recogniser() : undefined;
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
    const gazetteer = settings.gazetteerEnabled() ? await this.#shipped.gazetteer() : undefined;
    const entries = files.map(({ uri, file }) => ({ uri: uri.toString(), file }));
    return new EntityRegistry(entries, gazetteer);
  }

  #invalidate(): void {
    this.#registry = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}
