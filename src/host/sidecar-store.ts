import * as vscode from 'vscode';
import { sidecarSuffix, type SidecarSource } from '../core/annotation/annotation';
import { editSidecar, type SidecarChange } from '../core/annotation/edit-sidecar';
import { readSidecar, type Sidecar } from '../core/annotation/read-sidecar';
import { createSidecar } from '../core/annotation/write-sidecar';
import type { Log } from './log';
import { isSidecar, sidecarUriOf, sourceUriOf } from './sidecar-location';
import type { TextFiles } from './text-files';

/** A sidecar as it is now: in an open editor with unsaved changes, else on disk. */
export interface StoredSidecar {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly sidecar: Sidecar;
}

/** The workspace's sidecars. Changes to one are made one after the other. */
export class SidecarStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires with the source's URI when its sidecar was changed, created or deleted by anyone. */
  readonly onDidChange = this.#changed.event;
  readonly #cache = new Map<string, StoredSidecar>();
  readonly #queue = new Map<string, Promise<unknown>>();
  readonly #disposables: vscode.Disposable[];

  constructor(
    private readonly files: TextFiles,
    private readonly log: Log,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/*${sidecarSuffix}`);
    const forget = (uri: vscode.Uri) => this.#forget(uri);
    this.#disposables = [
      this.#changed,
      watcher,
      watcher.onDidCreate(forget),
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isSidecar(document.uri)) forget(document.uri);
      }),
    ];
  }

  /**
   * The source's sidecar, or undefined when it has none.
   *
   * @throws Error with a sentence for the user when it cannot be read.
   */
  async read(source: vscode.Uri): Promise<StoredSidecar | undefined> {
    const uri = sidecarUriOf(source);
    const cached = this.#cache.get(uri.toString());
    if (cached) return cached;
    const text = await this.files.read(uri);
    if (text === undefined) return undefined;
    const stored = { uri, text, sidecar: readSidecar(text) };
    this.#cache.set(uri.toString(), stored);
    return stored;
  }

  /**
   * Applies changes to the source's sidecar, creating it when there is none yet.
   *
   * @param identity what a new sidecar says of the source's text.
   * @param changesOf the changes, given the sidecar as it is at the moment of writing.
   * @throws Error with a sentence for the user when nothing was written.
   */
  change(
    source: vscode.Uri,
    identity: SidecarSource,
    changesOf: (sidecar: Sidecar) => readonly SidecarChange[],
  ): Promise<void> {
    const uri = sidecarUriOf(source);
    const key = uri.toString();
    const write = async () => {
      const outcome = await this.files.change(
        uri,
        () => createSidecar(identity, []),
        (text) => {
          const changes = changesOf(readSidecar(text));
          return changes.length > 0 ? editSidecar(text, changes).text : text;
        },
      );
      if (outcome === 'unchanged') return;
      this.#forget(uri);
      if (outcome === 'unsaved') {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('The sidecar has unsaved changes: save it to keep the annotation.'),
        );
      }
    };
    const next = (this.#queue.get(key) ?? Promise.resolve()).catch(() => undefined).then(write);
    this.#queue.set(key, next);
    return next.finally(() => {
      if (this.#queue.get(key) === next) this.#queue.delete(key);
    });
  }

  #forget(sidecar: vscode.Uri): void {
    this.#cache.delete(sidecar.toString());
    this.log.debug(`sidecar changed: ${sidecar.toString()}`);
    this.#changed.fire(sourceUriOf(sidecar));
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}
