import * as vscode from 'vscode';
import { searchEntities } from '../../core/entity/search-entities';
import { displayText } from '../../core/entity/file/unsafe-text';
import { inSlices } from '../../core/in-slices';
import { SourceText } from '../../core/text/source-text';
import type { Host } from '../../host/host';
import { nextTurn } from '../../host/next-turn';
import { toEditorRange } from '../../host/text-conversion';
import { symbolKinds } from './language/entity-items';

const mostSymbols = 200;

/** Go to Symbol in Workspace finds the entities of the user's files by name and alias. */
export function registerEntitySymbols(host: Host): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      const registry = await host.entities.registry();
      const search = searchEntities(registry, query, { most: mostSymbols, onlyFiles: true });
      const pause = async () => {
        await nextTurn();
        if (token.isCancellationRequested) throw new vscode.CancellationError();
      };
      const found = await inSlices(search, pause);
      const texts = new Map(
        (await host.entities.files()).map(({ uri, text }) => [uri.toString(), { uri, text }]),
      );
      const sources = new Map<string, SourceText>();
      return found.flatMap(({ entity, name }) => {
        const [definition] = registry.definitions(entity.id);
        const file = definition && texts.get(definition.uri);
        if (!file) return [];
        const source = sources.get(definition.uri) ?? new SourceText(file.text);
        sources.set(definition.uri, source);
        const { keyRange, aliasRanges } = definition.record;
        const alias = name === entity.name ? undefined : aliasRanges[entity.aliases.indexOf(name)];
        const location = new vscode.Location(file.uri, toEditorRange(source, alias ?? keyRange));
        // The editor looks for what was typed in the symbol's own name.
        const container = name === entity.name ? entity.type : `${entity.name}, ${entity.type}`;
        return new vscode.SymbolInformation(
          displayText(name),
          symbolKinds[entity.type],
          displayText(container),
          location,
        );
      });
    },
  });
}
