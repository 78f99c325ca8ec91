import * as vscode from 'vscode';
import { emptyEntityFile, entityIdFor } from '../../core/entity/add-entity';
import type { Entity, EntityType } from '../../core/entity/entity';
import {
  addFilledEntity,
  fillEntity,
  proposalsFor,
  type Proposal,
  type Proposals,
} from '../../core/entity/look-up/fill-entity';
import type { WikidataItem } from '../../core/entity/look-up/item-answer';
import type { EntityRegistry } from '../../core/entity/registry';
import type { Host } from '../../host/host';
import { askType } from '../create-entity';
import type { EntityReference, FoundEntity } from '../entities/find-entity';
import { nearestEntityFile } from '../entities/nearest-entity-file';
import { openEntity } from '../entities/open-entity';
import { askConsent, siteOf } from './ask-consent';
import { chooseFacts, datesText, fieldLabel } from './choose-facts';
import { chooseItem } from './choose-item';
import { lookUpTarget } from './look-up-target';
import { asking, wikidataClient } from './wikidata';

export interface LookUpReference extends EntityReference {
  /** The item that is meant, `Q…`: nothing is then asked but for the user's consent. */
  readonly item?: string;
}

/**
 * Looks a name up on Wikidata and writes what the user takes over into the entity file: for an entity
 * that stands in one only what it lacks, else as a new entry. One edit, undone in one step. Nothing is
 * sent before the user agreed. Resolves to the entity's id.
 */
export async function lookUp(host: Host, given: LookUpReference = {}): Promise<string | undefined> {
  const client = wikidataClient(host);
  const { endpoint } = client.options;
  const target = await lookUpTarget(host, given);
  if (!target || !(await askConsent(host, target.name, endpoint))) return undefined;
  const id = given.item ?? target.entity?.wikidata ?? (await chooseItem(client, target.name));
  const item = id && (await asking(client, (signal) => client.item(id, signal)));
  if (!item) return undefined;

  const registry = await host.entities.registry();
  const written = entityInFile(registry, target, item);
  requireSameItem(written, item);
  const isAlone = given.item !== undefined;
  const entity = written ?? (await newEntity(registry, target, item, isAlone));
  if (!entity) return undefined;
  const proposals = proposalsFor(entity, item, datesText(item.dates), (alias) =>
    registry.candidates(alias).some((other) => other.id !== entity.id),
  );
  if (written && proposals.missing.length === 0) {
    tell(host, entity, keepsText(proposals, siteOf(endpoint), entity.name));
    return entity.id;
  }
  const chosen = isAlone
    ? proposals.missing.filter(({ isSafe }) => isSafe)
    : await chooseFacts(entity.name, item.id, proposals);
  if (!chosen || (written && chosen.length === 0)) return undefined;
  const [definition] = registry.definitions(entity.id);
  const file = definition
    ? vscode.Uri.parse(definition.uri, true)
    : await nearestEntityFile(host, target.uri);
  await host.files.change(
    file,
    () => emptyEntityFile,
    (text) =>
      written
        ? fillEntity(text, entity.id, item, chosen)
        : addFilledEntity(text, entity, item, chosen),
  );
  await host.entities.reload(file);
  tell(host, entity, takenText(entity, chosen, proposals));
  return entity.id;
}

/** The entity of the user's files that is meant: the one looked up, or one that has the item already. */
function entityInFile(
  registry: EntityRegistry,
  { entity }: FoundEntity,
  item: WikidataItem,
): Entity | undefined {
  if (entity && registry.source(entity.id) === 'file') return entity;
  for (const { entity: other, source } of registry.entities()) {
    if (source === 'file' && other.wikidata === item.id) return other;
  }
  return undefined;
}

function requireSameItem(entity: Entity | undefined, { id }: WikidataItem): void {
  if (!entity?.wikidata || entity.wikidata === id) return;
  throw new Error(
    vscode.l10n.t('“{0}” is {1} in the entity file, not {2}.', entity.name, entity.wikidata, id),
  );
}

/** The entry to be made, without what the item offers. */
async function newEntity(
  registry: EntityRegistry,
  { entity, name, type }: FoundEntity,
  item: WikidataItem,
  isAlone: boolean,
): Promise<Entity | undefined> {
  if (entity) return { id: entity.id, type: entity.type, name: entity.name, aliases: [] };
  const sure = item.type ?? (isAlone ? (type ?? 'other') : undefined);
  const known: EntityType | undefined = sure ?? (await askType(name, type));
  if (!known) return undefined;
  const label = item.label ?? name;
  const id = entityIdFor(label, (taken) => registry.get(taken) !== undefined);
  return { id, type: known, name: label, aliases: label === name ? [] : [name] };
}

function takenText(entity: Entity, chosen: readonly Proposal[], proposals: Proposals): string {
  const names = chosen.filter(({ field }) => field === 'aliases').length;
  const fields = chosen
    .filter(({ field }) => field !== 'aliases')
    .map(({ field }) => fieldLabel(field));
  if (names > 0) fields.push(vscode.l10n.t('{0} other names', names));
  const taken = vscode.l10n.t('“{0}” now has: {1}.', entity.name, fields.join(', '));
  return fields.length === 0
    ? vscode.l10n.t('“{0}” is in the entity file.', entity.name)
    : [taken, staysText(proposals)].join(' ').trim();
}

function keepsText(proposals: Proposals, site: string, name: string): string {
  const nothing = vscode.l10n.t('{0} says nothing that “{1}” lacks.', site, name);
  return `${nothing} ${staysText(proposals)}`.trim();
}

/** Which fields say something else and were left. */
function staysText({ differing }: Proposals): string {
  if (differing.length === 0) return '';
  return vscode.l10n.t(
    'Says something else and stays as it is: {0}.',
    differing.map(fieldLabel).join(', '),
  );
}

/** Says it in a message that waits for nobody, and leads to the entry. */
function tell(host: Host, { id }: Entity, text: string): void {
  const show = vscode.l10n.t('Show Entry');
  void vscode.window.showInformationMessage(text, show).then((answer) => {
    if (answer === show) void openEntity(host, { id });
  });
}
