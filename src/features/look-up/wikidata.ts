import * as vscode from 'vscode';
import { requestLanguages, safeEndpoint } from '../../core/entity/look-up/wikidata-request';
import type { Host } from '../../host/host';
import { settings } from '../../host/settings';
import { WikidataClient } from '../../host/wikidata-client';
import { siteOf } from './ask-consent';
import { failureText } from './look-up-failure';

let client: WikidataClient | undefined;

/**
 * The client of the endpoint that the user's settings name; its answers are kept while the window is
 * open.
 *
 * @throws Error with a sentence for the user when nothing may be looked up.
 */
export function wikidataClient(host: Host): WikidataClient {
  if (!vscode.workspace.isTrusted) {
    throw new Error(vscode.l10n.t('Names can be looked up once you trust this workspace.'));
  }
  const setting = settings.lookUpEndpoint();
  const endpoint = safeEndpoint(setting);
  if (setting.trim() === '') {
    throw new Error(
      vscode.l10n.t('Looking up is switched off: the setting of its address is empty.'),
    );
  }
  if (!endpoint) {
    const text = vscode.l10n.t('The address for look-ups must begin with https://: {0}', setting);
    throw new Error(text);
  }
  if (client?.options.endpoint === endpoint) return client;
  const { version } = host.context.extension.packageJSON as { readonly version: string };
  client = new WikidataClient({
    endpoint,
    languages: requestLanguages(vscode.env.language),
    userAgent: `ArchiveAnnotator/${version} (Visual Studio Code extension)`,
    isInBrowser: host.isInBrowser,
  });
  return client;
}

/**
 * Asks with progress that can be cancelled. Resolves to undefined when the user cancels.
 *
 * @throws Error with a sentence for the user when there is no answer.
 */
export async function asking<Answer>(
  { options: { endpoint } }: WikidataClient,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | undefined> {
  const site = siteOf(endpoint);
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Looking up on {0}', site),
    cancellable: true,
  };
  return vscode.window.withProgress(progress, async (_, token) => {
    const abort = new AbortController();
    const listening = token.onCancellationRequested(() => abort.abort());
    try {
      return await ask(abort.signal);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw failureText(error, site);
    } finally {
      listening.dispose();
    }
  });
}
