import * as vscode from 'vscode';
import { type SidecarSource } from '../core/annotation/annotation';
import { editSidecar, type SidecarChange } from '../core/annotation/edit-sidecar';
import { readSidecar, type Sidecar } from '../core/annotation/read-sidecar';
import type { SidecarTexts } from '../core/annotation/undo-change';
import { createSidecar } from '../core/annotation/write-sidecar';
import { sidecarSuffix } from '../core/file-names';
import type { Log } from './log';
import { annotatedFileOf } from './message-uri';
import { fileNameOf } from './messages';
import { isAnnotatorSidecarName, isSidecar, sidecarUriOf, sourceUriOf } from './sidecar-location';
import type { TextFiles } from './text-files';
import { watchFiles } from './watched-files';

/** A sidecar as it is now: in an open editor with unsaved changes, else on disk. */
export interface StoredSidecar {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly sidecar: Sidecar;
}

/** What was written into a sidecar. */
export interface SidecarWriting extends SidecarTexts {
  readonly uri: vscode.Uri;
}

/** The workspace's sidecars. Changes to one are made one after the other. */
export class SidecarStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires with the source's URI when its sidecar was changed, created or deleted by anyone. */
  readonly onDidChange = this.#changed.event;
  readonly #cache = new Map<string, StoredSidecar>();
  readonly #folders = new Map<string, Promise<readonly string[]>>();
  readonly #queue = new Map<string, Promise<unknown>>();
  readonly #disposables: vscode.Disposable[];

  constructor(
    private readonly files: TextFiles,
    private readonly log: Log,
  ) {
    const watching = watchFiles({
      pattern: `**/*${sidecarSuffix}`,
      matches: isSidecar,
      forget: (uri) => this.#cache.delete(uri.toString()),
      changed: (uri) => this.#forget(uri),
    });
    this.#disposables = [this.#changed, watching];
  }

  /**
   * The source's sidecar, or undefined when it has none.
   *
   * @throws Error with a sentence for the user when it cannot be read.
   */
  async read(source: vscode.Uri): Promise<StoredSidecar | undefined> {
    return this.readFile(sidecarUriOf(source));
  }

  /**
   * Every sidecar of a source: the common one, then those of single annotators, which name the source
   * in their head.
   *
   * @throws Error with a sentence for the user when one cannot be read.
   */
  async readAll(source: vscode.Uri): Promise<readonly StoredSidecar[]> {
    const common = await this.read(source);
    const file = annotatedFileOf(source);
    const name = fileNameOf(file);
    const folder = vscode.Uri.joinPath(file, '..');
    const found = common ? [common] : [];
    for (const other of await this.#sidecarNames(folder)) {
      if (!isAnnotatorSidecarName(other, name)) continue;
      const stored = await this.readFile(vscode.Uri.joinPath(folder, other));
      if (stored?.sidecar.source?.name === name) found.push(stored);
    }
    return found;
  }

  /** `readAll`, with what is on the disk at this moment: the editor notices others' writing later. */
  async readNewest(source: vscode.Uri): Promise<readonly StoredSidecar[]> {
    for (const { uri, text } of await this.readAll(source)) {
      if ((await this.files.read(uri)) !== text) this.#cache.delete(uri.toString());
    }
    return this.readAll(source);
  }

  /** The source of any sidecar: the one that an annotator's names, else by the sidecar's own name. */
  async sourceOf(sidecar: vscode.Uri): Promise<vscode.Uri> {
    const source = sourceUriOf(sidecar);
    const stored = await this.readFile(sidecar).catch(() => undefined);
    const named = stored?.sidecar.source?.name;
    return named !== undefined && isAnnotatorSidecarName(fileNameOf(sidecar), named)
      ? vscode.Uri.joinPath(sidecar, '..', named)
      : source;
  }

  /** Names of the sidecars in a folder; listed once, and again when one comes or goes. */
  #sidecarNames(folder: vscode.Uri): Promise<readonly string[]> {
    const key = folder.toString();
    let names = this.#folders.get(key);
    if (!names) {
      names = listSidecars(folder);
      this.#folders.set(key, names);
    }
    return names;
  }

  /** A sidecar by its own URI, or undefined when it is not there. */
  async readFile(uri: vscode.Uri): Promise<StoredSidecar | undefined> {
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
   * @param uri the sidecar, where it is not the common one.
   * @returns what was written, unless that is nothing.
   * @throws Error with a sentence for the user when nothing was written.
   */
  change(
    source: vscode.Uri,
    identity: SidecarSource,
    changesOf: (sidecar: Sidecar) => readonly SidecarChange[],
    uri = sidecarUriOf(source),
  ): Promise<SidecarWriting | undefined> {
    const rewrite = (text: string) => {
      const changes = changesOf(readSidecar(text));
      return changes.length > 0 ? editSidecar(text, changes).text : text;
    };
    return this.rewrite(uri, rewrite, () => createSidecar(identity, []));
  }

  /**
   * `change`, for what cannot be said as changes of annotations.
   *
   * @param rewrite the new text, given the sidecar's text at the moment of writing
   * @param initial the text of a sidecar that is not there yet; without it there must be one
   * @param isUndoable see `TextFiles.change`
   */
  rewrite(
    uri: vscode.Uri,
    rewrite: (text: string) => string,
    initial: () => string = () => missing(uri),
    isUndoable = true,
  ): Promise<SidecarWriting | undefined> {
    const key = uri.toString();
    const write = async () => {
      let before = '';
      let after = '';
      const change = (text: string) => {
        before = text;
        after = rewrite(text);
        return after;
      };
      const outcome = await this.files.change(uri, initial, change, isUndoable);
      if (outcome === 'unchanged') return undefined;
      this.#forget(uri);
      if (outcome === 'unsaved') {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('The sidecar has unsaved changes: save it to keep the annotation.'),
        );
      }
      return { uri, before, after };
    };
    const next = (this.#queue.get(key) ?? Promise.resolve()).catch(() => undefined).then(write);
    this.#queue.set(key, next);
    return next.finally(() => {
      if (this.#queue.get(key) === next) this.#queue.delete(key);
    });
  }

  #forget(sidecar: vscode.Uri): void {
    this.#cache.delete(sidecar.toString());
    this.#folders.delete(vscode.Uri.joinPath(sidecar, '..').toString());
    this.log.debug(`sidecar changed: ${sidecar.toString()}`);
    const source = sourceUriOf(sidecar);
    this.#changed.fire(source);
    // Also the source of an annotator's own sidecar, which is one name shorter.
    const end = source.path.lastIndexOf('.');
    if (end > source.path.lastIndexOf('/') + 1)
      this.#changed.fire(source.with({ path: source.path.slice(0, end) }));
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

function missing(uri: vscode.Uri): never {
  throw new Error(vscode.l10n.t('{0} is no longer there.', uri.path));
}

async function listSidecars(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name]) => name).filter((name) => name.endsWith(sidecarSuffix));
  } catch {
    // Virtual files may have no folder: there is the common sidecar then.
    return [];
  }
}
