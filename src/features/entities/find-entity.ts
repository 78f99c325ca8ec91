import * as vscode from 'vscode';
import type { Entity, EntityType } from '../../core/entity/entity';
import type { Host } from '../../host/host';
import { messageLanguage } from '../../host/messages';
import { sourceTextOf } from '../../host/text-conversion';
import { toUri } from '../annotate/annotation-arguments';
import { entityIcons } from '../entity-icons';
import { entityAt, mentionAt } from './entity-at';

/** The argument of the commands that work on one entity, or on a recognised name. */
export interface EntityReference {
  /** The source from which the command was called. */
  readonly uri?: vscode.Uri | string;
  readonly id?: string;
  /** A recognised name that is in no file. */
  readonly name?: string;
  readonly type?: EntityType;
  /** As the text writes it, for the commands that ignore a name. */
  readonly names?: readonly string[];
}

export interface FoundEntity {
  /** Absent for a recognised name. */
  readonly entity?: Entity;
  readonly name: string;
  readonly type?: EntityType;
  /** As the text writes it where the command was called, else every name of the entity. */
  readonly names: readonly string[];
  /** The source from which the command was called. */
  readonly uri?: vscode.Uri;
}

/**
 * What a command was called for: its argument's entity or name, else the one at the cursor, else one
 * that the user picks. Undefined when the user leaves.
 *
 * @throws Error with a sentence for the user when there is no such entity.
 */
export async function findEntity(
  host: Host,
  given: EntityReference = {},
): Promise<FoundEntity | undefined> {
  const editor = vscode.window.activeTextEditor;
  const uri = given.uri ? toUri(given.uri) : editor?.document.uri;
  const from = uri ? { uri } : {};
  const names = given.names ? { names: given.names } : {};
  if (given.id) return { ...(await known(host, given.id)), ...names, ...from };
  if (given.name) {
    const { name, type } = given;
    return { name, names: [name], ...names, ...(type ? { type } : {}), ...from };
  }
  const here = editor && (await atCursor(host, editor));
  if (here) return { ...here, ...from };
  const id = await pickEntity(host, vscode.l10n.t('Which entity?'));
  return id ? { ...(await known(host, id)), ...from } : undefined;
}

async function atCursor(
  host: Host,
  { document, selection }: vscode.TextEditor,
): Promise<FoundEntity | undefined> {
  if (document.languageId !== messageLanguage) {
    const found = await entityAt(host, document, selection.active);
    return found && known(host, found.id);
  }
  const offset = sourceTextOf(document).offsetAt(selection.active);
  const mention = await mentionAt(host, document, offset);
  if (!mention) return undefined;
  const [entity] = mention.entities;
  const name = mention.text.replaceAll(/\s+/g, ' ');
  const names = [name];
  if (entity) return { entity, name: entity.name, type: entity.type, names };
  return { name, names, ...(mention.type === 'unknown' ? {} : { type: mention.type }) };
}

async function known(host: Host, id: string): Promise<FoundEntity> {
  const entity = (await host.entities.registry()).get(id);
  if (!entity) throw new Error(vscode.l10n.t('There is no entity “{0}”.', id));
  const { name, type, aliases } = entity;
  return { entity, name, type, names: [name, ...aliases] };
}

/** Lets the user pick an entity: those of the files first, then what comes with the extension. */
export async function pickEntity(
  host: Host,
  placeHolder: string,
  except?: string,
): Promise<string | undefined> {
  const registry = await host.entities.registry();
  const items = [...registry.entities()]
    .filter(({ entity }) => entity.id !== except)
    .map(({ entity: { id, name, type, description } }) => ({
      label: `$(${entityIcons[type]}) ${name}`,
      description: id,
      detail: description ?? '',
      id,
    }));
  const options = { placeHolder, matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.id;
}

/** Only what stands in an entity file can be changed there. */
export async function requireFile(host: Host, id: string): Promise<void> {
  if ((await host.entities.registry()).definitions(id).length > 0) return;
  throw new Error(
    vscode.l10n.t('“{0}” comes with the extension: add it to an entity file first.', id),
  );
}
