import * as vscode from 'vscode';
import type { Host } from '../../host/host';
import { annotatedFileOf } from '../../host/message-uri';
import { fileNameOf } from '../../host/messages';
import { HoverText } from './markdown';

/** Tells which message a Message-ID names, and opens it; or that the file does not hold it. */
export async function messageIdCard(
  host: Host,
  document: vscode.TextDocument,
  messageId: string,
): Promise<HoverText> {
  const file = annotatedFileOf(document.uri);
  const [message] = (await host.messageFiles.read(file)).named(messageId);
  const card = new HoverText().markdown('$(mail) ');
  if (!message) {
    const text = vscode.l10n.t('The message of this Message-ID is not in {0}.', fileNameOf(file));
    return card.text(text);
  }
  const { subject, from, date } = message.header;
  card.bold(subject || vscode.l10n.t('(no subject)'));
  if (from) card.line().text(from);
  if (date) card.line().text(date);
  const given = { uri: file.toString(), messageId };
  return card.actions([
    {
      label: vscode.l10n.t('Open Message'),
      icon: 'mail-read',
      command: 'openMessage',
      argument: given,
    },
  ]);
}
