import type * as vscode from 'vscode';
import { parseFile } from '../core/message/parse-file';
import type { ParsedFile } from '../core/message/message';
import type { SourceText } from '../core/text/source-text';
import { sourceTextOf } from './text-conversion';

/** A document read as archived messages. */
export interface MessageDocument {
  readonly source: SourceText;
  readonly parsed: ParsedFile;
}

export const messageLanguage = 'archive-message';

/** Where the message features work: files of every scheme in our language. */
export const messageSelector: vscode.DocumentSelector = { language: messageLanguage };

const cache = new WeakMap<vscode.TextDocument, { version: number; message: MessageDocument }>();

/** The messages of a document as it is now; cached until the next edit. */
export function messagesOf(document: vscode.TextDocument): MessageDocument {
  const cached = cache.get(document);
  if (cached?.version === document.version) return cached.message;
  const source = sourceTextOf(document);
  const message = { source, parsed: parseFile(source, fileNameOf(document.uri)) };
  cache.set(document, { version: document.version, message });
  return message;
}

/** The last segment of a URI's path, decoded. */
export function fileNameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
