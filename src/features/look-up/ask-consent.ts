import * as vscode from 'vscode';
import type { Host } from '../../host/host';

const agreedKey = 'lookUp.agreedTo';

/**
 * Whether the user agrees that a name is sent to a site: asked once in each workspace, and again when
 * the endpoint is another.
 */
export async function askConsent(host: Host, name: string, endpoint: string): Promise<boolean> {
  const { workspaceState } = host.context;
  if (workspaceState.get(agreedKey) === endpoint) return true;
  const site = siteOf(endpoint);
  const detail = vscode.l10n.t(
    'The name is sent to {0} and nothing else. No name is ever sent without this command. You are asked once in this workspace.',
    site,
  );
  const agree = vscode.l10n.t('Look Up');
  const question = vscode.l10n.t('Look “{0}” up on {1}?', name, site);
  const answer = await vscode.window.showInformationMessage(
    question,
    { modal: true, detail },
    agree,
  );
  if (answer !== agree) return false;
  await workspaceState.update(agreedKey, endpoint);
  return true;
}

/** The site of an endpoint, for people. */
export function siteOf(endpoint: string): string {
  return new URL(endpoint).host;
}
