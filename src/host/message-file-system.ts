import * as vscode from 'vscode';
import { Debounce } from './debounce';
import type { MessageFiles } from './message-files';
import { messageReferenceOf, messageScheme } from './message-uri';
import { fileNameOf } from './messages';

/** UTF-8 whatever the user's `files.encoding` says. */
const byteOrderMark = '\ufeff';
const pauseMilliseconds = 300;

interface Shown {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly mtime: number;
}

/**
 * Read-only documents of single messages, decoded. They follow the file that holds the message: as
 * it changes, in an editor or on disk, so does what they show.
 */
export class MessageFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #shown = new Map<string, Shown>();
  readonly #refresh = new Debounce<string>(pauseMilliseconds, (key) => void this.#compare(key));

  constructor(private readonly files: MessageFiles) {}

  register(): vscode.Disposable {
    const options = { isReadonly: true, isCaseSensitive: true };
    return vscode.Disposable.from(
      this,
      vscode.workspace.registerFileSystemProvider(messageScheme, this, options),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
    );
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, mtime } = await this.#show(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.#show(uri)).bytes;
  }

  watch(uri: vscode.Uri): vscode.Disposable {
    const reference = messageReferenceOf(uri);
    if (!reference) return new vscode.Disposable(() => undefined);
    const { file } = reference;
    const place = new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), fileNameOf(file));
    const watcher = vscode.workspace.createFileSystemWatcher(place);
    const changed = () => this.#refresh.schedule(uri.toString());
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isOurs = document.uri.toString() === file.toString();
        if (isOurs && contentChanges.length > 0) changed();
      }),
    );
  }

  async #show(uri: vscode.Uri): Promise<Shown> {
    const message = await this.files.message(uri);
    const { text } = message.text;
    const key = uri.toString();
    const shown = this.#shown.get(key);
    if (shown?.text === text) return shown;
    const bytes = new TextEncoder().encode(byteOrderMark + text);
    const now = { text, bytes, mtime: Math.max(Date.now(), (shown?.mtime ?? 0) + 1) };
    this.#shown.set(key, now);
    return now;
  }

  /** Tells the editor when the message reads otherwise now, or is gone. */
  async #compare(key: string): Promise<void> {
    const uri = vscode.Uri.parse(key, true);
    const before = this.#shown.get(key);
    try {
      const now = await this.#show(uri);
      if (now !== before) this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    } catch {
      this.#shown.delete(key);
      this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
    }
  }

  readDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    vscode.Disposable.from(this.#changed, this.#refresh).dispose();
  }
}
