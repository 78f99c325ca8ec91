import * as vscode from 'vscode';
import { ignoreName } from '../../core/entity/edit-entity-file';
import type { IgnoredName } from '../../core/entity/file/ignored-names';
import { pathFrom } from '../../core/entity/file/relative-path';
import type { Host } from '../../host/host';
import { messageLanguage, messagesOf } from '../../host/messages';
import { changeFiles } from './change-files';
import { findEntity, type EntityReference } from './find-entity';
import { messageAtCursor } from './message-at-cursor';
import { nearestEntityFile } from './nearest-entity-file';

/** Takes a name for none in this message: a line under `x-ignore` of the nearest entity file. */
export async function ignoreHere(host: Host, given: EntityReference = {}): Promise<void> {
  const found = await findEntity(host, given);
  if (!found?.uri) return;
  const document = await vscode.workspace.openTextDocument(found.uri);
  if (document.languageId !== messageLanguage) {
    throw new Error(vscode.l10n.t('Open the message in which “{0}” is no name.', found.name));
  }
  const file = await nearestEntityFile(host, document.uri);
  const path = pathFrom(file.toString(), document.uri.toString());
  if (path === undefined) {
    throw new Error(vscode.l10n.t('There is no entity file above this source.'));
  }
  const message = messageAtCursor(document);
  const several = messagesOf(document).parsed.messages.length > 1;
  const id = several ? message?.header.messageId : undefined;
  await write(host, file, found.names, { in: path, ...(id ? { message: id } : {}) });
}

/** Takes a name for none in the whole workspace. */
export async function ignoreEverywhere(host: Host, given: EntityReference = {}): Promise<void> {
  const found = await findEntity(host, given);
  if (!found) return;
  await write(host, await nearestEntityFile(host, found.uri), found.names, {});
}

async function write(
  host: Host,
  file: vscode.Uri,
  names: readonly string[],
  where: Omit<IgnoredName, 'name'>,
): Promise<void> {
  const change = (text: string) =>
    names.reduce((changed, name) => ignoreName(changed, { name, ...where }), text);
  await changeFiles(new Map([[file.toString(), change]]));
  await host.entities.reload(file);
}
