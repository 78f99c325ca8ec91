import * as vscode from 'vscode';
import type { ParsedFile } from '../core/message/message';
import { inSlices } from '../core/in-slices';
import { parseFileInSteps } from '../core/message/parse-file';
import { ReadableMessages, type ReadableMessage } from '../core/message/readable-message';
import { decodeText } from '../core/text/decode';
import { SourceText } from '../core/text/source-text';
import { messageReferenceOf } from './message-uri';
import { nextTurn } from './next-turn';
import { fileNameOf, messagesOf, prepareMessages } from './messages';
import { readBytes } from './read-bytes';

interface StoredFile {
  readonly mtime: number;
  readonly size: number;
  readonly messages: Promise<ReadableMessages>;
}

/** Texts of many megabytes: the last ones are kept. */
const mostKept = 3;

const ofParsed = new WeakMap<ParsedFile, ReadableMessages>();

/** The messages of a document as it is now, each readable when asked for. */
export function readableMessagesOf(document: vscode.TextDocument): ReadableMessages {
  const { source, parsed } = messagesOf(document);
  let messages = ofParsed.get(parsed);
  if (!messages) ofParsed.set(parsed, (messages = new ReadableMessages(source, parsed)));
  return messages;
}

/** The messages of files, whether an editor has them open or not. */
export class MessageFiles {
  readonly #stored = new Map<string, StoredFile>();

  /**
   * The file's messages as its open document has them, else as on disk. Reads files that are too
   * large for an editor.
   *
   * @throws vscode.FileSystemError when there is no such file or it cannot be read.
   */
  async read(file: vscode.Uri): Promise<ReadableMessages> {
    const key = file.toString();
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === key);
    if (open) {
      await prepareMessages(open);
      return readableMessagesOf(open);
    }
    const { mtime, size } = await vscode.workspace.fs.stat(file);
    let stored = this.#stored.get(key);
    if (stored?.mtime !== mtime || stored.size !== size) {
      stored = { mtime, size, messages: this.#readStored(file) };
      stored.messages.catch(() => this.#stored.delete(key));
    }
    this.#stored.delete(key);
    this.#stored.set(key, stored);
    for (const oldest of this.#stored.keys()) {
      if (this.#stored.size > mostKept) this.#stored.delete(oldest);
    }
    return stored.messages;
  }

  /**
   * The message that the URI of a message's document names, as its file holds it now.
   *
   * @throws vscode.FileSystemError when the file or the message is gone.
   */
  async message(uri: vscode.Uri): Promise<ReadableMessage> {
    const reference = messageReferenceOf(uri);
    if (!reference) throw vscode.FileSystemError.FileNotFound(uri);
    const { file, identity, copy } = reference;
    const messages = await this.read(file);
    const copies = messages.named(identity);
    // A copy that is gone is one of those that are left.
    const message = copies[Math.min(copy, copies.length - 1)];
    if (message) return messages.readable(message, identity);
    throw vscode.FileSystemError.FileNotFound(
      vscode.l10n.t('The message is no longer in {0}.', fileNameOf(file)),
    );
  }

  async #readStored(file: vscode.Uri): Promise<ReadableMessages> {
    const name = fileNameOf(file);
    const title = vscode.l10n.t('Reading the messages of {0}', name);
    const location = vscode.ProgressLocation.Window;
    return vscode.window.withProgress({ location, title }, async () => {
      const source = new SourceText(decodeText(await readBytes(file)).text);
      const parsed = await inSlices(parseFileInSteps(source, name), nextTurn);
      return new ReadableMessages(source, parsed);
    });
  }
}
