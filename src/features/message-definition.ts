import * as vscode from 'vscode';
import { headerFieldAt } from '../core/message/mail/header-field-at';
import { indexOfMessageAt } from '../core/message/message-at';
import type { Host } from '../host/host';
import { messageReferenceOf } from '../host/message-uri';
import { messageSelector, prepareMessages } from '../host/messages';
import { toEditorRange } from '../host/text-conversion';
import { documentUriOf } from './messages/open-message';

/**
 * Go to Definition on a Message-ID leads to the message that it names: from an answer to what it
 * answers. A decoded message leads to a decoded message, a file to the place in it.
 */
export function registerMessageDefinition(host: Host): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(messageSelector, {
    async provideDefinition(document, position): Promise<vscode.LocationLink[]> {
      const { source, parsed } = await prepareMessages(document);
      const offset = source.offsetAt(position);
      const message = parsed.messages[indexOfMessageAt(parsed.messages, offset)];
      const id = message && headerFieldAt(source.text, message, offset)?.messageId;
      if (!id) return [];
      const reference = messageReferenceOf(document.uri);
      const messages = await host.messageFiles.read(reference?.file ?? document.uri);
      const originSelectionRange = toEditorRange(source, id);
      return messages.named(id.value).map((named) => {
        const start = { start: named.start, end: named.start };
        return reference
          ? {
              originSelectionRange,
              targetUri: documentUriOf(messages, reference.file, named),
              targetRange: new vscode.Range(0, 0, 0, 0),
            }
          : {
              originSelectionRange,
              targetUri: document.uri,
              targetRange: toEditorRange(source, named),
              targetSelectionRange: toEditorRange(source, start),
            };
      });
    },
  });
}
