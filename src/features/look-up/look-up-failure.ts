import * as vscode from 'vscode';
import { LookUpError } from '../../core/entity/look-up/look-up-error';

/** What went wrong with a look-up, in plain words; every other failure as it is. */
export function failureText(error: unknown, site: string): unknown {
  if (!(error instanceof LookUpError)) return error;
  const { reason, detail } = error;
  const texts: Record<typeof reason, () => string> = {
    cancelled: () => vscode.l10n.t('The look-up was cancelled.'),
    timeout: () => vscode.l10n.t('{0} did not answer within {1} seconds.', site, detail),
    unreachable: () =>
      vscode.l10n.t('{0} cannot be reached. Are you connected to the internet?', site),
    redirected: () =>
      vscode.l10n.t(
        '{0} leads to another address, which was not asked. Nothing was sent on.',
        site,
      ),
    'too-many-requests': () =>
      askLater(vscode.l10n.t('{0} takes no more requests now.', site), detail),
    busy: () => askLater(vscode.l10n.t('{0} is too busy now.', site), detail),
    status: () => vscode.l10n.t('{0} answered with the HTTP status {1}.', site, detail),
    'too-large': () =>
      vscode.l10n.t('The answer of {0} has more than {1} MB: it was not read.', site, detail),
    unreadable: () =>
      vscode.l10n.t('{0} gave an answer that cannot be read. Is it a Wikibase API?', site),
    refused: () => vscode.l10n.t('{0} refused the request: {1}', site, detail),
    'no-such-item': () => vscode.l10n.t('{0} has no item {1}.', site, detail).replace(/ \.$/, '.'),
  };
  return new Error(texts[reason]());
}

function askLater(what: string, seconds: string): string {
  const when = seconds
    ? vscode.l10n.t('Try again in {0} seconds.', seconds)
    : vscode.l10n.t('Try again in a minute.');
  return `${what} ${when}`;
}
