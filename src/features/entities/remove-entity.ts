import * as vscode from 'vscode';
import { removeEntity as withoutEntity } from '../../core/entity/edit-entity-file';
import type { Host } from '../../host/host';
import { changeFiles } from './change-files';
import { findEntity, requireFile, type EntityReference } from './find-entity';

/** Takes an entity out of its entity files; annotations that name it stay. Undo brings it back. */
export async function removeEntity(host: Host, given: EntityReference = {}): Promise<void> {
  const found = await findEntity(host, given);
  const id = found?.entity?.id;
  if (!id) return;
  await requireFile(host, id);
  const files = (await host.entities.registry()).definitions(id).map(({ uri }) => uri);
  await changeFiles(new Map(files.map((uri) => [uri, (text) => withoutEntity(text, id)])));
  await Promise.all(files.map((uri) => host.entities.reload(vscode.Uri.parse(uri, true))));
  void vscode.window.setStatusBarMessage(
    vscode.l10n.t('“{0}” was taken out of the entity file.', found.name),
    5000,
  );
}
