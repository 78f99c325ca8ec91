import * as vscode from 'vscode';
import type { Host } from '../../host/host';
import { settings } from '../../host/settings';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { messageSelector } from '../../host/messages';
import { mentionAt } from '../entities/entity-at';
import { entityCardMarkdown } from './entity-card';

/** Answers who or what a name is, and where else it stands. */
export function registerEntityHover(host: Host): vscode.Disposable {
  return vscode.languages.registerHoverProvider(messageSelector, {
    async provideHover(document, position, token) {
      if (!settings.hoverEnabled(document.uri)) return undefined;
      await host.annotations.loadQuietly(document);
      const source = sourceTextOf(document);
      const offset = source.offsetAt(position);
      const mention = await mentionAt(host, document, offset);
      if (token.isCancellationRequested) return undefined;
      if (!mention) return undefined;
      const card = await entityCardMarkdown(host, document, mention);
      return new vscode.Hover(card, toEditorRange(source, mention));
    },
  });
}
