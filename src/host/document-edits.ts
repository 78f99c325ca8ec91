import * as vscode from 'vscode';
import type { TextEdit } from '../core/annotation/anchor/edit-mapping';

/**
 * An editor's change event as edits of the canonical text. Costs only the size of the change: a
 * document's line ends are all alike, so in a CRLF document every line above takes one unit less.
 */
export function canonicalEdits(event: vscode.TextDocumentChangeEvent): TextEdit[] {
  const extra = event.document.eol === vscode.EndOfLine.CRLF ? 1 : 0;
  return event.contentChanges.map(({ range, rangeOffset, rangeLength, text }) => ({
    start: rangeOffset - extra * range.start.line,
    end: rangeOffset + rangeLength - extra * range.end.line,
    text: text.replaceAll(/\r\n?/g, '\n'),
  }));
}

/** VS Code's reason for a change, as the range mapping wants it. */
export function reasonOf(event: vscode.TextDocumentChangeEvent): 'undo' | 'redo' | undefined {
  if (event.reason === vscode.TextDocumentChangeReason.Undo) return 'undo';
  if (event.reason === vscode.TextDocumentChangeReason.Redo) return 'redo';
  return undefined;
}
