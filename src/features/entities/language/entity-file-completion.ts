import * as vscode from 'vscode';
import { entityTypes } from '../../../core/entity/entity';
import { entityFileFormat } from '../../../core/entity/entity-file';
import { isEntityId } from '../../../core/entity/entity-id';
import { keysOf, typeMeaning, type KeyOwner } from '../../../core/entity/file/entity-fields';
import { entityPlaceAt, fieldsOf, type EntityPlace } from '../../../core/entity/file/entity-place';
import { readYamlLine } from '../../../core/yaml/yaml-line';
import type { Host } from '../../../host/host';
import { entityItems, resolveEntityItem } from './entity-items';
import {
  keySnippet,
  knownEntitySnippet,
  newEntitySnippet,
  newEntityTypes,
} from './entity-snippets';
import { knownValues } from './known-values';

/** Completion in entity files: keys, new entries, types, and what is known of a name already. */
export function entityFileCompletion(host: Host): vscode.CompletionItemProvider {
  return {
    async provideCompletionItems(document, position) {
      const { line, character } = position;
      const place = entityPlaceAt((index) => document.lineAt(index).text, line, character);
      if (!place) return undefined;
      const { start, end } = place.range;
      const range = new vscode.Range(line, start, line, Math.max(end, character));
      if (place.writes === 'id') {
        const typed = document.lineAt(line).text.slice(start, character);
        // The next letter may bring others.
        return new vscode.CompletionList(await entries(host, range, typed), true);
      }
      const items =
        place.writes === 'key'
          ? keys(document, line, place.owner, place)
          : await values(host, document, place);
      for (const item of items) item.range = range;
      return items;
    },
    resolveCompletionItem: (item) => resolveEntityItem(host, item),
  };
}

/** Whole entries: new ones by type, and what comes with the extension, which the file then owns. */
async function entries(
  host: Host,
  range: vscode.Range,
  typed: string,
): Promise<vscode.CompletionItem[]> {
  const registry = await host.entities.registry();
  const isNew = isEntityId(typed) && registry.definitions(typed).length === 0;
  const fresh = newEntityTypes.map((type) => {
    const label = vscode.l10n.t('new {0}', type);
    const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Snippet);
    item.range = range;
    item.insertText = newEntitySnippet(type, isNew ? typed : '');
    item.filterText = isNew ? typed : label;
    item.sortText = `9 ${label}`;
    return explained(item, typeMeaning(type));
  });
  const known = await entityItems(host, {
    range,
    typed,
    insertText: knownEntitySnippet,
    isOffered: ({ id }) => registry.definitions(id).length === 0,
  });
  return [...known, ...fresh];
}

/** The keys that a map does not have yet. */
function keys(
  document: vscode.TextDocument,
  line: number,
  owner: KeyOwner,
  { entity, range, inFlow, text }: EntityPlace,
): vscode.CompletionItem[] {
  const present = owner === 'file' ? topLevelKeys(document) : fieldsIn(document, entity);
  const isNested = owner === 'match' || owner === 'ignored';
  const hasColon = document.lineAt(line).text.slice(range.end).trimStart().startsWith(':');
  return [...keysOf(owner)]
    .filter(([key]) => isNested || key === text || !present.has(key))
    .map(([key, meaning], index) => {
      const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
      item.insertText = hasColon ? key : keySnippet(owner, key, inFlow);
      item.sortText = String(index).padStart(2, '0');
      if (key === 'type' && !hasColon) item.command = suggestValues;
      return explained(item, meaning);
    });
}

const suggestValues: vscode.Command = {
  command: 'editor.action.triggerSuggest',
  title: 'Suggest values',
};

async function values(
  host: Host,
  document: vscode.TextDocument,
  place: EntityPlace,
): Promise<vscode.CompletionItem[]> {
  if (place.writes !== 'value') return [];
  const { owner, field, entity } = place;
  const fixed = fixedValues(owner, field);
  if (fixed.length > 0 || owner !== 'entity' || !entity) return fixed;
  return knownValues(host, field, place, fieldsIn(document, entity).get('name') ?? '');
}

function fixedValues(owner: KeyOwner, field: string): vscode.CompletionItem[] {
  const item = (value: string) =>
    new vscode.CompletionItem(value, vscode.CompletionItemKind.EnumMember);
  switch (`${owner} ${field}`) {
    case 'file format':
      return [item(entityFileFormat)];
    case 'match caseSensitive':
      return [item('true'), item('false')];
    case 'entity type':
      return entityTypes.map((type, index) => {
        const row = explained(item(type), typeMeaning(type));
        row.sortText = String(index);
        return row;
      });
    default:
      return [];
  }
}

function explained(item: vscode.CompletionItem, meaning: string): vscode.CompletionItem {
  item.documentation = meaning;
  return item;
}

function fieldsIn(
  document: vscode.TextDocument,
  entity: EntityPlace['entity'],
): ReadonlyMap<string, string> {
  if (!entity) return new Map();
  return fieldsOf((line) => document.lineAt(line).text, document.lineCount, entity);
}

/** Keys of the file stand at its beginning, as a rule; the whole of it is not searched. */
const mostTopLines = 200;

function topLevelKeys(document: vscode.TextDocument): ReadonlyMap<string, string> {
  const present = new Map<string, string>();
  for (let line = 0; line < Math.min(document.lineCount, mostTopLines); line++) {
    const { key } = readYamlLine(document.lineAt(line).text);
    if (key?.range.start === 0) present.set(key.text, '');
  }
  return present;
}
