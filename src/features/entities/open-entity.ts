import * as vscode from 'vscode';
import type { Host } from '../../host/host';
import { definitionsOf } from './entity-places';
import { findEntity, requireFile, type EntityReference } from './find-entity';

/** Opens the entity file at an entity's entry. */
export async function openEntity(host: Host, given: EntityReference = {}): Promise<void> {
  const found = await findEntity(host, given);
  const id = found?.entity?.id;
  if (!id) return;
  await requireFile(host, id);
  const [place] = await definitionsOf(host, id);
  if (place) await vscode.window.showTextDocument(place.uri, { selection: place.range });
}
