import * as vscode from 'vscode';
import type { Message } from '../../core/message/message';
import type { TextRange } from '../../core/text/text-range';
import { messagesOf } from '../../host/messages';

/** The message of a document in which the cursor stands, else its first. */
export function messageAtCursor(document: vscode.TextDocument): Message | undefined {
  const { source, parsed } = messagesOf(document);
  const editor = vscode.window.visibleTextEditors.find((it) => it.document === document);
  const offset = editor ? source.offsetAt(editor.selection.active) : 0;
  const { messages } = parsed;
  return messages.find(({ start, end }) => start <= offset && offset < end) ?? messages[0];
}

/** The range that counts as “this message”, a little within it so that no neighbour is touched. */
export function messageRangeAt(document: vscode.TextDocument): TextRange {
  const message = messageAtCursor(document);
  return message ? { start: message.start + 1, end: message.end - 1 } : { start: 0, end: 0 };
}
