import * as vscode from 'vscode';
import { findUrls } from '../core/message/body/url';
import { findMailMarks, type MailMark } from '../core/message/mail/mail-marks';
import { isLarge, messageSelector, messagesOf, prepareMessages } from '../host/messages';
import { toEditorRange } from '../host/text-conversion';

/**
 * Links of a message: web addresses, `mailto:` for mail addresses, and Message-IDs, which lead to the
 * message of the same file that they name.
 */
export function registerLinks(): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(messageSelector, {
    async provideDocumentLinks(document, token) {
      // VS Code asks for all links of a file at once. In a large one it finds web addresses itself,
      // and Message-IDs answer to Go to Definition.
      if (isLarge(document)) return [];
      const { source, parsed } = await prepareMessages(document);
      const byId = new Map(
        parsed.messages.map((message) => [message.header.messageId, message.start]),
      );
      const links: vscode.DocumentLink[] = [];
      for (const { start, end } of parsed.messages) {
        if (token.isCancellationRequested) return links;
        for (const { url, ...range } of findUrls(source.text, start, end)) {
          const link = new vscode.DocumentLink(toEditorRange(source, range));
          const target = webTarget(url);
          if (target) links.push(Object.assign(link, { target }));
        }
        for (const mark of findMailMarks(source.text, start, end)) {
          const target = markTarget(document, mark, byId);
          if (!target) continue;
          const link = new vscode.DocumentLink(toEditorRange(source, mark), target);
          if (mark.kind === 'messageId') link.tooltip = vscode.l10n.t('Go to Message');
          links.push(link);
        }
      }
      return links;
    },
  });
}

function webTarget(url: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(url.startsWith('www.') ? `https://${url}` : url, true);
  } catch {
    return undefined;
  }
}

function markTarget(
  document: vscode.TextDocument,
  { kind, value, start }: MailMark,
  byId: ReadonlyMap<string | null, number>,
): vscode.Uri | undefined {
  if (kind === 'address') return vscode.Uri.from({ scheme: 'mailto', path: value });
  const place = byId.get(value);
  if (place === undefined) return undefined;
  const { line } = messagesOf(document).source.positionAt(place);
  // The message's own Message-ID needs no link to itself.
  const own = messagesOf(document).parsed.messages.find((it) => it.start === place);
  if (own && start >= own.start && start < own.end) return undefined;
  return document.uri.with({ fragment: `L${line + 1}` });
}
