import * as vscode from 'vscode';
import { isEntityId } from '../../core/entity/entity-id';
import type { Host } from '../../host/host';
import { messageSelector } from '../../host/messages';
import { openNewest } from '../../host/newest-document';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { entityAt, entitySelector } from './entity-at';
import { mentionsOf } from './entity-mentions';
import { annotationsOf, definitionsOf } from './entity-places';

/**
 * Entities as the editor's own symbols: Go to Definition leads from a mention or a sidecar to the
 * entry, Find All References lists mentions, annotations and the entry, Rename changes an id in all
 * entity files and sidecars, and the mentions of the entity under the cursor are marked.
 */
export function registerEntityNavigation(host: Host): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(entitySelector, {
      async provideDefinition(document, position) {
        const entity = await entityAt(host, document, position);
        if (!entity) return undefined;
        const definitions = await definitionsOf(host, entity.id);
        return definitions.map(({ uri, range }): vscode.LocationLink => ({
          originSelectionRange: entity.range,
          targetUri: uri,
          targetRange: range,
        }));
      },
    }),
    vscode.languages.registerReferenceProvider(entitySelector, {
      async provideReferences(document, position, { includeDeclaration }, token) {
        const entity = await entityAt(host, document, position);
        if (!entity) return undefined;
        return [
          ...(includeDeclaration ? await definitionsOf(host, entity.id) : []),
          ...(await annotationsOf(host, entity.id)),
          ...(await mentionsOf(host, entity.id, token)),
        ];
      },
    }),
    vscode.languages.registerRenameProvider(entitySelector, {
      async prepareRename(document, position) {
        const entity = await renamable(host, document, position);
        return { range: entity.range, placeholder: entity.id };
      },
      async provideRenameEdits(document, position, newName) {
        const { id } = await renamable(host, document, position);
        return renameEdits(host, id, newName);
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(messageSelector, {
      async provideDocumentHighlights(document, position) {
        const entity = await entityAt(host, document, position);
        if (!entity) return undefined;
        const source = sourceTextOf(document);
        const mentions = await host.entities.mentions(document);
        return mentions
          .filter(({ entities }) => entities[0]?.id === entity.id)
          .map((mention) => new vscode.DocumentHighlight(toEditorRange(source, mention)));
      },
    }),
  );
}

async function renamable(host: Host, document: vscode.TextDocument, position: vscode.Position) {
  const entity = await entityAt(host, document, position);
  if (!entity) throw new Error(vscode.l10n.t('There is no entity here.'));
  if ((await definitionsOf(host, entity.id)).length === 0) {
    throw new Error(
      vscode.l10n.t('“{0}” comes with the extension: add it to an entity file first.', entity.id),
    );
  }
  return entity;
}

/** One edit, undone in one step, over every entity file and sidecar. */
async function renameEdits(host: Host, id: string, newId: string): Promise<vscode.WorkspaceEdit> {
  if (!isEntityId(newId)) {
    throw new Error(vscode.l10n.t('An id has lower-case letters, digits and single hyphens.'));
  }
  const registry = await host.entities.registry();
  if (newId !== id && registry.definitions(newId).length > 0) {
    throw new Error(vscode.l10n.t('There is an entity “{0}” already.', newId));
  }
  const edit = new vscode.WorkspaceEdit();
  const places = [...(await definitionsOf(host, id)), ...(await annotationsOf(host, id))];
  // Places are those of the newest texts: the editors must have them, too.
  const files = new Map(places.map(({ uri }) => [uri.toString(), uri]));
  for (const uri of files.values()) await openNewest(host.files, uri);
  for (const { uri, range } of places) edit.replace(uri, range, newId);
  return edit;
}
