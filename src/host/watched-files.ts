import * as vscode from 'vscode';
import { Debounce } from './debounce';

const pauseMilliseconds = 150;

export interface WatchedFiles {
  /** A glob pattern of the workspace's files. */
  readonly pattern: string;
  matches(uri: vscode.Uri): boolean;
  /** What was known of a file holds no longer. Called at once, also for every key typed in it. */
  forget(uri: vscode.Uri): void;
  /** A file was changed, created or deleted; while somebody writes in it, called in the pauses. */
  changed(uri: vscode.Uri): void;
}

/** Tells of every change of some of the workspace's files, on the disk and in open editors. */
export function watchFiles(watched: WatchedFiles): vscode.Disposable {
  const typing = new Debounce<string>(pauseMilliseconds, (key) =>
    watched.changed(vscode.Uri.parse(key, true)),
  );
  const onDisk = (uri: vscode.Uri) => {
    watched.forget(uri);
    watched.changed(uri);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(watched.pattern);
  return vscode.Disposable.from(
    typing,
    watcher,
    watcher.onDidCreate(onDisk),
    watcher.onDidChange(onDisk),
    watcher.onDidDelete(onDisk),
    vscode.workspace.onDidChangeTextDocument(({ document: { uri }, contentChanges }) => {
      if (contentChanges.length === 0 || !watched.matches(uri)) return;
      watched.forget(uri);
      typing.schedule(uri.toString());
    }),
    // Closed without saving: what was typed is gone, and no change tells so.
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (watched.matches(uri)) onDisk(uri);
    }),
  );
}
