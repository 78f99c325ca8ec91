import * as vscode from 'vscode';
import type { Entity } from '../../core/entity/entity';
import type { Host } from '../../host/host';
import { createEntity } from '../create-entity';
import { entityIcons } from '../entity-icons';

/**
 * Asks which entity a passage names: what the text may mean comes first, then every entity of the
 * workspace's files; or a new one. Resolves to the entity's id.
 */
export async function askEntity(
  host: Host,
  document: vscode.TextDocument,
  quote: string,
): Promise<string | undefined> {
  const registry = await host.entities.registry();
  const candidates = registry.candidates(quote);
  const known = new Set(candidates.map(({ id }) => id));
  const files = await host.entities.files();
  const others = files
    .flatMap(({ file }) => file.entities.map(({ entity }) => entity))
    .filter(({ id }) => !known.has(id))
    .sort((a, b) => a.name.localeCompare(b.name));

  interface Item extends vscode.QuickPickItem {
    readonly id?: string;
  }
  const row = ({ id, name, type, description }: Entity): Item => ({
    label: `$(${entityIcons[type]}) ${name}`,
    description: id,
    detail: description ?? '',
    id,
  });
  const create: Item = { label: `$(add) ${vscode.l10n.t('New entity “{0}”…', quote)}` };
  const items: Item[] = [...candidates.map(row), create, ...others.map(row)];
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Who or what is “{0}”?', quote),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked !== create) return picked?.id;
  return createEntity(host, { uri: document.uri, name: quote });
}
