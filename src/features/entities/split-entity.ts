import * as vscode from 'vscode';
import { addEntity, entityIdFor } from '../../core/entity/add-entity';
import { changeEntity } from '../../core/entity/edit-entity-file';
import type { Host } from '../../host/host';
import { changeFiles } from './change-files';
import { findEntity, requireFile, type EntityReference } from './find-entity';

export interface SplitReference extends EntityReference {
  /** The alias that becomes an entity of its own. */
  readonly alias?: string;
}

/**
 * Makes an alias of an entity an entity of its own, in the same file and of the same type. One edit,
 * undone in one step. Resolves to the new entity's id.
 */
export async function splitEntity(
  host: Host,
  given: SplitReference = {},
): Promise<string | undefined> {
  const found = await findEntity(host, given);
  const entity = found?.entity;
  if (!entity) return undefined;
  await requireFile(host, entity.id);
  const { id, aliases, name, type } = entity;
  if (aliases.length === 0) {
    throw new Error(vscode.l10n.t('“{0}” has no other names that could be split off.', name));
  }
  const placeHolder = vscode.l10n.t('Which name of “{0}” is another entity?', name);
  const alias = given.alias ?? (await vscode.window.showQuickPick([...aliases], { placeHolder }));
  if (!alias) return undefined;
  if (!aliases.includes(alias)) {
    throw new Error(vscode.l10n.t('“{0}” is no other name of “{1}”.', alias, name));
  }
  const registry = await host.entities.registry();
  const newId = entityIdFor(alias, (it) => registry.get(it) !== undefined);
  const rest = aliases.filter((it) => it !== alias);
  const file = registry.definitions(id)[0]!.uri;
  const split = (text: string) =>
    addEntity(changeEntity(text, id, { aliases: rest }), {
      id: newId,
      type,
      name: alias,
      aliases: [],
    });
  await changeFiles(new Map([[file, split]]));
  await host.entities.reload(vscode.Uri.parse(file, true));
  return newId;
}
