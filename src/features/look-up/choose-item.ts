import * as vscode from 'vscode';
import type { SearchHit } from '../../core/entity/look-up/search-answer';
import type { WikidataClient } from '../../host/wikidata-client';
import { asking } from './wikidata';

interface HitPick extends vscode.QuickPickItem {
  readonly item?: string;
}

/**
 * Searches for a name and lets the user pick the item that is meant, or search for another name.
 * Resolves to the item's id, or undefined when the user leaves.
 */
export async function chooseItem(
  client: WikidataClient,
  name: string,
): Promise<string | undefined> {
  let wanted = name;
  for (;;) {
    const hits = await asking(client, (signal) => client.search(wanted, signal));
    if (!hits) return undefined;
    if (hits.length > 0) {
      const picked = await pickHit(hits, wanted);
      if (!picked) return undefined;
      if (picked.item) return picked.item;
    }
    const prompt =
      hits.length > 0
        ? vscode.l10n.t('Which name is looked up instead?')
        : vscode.l10n.t('Nothing is found under “{0}”. Look up another name?', wanted);
    const other = await vscode.window.showInputBox({ prompt, value: wanted });
    if (!other?.trim()) return undefined;
    wanted = other.trim();
  }
}

async function pickHit(hits: readonly SearchHit[], name: string): Promise<HitPick | undefined> {
  const items: HitPick[] = hits.map(({ id, label, description, alias }) => ({
    label,
    description: alias ? vscode.l10n.t('{0} · also “{1}”', id, alias) : id,
    detail: description ?? vscode.l10n.t('No description'),
    item: id,
  }));
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator };
  const other = { label: vscode.l10n.t('$(search) Look up another name…') };
  return vscode.window.showQuickPick([...items, separator, other], {
    title: vscode.l10n.t('Look Up on Wikidata'),
    placeHolder: vscode.l10n.t('Who or what is “{0}”?', name),
    matchOnDescription: true,
    matchOnDetail: true,
  });
}
