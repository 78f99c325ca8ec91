import * as vscode from 'vscode';
import { withOtherEntity } from '../../core/annotation/entity-value';
import { addEntity } from '../../core/entity/add-entity';
import { changeEntity, removeEntity } from '../../core/entity/edit-entity-file';
import type { Entity } from '../../core/entity/entity';
import { mergedEntity } from '../../core/entity/merge-entities';
import type { Host } from '../../host/host';
import { changeFiles } from './change-files';
import { annotationsOf } from './entity-places';
import { findEntity, pickEntity, type EntityReference, type FoundEntity } from './find-entity';
import { nearestEntityFile } from './nearest-entity-file';

export interface MergeReference extends EntityReference {
  /** Id of the entity that stays. */
  readonly into?: string;
}

/**
 * Makes one entity of two: the other's names, description and notes go over to the one that stays,
 * and the annotations that named it name that one. A recognised name becomes an alias. One edit,
 * undone in one step. Resolves to the id that stays.
 */
export async function mergeEntity(
  host: Host,
  given: MergeReference = {},
): Promise<string | undefined> {
  const from = await findEntity(host, given);
  if (!from) return undefined;
  const question = vscode.l10n.t('Merge “{0}” into which entity?', from.name);
  const into = given.into ?? (await pickEntity(host, question, from.entity?.id));
  if (!into) return undefined;
  if (into === from.entity?.id) throw new Error(vscode.l10n.t('Choose another entity.'));
  const registry = await host.entities.registry();
  const kept = registry.get(into);
  if (!kept) throw new Error(vscode.l10n.t('There is no entity “{0}”.', into));
  const merged = mergedEntity(kept, from.entity ?? recognised(from));
  await changeFiles(await changesFor(host, merged, from));
  await Promise.all((await host.entities.files()).map(({ uri }) => host.entities.reload(uri)));
  return into;
}

function recognised({ name, type = 'other' }: FoundEntity): Entity {
  return { id: 'recognised', type, name, aliases: [] };
}

async function changesFor(host: Host, merged: Entity, from: FoundEntity) {
  const changes = new Map<string, (text: string) => string>();
  const change = (uri: string, edit: (text: string) => string) => {
    const before = changes.get(uri);
    changes.set(uri, before ? (text) => edit(before(text)) : edit);
  };
  const registry = await host.entities.registry();
  const [definition] = registry.definitions(merged.id);
  if (definition) change(definition.uri, (text) => changeEntity(text, merged.id, fields(merged)));
  else {
    const file = await nearestEntityFile(host, from.uri);
    change(file.toString(), (text) => addEntity(text, merged));
  }
  const { entity } = from;
  if (!entity) return changes;
  for (const { uri } of registry.definitions(entity.id)) {
    change(uri, (text) => removeEntity(text, entity.id));
  }
  const named = await annotationsOf(host, entity.id);
  for (const sidecar of new Set(named.map(({ uri }) => uri.toString()))) {
    change(sidecar, (text) => withOtherEntity(text, entity.id, merged.id));
  }
  return changes;
}

function fields({ aliases, description, wikidata, links, coordinates, notes }: Entity) {
  return {
    aliases,
    ...(description ? { description } : {}),
    ...(wikidata ? { wikidata } : {}),
    ...(links ? { links } : {}),
    ...(coordinates ? { coordinates } : {}),
    ...(notes ? { notes } : {}),
  };
}
