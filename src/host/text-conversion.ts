import * as vscode from 'vscode';
import { SourceText } from '../core/text/source-text';
import type { TextRange } from '../core/text/text-range';
import { messageReferenceOf } from './message-uri';

/** A range as commands receive it: a `vscode.Range`, or the same as plain data. */
export interface RangeLike {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

const texts = new WeakMap<vscode.TextDocument, { version: number; source: SourceText }>();

/** The canonical text of a document as it is now in the editor; cached until the next edit. */
export function sourceTextOf(document: vscode.TextDocument): SourceText {
  const cached = texts.get(document);
  if (cached?.version === document.version) return cached.source;
  const source = new SourceText(document.getText(), messageReferenceOf(document.uri)?.identity);
  texts.set(document, { version: document.version, source });
  return source;
}

/** UTF-16 offsets of the canonical text -> editor range. The editor's line ends play no part. */
export function toEditorRange(source: SourceText, range: TextRange): vscode.Range {
  const start = source.positionAt(range.start);
  const end = source.positionAt(range.end);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Editor range -> UTF-16 offsets of the canonical text, clamped to it. */
export function toTextRange(source: SourceText, range: RangeLike): TextRange {
  return { start: source.offsetAt(range.start), end: source.offsetAt(range.end) };
}
