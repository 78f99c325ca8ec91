import * as vscode from 'vscode';
import { tokenRanges, tokenTypes } from '../core/message/token-ranges';
import type { Host } from '../host/host';
import { isLarge, messageSelector, prepareMessages } from '../host/messages';
import { sourceTextOf, toEditorRange, toTextRange } from '../host/text-conversion';

const legend = new vscode.SemanticTokensLegend([...tokenTypes]);

/** Colours titles, decks, headings, captions, datelines and names: what no grammar can know. */
export function registerSemanticTokens(host: Host): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const tokensIn = async (
    document: vscode.TextDocument,
    range: vscode.Range | undefined,
    token: vscode.CancellationToken,
  ) => {
    const mentions = range
      ? await host.entities.mentionsWithin(document, toTextRange(sourceTextOf(document), range))
      : await host.entities.mentions(document);
    if (token.isCancellationRequested) return undefined;
    const { source, parsed } = await prepareMessages(document);
    const within = range ? toTextRange(source, range) : { start: 0, end: source.length };
    const builder = new vscode.SemanticTokensBuilder(legend);
    for (const found of tokenRanges(source, parsed.messages, mentions, within)) {
      builder.push(toEditorRange(source, found), found.type);
    }
    return builder.build();
  };
  return vscode.Disposable.from(
    changed,
    host.entities.onDidChange(() => changed.fire()),
    host.entities.onDidChangeDocument(() => changed.fire()),
    vscode.languages.registerDocumentSemanticTokensProvider(
      messageSelector,
      {
        onDidChangeSemanticTokens: changed.event,
        // Without an answer the editor asks for what it shows.
        provideDocumentSemanticTokens: (document, token) =>
          isLarge(document) ? undefined : tokensIn(document, undefined, token),
      },
      legend,
    ),
    vscode.languages.registerDocumentRangeSemanticTokensProvider(
      messageSelector,
      { provideDocumentRangeSemanticTokens: tokensIn },
      legend,
    ),
  );
}
