import * as vscode from 'vscode';
import type { Host } from '../../host/host';
import { settings } from '../../host/settings';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { cardsAt } from './cards-at';

/** Answers what stands under the pointer: one hover of all its cards, so that nothing flickers. */
export function registerHover(host: Host): vscode.Disposable {
  return vscode.languages.registerHoverProvider([{ language: '*' }], {
    async provideHover(document, position, token) {
      if (!settings.hoverEnabled(document.uri)) return undefined;
      const { version } = document;
      const cards = await cardsAt(host, document, position);
      const [innermost] = cards;
      if (!innermost || token.isCancellationRequested || document.version !== version) {
        return undefined;
      }
      return new vscode.Hover(
        cards.map(({ text }) => text.toMarkdown()),
        toEditorRange(sourceTextOf(document), innermost.range),
      );
    },
  });
}
