import * as vscode from 'vscode';
import { inSlices } from '../core/in-slices';
import type { ParsedFile } from '../core/message/message';
import { parseFile, parseFileInSteps, parseMessages } from '../core/message/parse-file';
import { reparseFile } from '../core/message/reparse-file';
import type { SourceText } from '../core/text/source-text';
import type { TextChange } from '../core/text/text-change';
import { nextTurn } from './next-turn';
import { canonicalEdits } from './document-edits';
import { messageScheme } from './message-uri';
import { sourceTextOf } from './text-conversion';

/** A document read as archived messages. */
export interface MessageDocument {
  readonly source: SourceText;
  readonly parsed: ParsedFile;
}

interface Cached {
  readonly version: number;
  readonly message: MessageDocument;
  /** What was edited since, as one change of `message.source`. */
  edited?: TextChange;
}

export const messageLanguage = 'archive-message';

/** Where the message features work: files of every scheme in our language. */
export const messageSelector: vscode.DocumentSelector = { language: messageLanguage };

const cache = new WeakMap<vscode.TextDocument, Cached>();

/** The messages of a document as it is now; after an edit only what it touched is read anew. */
export function messagesOf(document: vscode.TextDocument): MessageDocument {
  const cached = cache.get(document);
  if (cached?.version === document.version) return cached.message;
  const source = sourceTextOf(document);
  const name = fileNameOf(document.uri);
  const parsed =
    document.uri.scheme === messageScheme
      ? decodedMessage(source)
      : cached?.edited
        ? reparseFile(cached.message.parsed, cached.message.source, source, cached.edited, name)
        : parseFile(source, name);
  const message = { source, parsed };
  cache.set(document, { version: document.version, message });
  return message;
}

const preparing = new WeakMap<vscode.TextDocument, { version: number; ready: Promise<void> }>();

/**
 * `messagesOf` for providers: a large document is read in slices, with progress in the status bar,
 * so that nothing else waits for it. It stops when the document is closed.
 */
export async function prepareMessages(document: vscode.TextDocument): Promise<MessageDocument> {
  const isReady = cache.get(document)?.version === document.version;
  if (!isReady && isLarge(document) && !cache.get(document)?.edited) {
    let running = preparing.get(document);
    if (running?.version !== document.version) {
      running = { version: document.version, ready: readInSlices(document) };
      preparing.set(document, running);
    }
    await running.ready;
  }
  return messagesOf(document);
}

/** Documents that are read by what is looked at, not as a whole. Costs nothing to ask. */
export function isLarge(document: vscode.TextDocument): boolean {
  return document.lineCount > largeLineCount;
}

/** About a megabyte of mail. */
const largeLineCount = 20_000;

async function readInSlices(document: vscode.TextDocument): Promise<void> {
  const { version } = document;
  const name = fileNameOf(document.uri);
  const title = vscode.l10n.t('Reading the messages of {0}', name);
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title },
    async () => {
      const source = sourceTextOf(document);
      await nextTurn();
      const pause = async () => {
        await nextTurn();
        if (document.isClosed || document.version !== version) throw new Outdated();
      };
      try {
        await inSlices(source.findLines(), pause);
        const parsed = await inSlices(parseFileInSteps(source, name), pause);
        cache.set(document, { version, message: { source, parsed } });
      } catch (error) {
        if (!(error instanceof Outdated)) throw error;
      }
    },
  );
}

/** Thrown out of reading a text that is no longer there. */
class Outdated extends Error {}

/** What a document of one decoded message holds. */
function decodedMessage(source: SourceText): ParsedFile {
  const messages = parseMessages(source, 'message');
  return { kind: 'message', reason: 'It is one message of a file, decoded.', messages };
}

/** Remembers where documents were edited. Costs the size of the edit; nothing is read here. */
export function followMessageEdits(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument((event) => {
    const cached = cache.get(event.document);
    if (!cached) return;
    // VS Code gives the changes of one event from the last to the first, all for the text before.
    for (const { start, end, text } of canonicalEdits(event)) {
      const change = { start, oldEnd: end, newEnd: start + text.length };
      cached.edited = cached.edited ? followedBy(cached.edited, change) : change;
    }
  });
}

/** Two changes, the second of the text after the first, as one change that covers both. */
function followedBy(first: TextChange, second: TextChange): TextChange {
  const start = Math.min(first.start, second.start);
  const shift = first.newEnd - first.oldEnd;
  const oldEnd = Math.max(first.oldEnd, second.oldEnd - shift);
  return { start, oldEnd, newEnd: oldEnd + shift + second.newEnd - second.oldEnd };
}

/** The last segment of a URI's path, decoded. */
export function fileNameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
