import * as vscode from 'vscode';
import type { PartKind } from '../core/message/message';
import { isLarge, messageSelector, prepareMessages } from '../host/messages';

/** Parts that readers fold away, when they stand on several lines. */
const folded: ReadonlySet<PartKind> = new Set<PartKind>([
  'header',
  'quotation',
  'signature',
  'attachment',
  'list',
  'footer',
  'paragraph',
]);

export function registerFolding(): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(messageSelector, {
    async provideFoldingRanges(document, _context, token) {
      const { source, parsed } = await prepareMessages(document);
      const withParts = !isLarge(document);
      const ranges: vscode.FoldingRange[] = [];
      const fold = (start: number, end: number, kind?: vscode.FoldingRangeKind) => {
        const first = source.positionAt(start).line;
        const last = source.positionAt(end).line;
        if (last > first) ranges.push(new vscode.FoldingRange(first, last, kind));
      };
      for (const message of parsed.messages) {
        if (token.isCancellationRequested) return ranges;
        if (parsed.messages.length > 1) fold(message.start, message.end);
        if (!withParts) continue;
        for (const part of message.parts) {
          // "Fold All Block Comments" then folds the quotations.
          const kind = part.kind === 'quotation' ? vscode.FoldingRangeKind.Comment : undefined;
          if (folded.has(part.kind)) fold(part.start, part.end, kind);
        }
      }
      return ranges;
    },
  });
}
