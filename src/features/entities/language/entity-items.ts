import * as vscode from 'vscode';
import { searchEntities } from '../../../core/entity/search-entities';
import type { Entity, EntityType } from '../../../core/entity/entity';
import { displayText } from '../../../core/entity/file/unsafe-text';
import { inSlices } from '../../../core/in-slices';
import { shorten } from '../../../core/text/shorten';
import type { Host } from '../../../host/host';
import { nextTurn } from '../../../host/next-turn';
import { entityIdCard } from '../entity-id-card';

/** The editor has no icons of its own for people and places: these are told apart well. */
export const symbolKinds: Record<EntityType, vscode.SymbolKind> = {
  person: vscode.SymbolKind.Class,
  organization: vscode.SymbolKind.Namespace,
  place: vscode.SymbolKind.Field,
  event: vscode.SymbolKind.Event,
  work: vscode.SymbolKind.File,
  law: vscode.SymbolKind.Interface,
  product: vscode.SymbolKind.Package,
  other: vscode.SymbolKind.Object,
};

const itemKinds: Record<EntityType, vscode.CompletionItemKind> = {
  person: vscode.CompletionItemKind.User,
  organization: vscode.CompletionItemKind.Module,
  place: vscode.CompletionItemKind.Field,
  event: vscode.CompletionItemKind.Event,
  work: vscode.CompletionItemKind.File,
  law: vscode.CompletionItemKind.Interface,
  product: vscode.CompletionItemKind.Unit,
  other: vscode.CompletionItemKind.Value,
};

/** A long list helps nobody; the next letter brings others. */
const mostItems = 100;

/** A row of a completion list that offers an entity by its id. */
class EntityItem extends vscode.CompletionItem {
  constructor(readonly entity: Entity) {
    const { id, name, type, description } = entity;
    const meaning = description ? shorten(description, 60) : type;
    super({ label: id, description: displayText(`${name} · ${meaning}`) }, itemKinds[type]);
  }
}

export interface EntityItemsOptions {
  /** What is replaced, and what was typed of it. */
  readonly range: vscode.Range;
  readonly typed: string;
  /** Those that are offered first. */
  readonly first?: readonly Entity[];
  readonly insertText?: (entity: Entity) => string | vscode.SnippetString;
  readonly isOffered?: (entity: Entity) => boolean;
}

/** Entities that fit what was typed by id, name or alias; the editor's own filter then lets all of them through. */
export async function entityItems(
  host: Host,
  { range, typed, first = [], insertText, isOffered = () => true }: EntityItemsOptions,
): Promise<vscode.CompletionItem[]> {
  const registry = await host.entities.registry();
  // Before anything is typed the thousands that come with the extension are no help.
  const options = { most: mostItems, onlyFiles: typed === '' };
  const found = await inSlices(searchEntities(registry, typed, options), nextTurn);
  const all = new Set([...first, ...found.map(({ entity }) => entity)]);
  return [...all].filter(isOffered).map((entity, index) => {
    const item = new EntityItem(entity);
    item.range = range;
    item.insertText = insertText?.(entity) ?? entity.id;
    item.filterText = typed === '' ? `${entity.id} ${entity.name}` : typed;
    item.sortText = String(index).padStart(6, '0');
    item.preselect = index === 0 && first.length > 0;
    return item;
  });
}

/** Gives a row its card when it is looked at. */
export async function resolveEntityItem(
  host: Host,
  item: vscode.CompletionItem,
): Promise<vscode.CompletionItem> {
  if (item instanceof EntityItem) item.documentation = await entityIdCard(host, item.entity);
  return item;
}
