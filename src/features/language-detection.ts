import * as vscode from 'vscode';
import { detectKind } from '../core/message/detect';
import { SourceText } from '../core/text/source-text';
import type { Host } from '../host/host';
import { fileNameOf, messageLanguage } from '../host/messages';
import { forEachOpenDocument } from '../host/open-documents';
import { settings } from '../host/settings';

/** What VS Code gives to files whose content we may recognise. */
const candidates = new Set(['plaintext', 'html']);
/** Documents that are no files: output panels, previews, search results. */
const notFiles = new Set([
  'output',
  'debug',
  'vscode',
  'comment',
  'untitled',
  'search-editor',
  'archive-card',
]);
const sampleLength = 64 * 1024;
const refusedKey = 'language.refused';

/**
 * Gives archive messages their language. VS Code gives `.txt` to Plain Text before it looks at the
 * first line, so the content is looked at here: once for each opened document, and never again for
 * one that its reader switched back.
 */
export function registerLanguageDetection(host: Host): vscode.Disposable {
  const detection = new LanguageDetection(host);
  return vscode.Disposable.from(
    forEachOpenDocument((document) => detection.onDidOpen(document)),
    vscode.commands.registerCommand('archiveAnnotator.treatAsArchiveMessage', (uri?: vscode.Uri) =>
      detection.treatAsArchiveMessage(uri),
    ),
  );
}

class LanguageDetection {
  readonly #host: Host;
  /** A language switch closes and opens the same document object: so a reader's choice shows. */
  readonly #switched = new WeakSet<vscode.TextDocument>();

  constructor(host: Host) {
    this.#host = host;
  }

  async onDidOpen(document: vscode.TextDocument): Promise<void> {
    if (document.languageId === messageLanguage) {
      this.#switched.add(document);
      return this.#setRefused(document.uri, false);
    }
    if (this.#switched.has(document)) return this.#setRefused(document.uri, true);
    if (!candidates.has(document.languageId) || notFiles.has(document.uri.scheme)) return;
    if (settings.detection(document.uri) === 'off' || this.#isRefused(document.uri)) return;

    const sample = new vscode.Range(new vscode.Position(0, 0), document.positionAt(sampleLength));
    const { text } = new SourceText(document.getText(sample));
    const detection = detectKind(text, fileNameOf(document.uri));
    if (detection.kind === 'plain') return;
    this.#host.log.info(`${document.uri.toString()}: ${detection.reason}`);
    await this.#switchLanguage(document);
  }

  async treatAsArchiveMessage(uri?: vscode.Uri): Promise<void> {
    const document = uri
      ? await vscode.workspace.openTextDocument(uri)
      : vscode.window.activeTextEditor?.document;
    if (document) await this.#switchLanguage(document);
  }

  async #switchLanguage(document: vscode.TextDocument): Promise<void> {
    this.#switched.add(document);
    await vscode.languages.setTextDocumentLanguage(document, messageLanguage);
  }

  #isRefused(uri: vscode.Uri): boolean {
    return this.#refused().includes(vscode.workspace.asRelativePath(uri));
  }

  async #setRefused(uri: vscode.Uri, refused: boolean): Promise<void> {
    if (this.#isRefused(uri) === refused) return;
    const path = vscode.workspace.asRelativePath(uri);
    const others = this.#refused().filter((other) => other !== path);
    await this.#host.context.workspaceState.update(
      refusedKey,
      refused ? [...others, path] : others,
    );
  }

  #refused(): readonly string[] {
    return this.#host.context.workspaceState.get<string[]>(refusedKey, []);
  }
}
