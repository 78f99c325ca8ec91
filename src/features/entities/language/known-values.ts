import * as vscode from 'vscode';
import { writeScalar } from '../../../core/annotation/yaml-scalar';
import type { Entity } from '../../../core/entity/entity';
import { displayText } from '../../../core/entity/file/unsafe-text';
import type { EntityPlace } from '../../../core/entity/file/entity-place';
import { withoutQuotes } from '../../../core/yaml/yaml-line';
import type { Host } from '../../../host/host';

/**
 * Values of a field that are known of the entity's name already, from what comes with the extension or
 * from another entity file.
 *
 * @param name as the entry writes it, quotation marks and all
 */
export async function knownValues(
  host: Host,
  field: string,
  { inFlow, text }: EntityPlace,
  name: string,
): Promise<vscode.CompletionItem[]> {
  const known = await namedLike(host, withoutQuotes(name.trim()));
  const values = new Map<string, Entity>();
  for (const entity of known) {
    for (const value of valuesOf(entity, field, inFlow)) {
      if (!values.has(value)) values.set(value, entity);
    }
  }
  return [...values].map(([value, { name: of, type, description }]) => {
    const item = new vscode.CompletionItem(
      { label: displayText(value), description: displayText(`${of} · ${type}`) },
      vscode.CompletionItemKind.Value,
    );
    item.insertText = value;
    item.filterText = `${text} ${value}`;
    if (description) item.documentation = displayText(description);
    return item;
  });
}

async function namedLike(host: Host, name: string): Promise<readonly Entity[]> {
  if (name === '') return [];
  const registry = await host.entities.registry();
  // What a file says more of is in the registry no longer.
  const gazetteer = (await host.entities.gazetteer()).filter(
    (entity) => entity.name === name || entity.aliases.includes(name),
  );
  return [...new Set([...registry.candidates(name), ...gazetteer])];
}

function valuesOf(entity: Entity, field: string, inFlow: boolean): string[] {
  const { description, wikidata, coordinates, aliases, name } = entity;
  switch (field) {
    case 'name':
      return [writeScalar(name, inFlow ? 'flow' : 'block')];
    case 'description':
      return description ? [writeScalar(description, inFlow ? 'flow' : 'block')] : [];
    case 'wikidata':
      return wikidata ? [wikidata] : [];
    case 'coordinates':
      return coordinates ? [inFlow ? coordinates.join(', ') : `[${coordinates.join(', ')}]`] : [];
    case 'aliases':
      return aliases.map((alias) => writeScalar(alias, 'flow'));
    default:
      return [];
  }
}
