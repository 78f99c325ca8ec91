import * as vscode from 'vscode';
import { addEntity, emptyEntityFile, entityIdFor } from '../core/entity/add-entity';
import { entityTypes, type EntityType } from '../core/entity/entity';
import type { Host } from '../host/host';
import type { RangeLike } from '../host/text-conversion';
import { targetOf, toUri } from './annotate/annotation-arguments';
import { nearestEntityFile } from './entities/nearest-entity-file';
import { entityIcons } from './entity-icons';

export interface EntityArguments {
  readonly uri?: vscode.Uri | string;
  readonly range?: RangeLike;
  readonly id?: string;
  readonly type?: EntityType;
  readonly name?: string;
}

/**
 * Adds an entity to the entity file nearest to the source (made beside the workspace's first level
 * when there is none). Resolves to its id, or undefined when the user leaves.
 */
export async function createEntity(
  host: Host,
  given: EntityArguments = {},
): Promise<string | undefined> {
  const { uri, name } = await nameOf(given);
  const registry = await host.entities.registry();
  const [known] = registry.candidates(name);
  const type = given.type ?? (await askType(name, known?.type));
  if (!type) return undefined;
  const definitions = (id: string) => registry.definitions(id).length > 0;
  const id = given.id ?? entityIdFor(name, definitions);
  // What the gazetteer knows of the very same thing is taken over; the user's file then owns it.
  const facts = known?.type === type ? known : undefined;
  const entity = {
    id,
    type,
    name: facts?.name ?? name,
    aliases: facts && facts.name !== name ? [name] : [],
    ...(facts?.description ? { description: facts.description } : {}),
    ...(facts?.wikidata ? { wikidata: facts.wikidata } : {}),
    ...(facts?.coordinates ? { coordinates: facts.coordinates } : {}),
  };
  const file = await nearestEntityFile(host, uri);
  await host.files.change(
    file,
    () => emptyEntityFile,
    (text) => addEntity(text, entity),
  );
  await host.entities.reload(file);
  return id;
}

async function nameOf(given: EntityArguments): Promise<{ uri?: vscode.Uri; name: string }> {
  if (given.name) {
    const uri = given.uri ? toUri(given.uri) : vscode.window.activeTextEditor?.document.uri;
    return { name: given.name, ...(uri ? { uri } : {}) };
  }
  const { document, ranges } = await targetOf({
    ...(given.uri ? { uri: given.uri } : {}),
    ...(given.range ? { range: given.range } : {}),
  });
  const [range] = ranges;
  const text = range
    ? document.getText(
        new vscode.Range(
          range.start.line,
          range.start.character,
          range.end.line,
          range.end.character,
        ),
      )
    : '';
  const name = text.replaceAll(/\s+/g, ' ').trim();
  if (name === '') throw new Error(vscode.l10n.t('Select the name of the entity first.'));
  return { uri: document.uri, name };
}

/** Asks what kind of entity a name is. */
export async function askType(name: string, first?: EntityType): Promise<EntityType | undefined> {
  const types = [...entityTypes].sort((a, b) => Number(b === first) - Number(a === first));
  const items = types.map((type) => ({ label: `$(${entityIcons[type]}) ${type}`, type }));
  const placeHolder = vscode.l10n.t('What is “{0}”?', name);
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.type;
}
