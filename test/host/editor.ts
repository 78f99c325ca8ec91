/** What suites use to drive the editor and to wait for what it does, in Node's extension host and in the browser's. */
import * as vscode from 'vscode';

import { stepMark } from './mocha-run';

export { print } from './mocha-run';

export const extensionId = 'archive-annotator.archive-annotator';

/** The fresh copy of `test/fixtures/workspace` that the window has open. */
export function workspaceUri(...path: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the window has no folder');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

/** Opens a file of the workspace (or any file, by its URI) in an editor. */
export async function open(file: string | vscode.Uri): Promise<vscode.TextEditor> {
  const uri = typeof file === 'string' ? workspaceUri(...file.split('/')) : file;
  const document = await vscode.workspace.openTextDocument(uri);
  return await vscode.window.showTextDocument(document);
}

/** Writes a file of the workspace through the editor's file system; folders come into being. */
export async function write(file: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = workspaceUri(...file.split('/'));
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

/** A file's bytes on disk as text, whatever an editor holds. */
export async function read(file: string | vscode.Uri): Promise<string> {
  const uri = typeof file === 'string' ? workspaceUri(...file.split('/')) : file;
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** The range of the nth occurrence (from 0) of `text` in a document. */
export function rangeOf(document: vscode.TextDocument, text: string, nth = 0): vscode.Range {
  const content = document.getText();
  let at = content.indexOf(text);
  for (let count = 0; count < nth && at >= 0; count++) at = content.indexOf(text, at + 1);
  if (at < 0) throw new Error(`“${text}” (occurrence ${nth}) is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Closes every editor without asking: changes are reverted first. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Signs what a suite writes with this name; afterwards the setting is as it was. */
export function signAs(author: string): void {
  const set = (value: string | undefined) =>
    vscode.workspace
      .getConfiguration('archiveAnnotator')
      .update('author', value, vscode.ConfigurationTarget.Workspace);
  before(() => set(author));
  after(() => set(undefined));
}

/**
 * Waits until `probe` returns something other than undefined, null or false, and returns it. It is asked again
 * whenever one of the events fires, and in short intervals for what has no event; after the deadline the error says `what`.
 */
export async function until<T>(
  what: string,
  probe: () => T | Thenable<T>,
  options: { events?: vscode.Event<unknown>[]; milliseconds?: number } = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = Date.now() + (options.milliseconds ?? 20_000);
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== null && value !== false) {
      return value as NonNullable<Exclude<T, false>>;
    }
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await nextEvent(options.events ?? [], 50);
  }
}

function nextEvent(events: readonly vscode.Event<unknown>[], milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const subscriptions = events.map((event) => event(done));
  });
}

/** The document's language, waited for. */
export async function untilLanguage(
  uri: vscode.Uri,
  language: string,
): Promise<vscode.TextDocument> {
  const key = uri.toString();
  return await until(
    `${uri.path} becomes ${language}`,
    () =>
      vscode.workspace.textDocuments.find(
        (document) => document.uri.toString() === key && document.languageId === language,
      ),
    { events: [vscode.workspace.onDidOpenTextDocument] },
  );
}

/** The problems shown for a document, once `accept` is content with them (by default: there are some). */
export async function untilDiagnostics(
  uri: vscode.Uri,
  accept: (found: vscode.Diagnostic[]) => boolean = (found) => found.length > 0,
): Promise<vscode.Diagnostic[]> {
  return await until(
    `problems of ${uri.path}`,
    () => {
      const found = vscode.languages.getDiagnostics(uri);
      return accept(found) ? found : undefined;
    },
    { events: [vscode.languages.onDidChangeDiagnostics] },
  );
}

/** The outline, once a provider answers. */
export async function symbols(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  return await until(`symbols of ${uri.path}`, async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    return found?.length ? found : undefined;
  });
}

/** All references to what stands at a position, once there are at least so many. */
export async function references(
  uri: vscode.Uri,
  position: vscode.Position,
  atLeast: number,
): Promise<vscode.Location[]> {
  const find = async () => {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      position,
    );
    return found.length >= atLeast ? found : undefined;
  };
  return await until(`${atLeast} references`, find, { milliseconds: 30_000 });
}

/** Everything that the hover at a position says, as Markdown; empty where no provider answers. */
export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n\n');
}

/**
 * Lets the runner do something in the window that no API can: press keys, click a button. Steps are taken one
 * after the other; wait for what they bring about.
 */
export function takeStep(step: string): void {
  console.log(stepMark + step);
}

/** Runs a command of this extension by its name without the prefix. */
export async function run<T = unknown>(command: string, ...args: unknown[]): Promise<T> {
  return await vscode.commands.executeCommand<T>(`archiveAnnotator.${command}`, ...args);
}
