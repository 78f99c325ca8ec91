import * as vscode from 'vscode';
import { senderName } from '../../core/message/mail/sender-name';
import type { Message } from '../../core/message/message';
import type { ReadableMessages } from '../../core/message/readable-message';
import { indexOfMessageAt } from '../../core/message/message-at';
import { inSlices } from '../../core/in-slices';
import type { Host } from '../../host/host';
import { messageReferenceOf, messageUriOf } from '../../host/message-uri';
import { nextTurn } from '../../host/next-turn';
import { sourceTextOf } from '../../host/text-conversion';
import { toUri } from '../annotate/annotation-arguments';

/** Which message of which file; what is absent is that at the cursor. */
export interface MessageArguments {
  readonly uri?: vscode.Uri | string;
  /** Message-ID, with or without angle brackets, or the identity that a sidecar names. */
  readonly messageId?: string;
  /** From 0, in file order. */
  readonly index?: number;
}

/**
 * Shows one message of a file decoded, in a read-only document; resolves to its URI, or undefined
 * when the user leaves. Text that needs no decoding is shown as the file has it.
 *
 * @throws Error with a sentence for the user.
 */
export async function openMessage(
  host: Host,
  given: MessageArguments = {},
): Promise<vscode.Uri | undefined> {
  const file = given.uri ? toUri(given.uri) : vscode.window.activeTextEditor?.document.uri;
  if (!file) throw new Error(vscode.l10n.t('Open an archive of messages first.'));
  if (messageReferenceOf(file)) return show(file);
  refusePacked(file);
  const messages = await host.messageFiles.read(file);
  const message = await messageOf(messages, file, given);
  if (!message) return undefined;
  return show(documentUriOf(messages, file, message));
}

/** Where a message is shown decoded; the file itself where there is nothing to decode. */
export function documentUriOf(
  messages: ReadableMessages,
  file: vscode.Uri,
  message: Message,
): vscode.Uri {
  const { kind } = messages.parsed;
  if (kind === 'extracted' || kind === 'plain') return file;
  const identity = messages.identityOf(message);
  const copy = messages.named(identity).indexOf(message);
  return messageUriOf({ file, identity, copy }, message.header.subject);
}

async function show(uri: vscode.Uri): Promise<vscode.Uri> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: true });
  return uri;
}

/** @throws Error for what is packed, which no editor can show. */
export function refusePacked(file: vscode.Uri): void {
  if (!/\.gz$/i.test(file.path)) return;
  throw new Error(
    vscode.l10n.t(
      '{0} is packed. Unpack it first (gunzip), or read it with the command line: archive-annotator outline.',
      file.path.slice(file.path.lastIndexOf('/') + 1),
    ),
  );
}

async function messageOf(
  messages: ReadableMessages,
  file: vscode.Uri,
  { messageId, index }: MessageArguments,
): Promise<Message | undefined> {
  const all = messages.parsed.messages;
  if (messageId !== undefined) {
    const [named] = messages.named(messageId.replace(/^<(.*)>$/s, '$1'));
    if (!named) throw new Error(vscode.l10n.t('The message {0} is not in this file.', messageId));
    return named;
  }
  if (index !== undefined) {
    const numbered = all[index];
    if (!numbered) {
      throw new Error(
        vscode.l10n.t('The file has {0} messages, none has number {1}.', all.length, index),
      );
    }
    return numbered;
  }
  if (all.length === 1) return all[0];
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() === file.toString()) {
    const offset = sourceTextOf(editor.document).offsetAt(editor.selection.active);
    return all[indexOfMessageAt(all, offset)] ?? all[0];
  }
  await inSlices(messages.index(), nextTurn);
  return askMessage(all);
}

async function askMessage(all: readonly Message[]): Promise<Message | undefined> {
  const items = all.map((message) => {
    const { subject, from, date } = message.header;
    const label = subject || vscode.l10n.t('(no subject)');
    return { label, description: from ? senderName(from) : '', detail: date ?? '', message };
  });
  const placeHolder = vscode.l10n.t('Which message?');
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.message;
}
