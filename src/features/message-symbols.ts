import * as vscode from 'vscode';
import { inSlices } from '../core/in-slices';
import { readableMessagesOf } from '../host/message-files';
import { messageLanguage, prepareMessages } from '../host/messages';
import { nextTurn } from '../host/next-turn';
import { toEditorRange } from '../host/text-conversion';

const mostSymbols = 500;

/** Go to Symbol in Workspace finds the messages of open files by subject and sender. */
export function registerMessageSymbols(): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      const symbols: vscode.SymbolInformation[] = [];
      for (const document of vscode.workspace.textDocuments) {
        if (document.languageId !== messageLanguage) continue;
        const { source, parsed } = await prepareMessages(document);
        await inSlices(readableMessagesOf(document).index(), nextTurn);
        for (const message of parsed.messages) {
          if (token.isCancellationRequested || symbols.length === mostSymbols) return symbols;
          const { subject, from, date } = message.header;
          const text = `${subject ?? ''} ${from ?? ''}`.toLowerCase();
          if (!subject || !words.every((word) => text.includes(word))) continue;
          const range = toEditorRange(source, { start: message.start, end: message.start });
          const location = new vscode.Location(document.uri, range);
          const container = [from, date].filter(Boolean).join(', ');
          symbols.push(
            new vscode.SymbolInformation(subject, vscode.SymbolKind.File, container, location),
          );
        }
      }
      return symbols;
    },
  });
}
