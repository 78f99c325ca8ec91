import * as vscode from 'vscode';
import { outlineOf, type OutlineNode } from '../core/message/outline';
import type { SourceText } from '../core/text/source-text';
import { messageSelector, messagesOf } from '../host/messages';
import { toEditorRange } from '../host/text-conversion';

const symbolKinds: Record<OutlineNode['kind'], vscode.SymbolKind> = {
  message: vscode.SymbolKind.File,
  field: vscode.SymbolKind.Field,
  header: vscode.SymbolKind.Namespace,
  url: vscode.SymbolKind.Field,
  date: vscode.SymbolKind.Field,
  title: vscode.SymbolKind.Class,
  deck: vscode.SymbolKind.Interface,
  byline: vscode.SymbolKind.Property,
  dateline: vscode.SymbolKind.Event,
  paragraph: vscode.SymbolKind.String,
  heading: vscode.SymbolKind.Module,
  caption: vscode.SymbolKind.Object,
  quotation: vscode.SymbolKind.Package,
  list: vscode.SymbolKind.Array,
  attribution: vscode.SymbolKind.Property,
  signature: vscode.SymbolKind.Key,
  attachment: vscode.SymbolKind.File,
  rule: vscode.SymbolKind.Null,
  footer: vscode.SymbolKind.Constant,
};

/** The outline, which also feeds breadcrumbs, sticky scroll and Go to Symbol. */
export function registerOutline(): vscode.Disposable {
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols(document, token) {
      const { source, parsed } = messagesOf(document);
      return token.isCancellationRequested
        ? []
        : outlineOf(source, parsed).map((node) => toSymbol(source, node));
    },
  };
  return vscode.languages.registerDocumentSymbolProvider(messageSelector, provider, {
    label: 'Archive Message',
  });
}

function toSymbol(source: SourceText, node: OutlineNode): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    node.name,
    node.detail,
    symbolKinds[node.kind],
    toEditorRange(source, node.range),
    toEditorRange(source, node.selectionRange),
  );
  symbol.children = node.children.map((child) => toSymbol(source, child));
  return symbol;
}
