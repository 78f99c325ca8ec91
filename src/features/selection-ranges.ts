import * as vscode from 'vscode';
import { indexOfMessageAt } from '../core/message/message-at';
import { sentenceAt } from '../core/text/sentences';
import type { TextRange } from '../core/text/text-range';
import { messageSelector, prepareMessages, type MessageDocument } from '../host/messages';
import { toEditorRange } from '../host/text-conversion';

/** Expand Selection grows from the word to the sentence, the paragraph, the message, the file. */
export function registerSelectionRanges(): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(messageSelector, {
    async provideSelectionRanges(document, positions) {
      const message = await prepareMessages(document);
      return positions.map((position) => {
        const word = document.getWordRangeAtPosition(position);
        const ranges = widening(message, message.source.offsetAt(position)).map((range) =>
          toEditorRange(message.source, range),
        );
        return nest(word ? [word, ...ranges] : ranges, position);
      });
    },
  });
}

/** Ever wider ranges around an offset. */
function widening({ source, parsed }: MessageDocument, offset: number): TextRange[] {
  const holds = (range: TextRange) => range.start <= offset && offset <= range.end;
  const ranges: TextRange[] = [];
  const message = parsed.messages[indexOfMessageAt(parsed.messages, offset)];
  const part = message?.parts.find(holds);
  if (part) ranges.push(sentenceAt(source.text, part, offset), part);
  if (message) ranges.push(message);
  ranges.push({ start: 0, end: source.length });
  return ranges;
}

/** Chains ranges, innermost first; one that does not hold its predecessor is left out. */
function nest(ranges: readonly vscode.Range[], position: vscode.Position): vscode.SelectionRange {
  let chain: vscode.SelectionRange | undefined;
  for (const range of [...ranges].reverse()) {
    if (!range.contains(position)) continue;
    if (chain && (!chain.range.contains(range) || chain.range.isEqual(range))) continue;
    chain = new vscode.SelectionRange(range, chain);
  }
  return chain ?? new vscode.SelectionRange(new vscode.Range(position, position));
}
