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

/** Whoever replaces so much (UTF-16 units) by so much has not typed it. */
const leastRewritten = 200;

/**
 * Whether a change has put another text in the place of one: the file was read anew from the disk, or
 * something like a formatter has replaced a long stretch. It says nothing of what became of the passages
 * in between, though most of them may be there still.
 */
export function isRewriting(event: vscode.TextDocumentChangeEvent): boolean {
  const isFromDisk = event.reason === undefined && !event.document.isDirty;
  return (
    isFromDisk ||
    event.contentChanges.some(
      ({ rangeLength, text }) => Math.min(rangeLength, text.length) >= leastRewritten,
    )
  );
}

/** VS Code's reason for a change, as the range mapping wants it. */
export function reasonOf(event: vscode.TextDocumentChangeEvent): 'undo' | 'redo' | undefined {
  if (event.reason === vscode.TextDocumentChangeReason.Undo) return 'undo';
  if (event.reason === vscode.TextDocumentChangeReason.Redo) return 'redo';
  return undefined;
}
