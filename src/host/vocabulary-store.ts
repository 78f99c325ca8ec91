import * as vscode from 'vscode';
import { parseVocabulary, type Vocabulary } from '../core/annotation/vocabulary';
import { vocabularyFileName } from '../core/file-names';
import { annotatedFileOf } from './message-uri';
import { fileNameOf } from './messages';
import { messageOf, type Log } from './log';
import type { TextFiles } from './text-files';
import { watchFiles } from './watched-files';

/** A vocabulary file as it is now, unsaved changes included. */
export interface StoredVocabulary {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly vocabulary: Vocabulary;
}

export function isVocabularyFile(uri: vscode.Uri): boolean {
  return fileNameOf(uri) === vocabularyFileName;
}

/** The workspace's vocabularies. Nothing is read before a source's is asked for. */
export class VocabularyStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires with the URI of a vocabulary file that was changed, created or deleted. */
  readonly onDidChange = this.#changed.event;
  /** What stands at a vocabulary file's URI; undefined where there is none. */
  readonly #known = new Map<string, Promise<StoredVocabulary | undefined>>();
  readonly #disposables: vscode.Disposable[];

  constructor(
    private readonly files: TextFiles,
    private readonly log: Log,
  ) {
    const watching = watchFiles({
      pattern: `**/${vocabularyFileName}`,
      matches: isVocabularyFile,
      forget: (uri) => this.#known.delete(uri.toString()),
      changed: (uri) => this.#changed.fire(uri),
    });
    this.#disposables = [this.#changed, watching];
  }

  /** The nearest vocabulary above a file, not above its workspace folder. */
  async of(document: vscode.Uri): Promise<StoredVocabulary | undefined> {
    const file = annotatedFileOf(document);
    const top = vscode.workspace.getWorkspaceFolder(file)?.uri.path;
    for (let at = vscode.Uri.joinPath(file, '..'); ; at = vscode.Uri.joinPath(at, '..')) {
      const found = await this.read(vscode.Uri.joinPath(at, vocabularyFileName));
      if (found) return found;
      if (top === undefined || at.path === top || at.path.length <= top.length) return undefined;
    }
  }

  /** A vocabulary file, or undefined when it is not there or cannot be read (the log says why). */
  read(uri: vscode.Uri): Promise<StoredVocabulary | undefined> {
    const key = uri.toString();
    const known = this.#known.get(key);
    if (known) return known;
    const reading = this.#read(uri);
    this.#known.set(key, reading);
    return reading;
  }

  async #read(uri: vscode.Uri): Promise<StoredVocabulary | undefined> {
    try {
      const text = await this.files.read(uri);
      return text === undefined ? undefined : { uri, text, vocabulary: parseVocabulary(text) };
    } catch (error) {
      this.log.warn(`${uri.toString()}: ${messageOf(error)}`);
      return undefined;
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}
