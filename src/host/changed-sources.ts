import * as vscode from 'vscode';
import { Debounce } from './debounce';

/** What changed among the workspace's files of messages. */
export interface SourceChanges {
  /** Created, changed or deleted. */
  readonly sources: readonly vscode.Uri[];
  /** Whole folders that are gone. */
  readonly deletedFolders: readonly vscode.Uri[];
  /** Whether a folder came that may hold any number of them. */
  readonly hasNewFolder: boolean;
}

/** Where messages are kept; what is inside them decides. */
export const sourcePattern = '**/*.{txt,eml,mbox,mbx,html,htm}';
const isSourceName = /\.(?:txt|eml|mbox|mbx|html?)$/i;
const excludedFolder = /\/(?:node_modules|\.git|dist)(?:\/|$)/;
/** Of more than these it is not asked whether they are folders. */
const mostAsked = 50;
const pauseMilliseconds = 1000;

/** Tells in the pauses which files of messages were changed by anyone. Folders are told as one. */
export class ChangedSources implements vscode.Disposable {
  #changed: vscode.Uri[] = [];
  #created: vscode.Uri[] = [];
  #deleted: vscode.Uri[] = [];
  readonly #tell = new Debounce<void>(pauseMilliseconds, () => void this.#take());
  readonly #watcher = vscode.workspace.createFileSystemWatcher('**/*');
  readonly #disposables: vscode.Disposable[];

  constructor(private readonly listener: (changes: SourceChanges) => unknown) {
    this.#disposables = [
      this.#watcher,
      this.#tell,
      this.#watcher.onDidChange((uri) => this.#note(uri)),
      this.#watcher.onDidCreate((uri) => this.#note(uri, this.#created)),
      this.#watcher.onDidDelete((uri) => this.#note(uri, this.#deleted)),
    ];
  }

  /**
   * A checkout tells of thousands at once: here they are only noted.
   *
   * @param others where it is kept when it is no file of messages by its name
   */
  #note(uri: vscode.Uri, others?: vscode.Uri[]): void {
    const kept = isSourceName.test(uri.path) ? this.#changed : others;
    if (!kept || excludedFolder.test(uri.path)) return;
    kept.push(uri);
    this.#tell.schedule();
  }

  async #take(): Promise<void> {
    const [changed, created, deletedFolders] = [this.#changed, this.#created, this.#deleted];
    [this.#changed, this.#created, this.#deleted] = [[], [], []];
    const isMany = created.length > mostAsked;
    const folders = isMany ? [] : await Promise.all(created.map(isFolder));
    const sources = new Map(changed.map((uri) => [uri.toString(), uri]));
    this.listener({
      sources: [...sources.values()],
      deletedFolders,
      hasNewFolder: isMany || folders.includes(true),
    });
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory;
  } catch {
    return false;
  }
}
