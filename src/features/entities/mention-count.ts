import * as vscode from 'vscode';

/** How many mentions, in words. */
export function mentionCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count);
}

/** How many mentions in how many messages, in words. */
export function mentionsInMessages(count: number, messages: number): string {
  const mentions = mentionCount(count);
  return messages === 1
    ? vscode.l10n.t('{0} in 1 message', mentions)
    : vscode.l10n.t('{0} in {1} messages', mentions, messages);
}
