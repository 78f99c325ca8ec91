import * as vscode from 'vscode';
import {
  largestEntityFile,
  parseEntityFileInSteps,
  type EntityFile,
} from '../core/entity/entity-file';
import { inSlices } from '../core/in-slices';
import { isEntityFileName } from '../core/file-names';
import { decodeText } from '../core/text/decode';
import { SourceText } from '../core/text/source-text';
import { Debounce } from './debounce';
import { messageOf, type Log } from './log';
import { fileNameOf } from './messages';
import { nextTurn } from './next-turn';
import { readBytes } from './read-bytes';

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

export interface UnreadableEntityFile {
  readonly uri: vscode.Uri;
  /** A sentence for the user. */
  readonly reason: string;
}

/**
 * The workspace's entity files as they are now. None is read before somebody asks for them; from then on
 * changes are followed, on the disk and in open editors.
 */
export class EntityFiles implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when a file was changed, came or went. */
  readonly onDidChange = this.#changed.event;
  readonly #files = new Map<string, StoredEntityFile>();
  readonly #unreadable = new Map<string, UnreadableEntityFile>();
  #readings = 0;
  /** The reading that a file is known by, by its address. */
  readonly #counted = new Map<string, number>();
  readonly #disposables: vscode.Disposable[];
  /** While somebody writes in an entity file it is read in the pauses. */
  readonly #typing = new Debounce<string>(
    pauseMilliseconds,
    (key) => void this.reload(vscode.Uri.parse(key, true)),
  );
  #loading: Promise<void> | undefined;

  constructor(private readonly log: Log) {
    const watcher = vscode.workspace.createFileSystemWatcher(entityFilePattern);
    // Of a deleted folder only the folder is told.
    const deleted = vscode.workspace.createFileSystemWatcher('**/*', true, true, false);
    this.#disposables = [
      this.#changed,
      this.#typing,
      watcher,
      watcher.onDidCreate((uri) => this.#take(uri)),
      watcher.onDidChange((uri) => this.reload(uri)),
      deleted,
      deleted.onDidDelete((uri) => this.#drop(uri)),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => void this.#lookBeside(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isEdited = contentChanges.length > 0 && isEntityFile(document.uri);
        if (isEdited) this.#typing.schedule(document.uri.toString());
      }),
    ];
  }

  /** Every entity file of the workspace, in the order of their addresses. */
  async all(): Promise<readonly StoredEntityFile[]> {
    await (this.#loading ??= this.#loadAll());
    // The first of two with one id counts: the same one in every window.
    return [...this.#files.values()].sort((a, b) => (a.uri.toString() < b.uri.toString() ? -1 : 1));
  }

  /** Those that are too large, or no files; of no use but to tell of. */
  async unreadable(): Promise<readonly UnreadableEntityFile[]> {
    await this.all();
    return [...this.#unreadable.values()];
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
      this.log.error(`Entity files could not be searched: ${messageOf(error)}`);
    }
  }

  async #read(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const reading = ++this.#readings;
    // Of two readings at a time the one that began later counts, also when the other ends after it.
    const isNewer = () => reading > (this.#counted.get(key) ?? 0);
    try {
      const open = vscode.workspace.textDocuments.find((it) => it.uri.toString() === key);
      const decoded = open
        ? open.getText()
        : decodeText(await readBytes(uri, largestEntityFile)).text;
      const { text } = new SourceText(decoded);
      const file = await inSlices(parseEntityFileInSteps(text), nextTurn);
      if (!isNewer()) return;
      this.#counted.set(key, reading);
      this.#files.set(key, { uri, text, file });
      this.#unreadable.delete(key);
    } catch (error) {
      this.log.warn(`${key} could not be read: ${messageOf(error)}`);
      if (!isNewer()) return;
      this.#files.delete(key);
      const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (!isGone) this.#unreadable.set(key, { uri, reason: messageOf(error) });
    }
  }

  /** Reads an entity file again. */
  async reload(uri: vscode.Uri): Promise<void> {
    if (!this.#loading) return;
    await this.#loading;
    await this.#read(uri);
    this.#changed.fire();
  }

  #drop(uri: vscode.Uri): void {
    const deleted = uri.toString();
    const known = [...this.#files.keys(), ...this.#unreadable.keys()];
    const gone = known.filter((key) => key === deleted || key.startsWith(`${deleted}/`));
    for (const key of gone) {
      this.#files.delete(key);
      this.#unreadable.delete(key);
      this.#counted.set(key, ++this.#readings);
    }
    if (gone.length > 0) this.#changed.fire();
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

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}
