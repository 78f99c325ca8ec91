import * as vscode from 'vscode';
import { inSlices } from '../core/in-slices';
import { outlineNodes, type OutlineNode } from '../core/message/outline';
import type { SourceText } from '../core/text/source-text';
import { isLarge, messageSelector, prepareMessages } from '../host/messages';
import { nextTurn } from '../host/next-turn';
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
    async provideDocumentSymbols(document, token) {
      const { source, parsed } = await prepareMessages(document);
      // Of a large file the messages only: what is in one of them shows when it is opened.
      const withParts = !isLarge(document);
      const steps = symbolsInSteps(source, outlineNodes(source, parsed), withParts, token);
      return inSlices(steps, nextTurn);
    },
  };
  return vscode.languages.registerDocumentSymbolProvider(messageSelector, provider, {
    label: 'Archive Message',
  });
}

function* symbolsInSteps(
  source: SourceText,
  nodes: Iterable<OutlineNode>,
  withParts: boolean,
  token: vscode.CancellationToken,
): Generator<void, vscode.DocumentSymbol[]> {
  const symbols: vscode.DocumentSymbol[] = [];
  for (const node of nodes) {
    if (token.isCancellationRequested) return [];
    symbols.push(toSymbol(source, node, withParts));
    yield;
  }
  return symbols;
}

function toSymbol(
  source: SourceText,
  node: OutlineNode,
  withParts: boolean,
): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    node.name,
    node.detail,
    symbolKinds[node.kind],
    toEditorRange(source, node.range),
    toEditorRange(source, node.selectionRange),
  );
  if (withParts) symbol.children = node.children.map((child) => toSymbol(source, child, true));
  return symbol;
}
