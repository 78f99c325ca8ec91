import * as vscode from 'vscode';
import { entityTypes } from '../../../core/entity/entity';
import { keysOf, typeMeaning } from '../../../core/entity/file/entity-fields';
import { entityPlaceAt } from '../../../core/entity/file/entity-place';
import type { Host } from '../../../host/host';
import { HoverText } from '../../hover/markdown';
import { entityIdCard } from '../entity-id-card';

/** Says in entity files what a key or a type means, and on an id what is known of the entity. */
export function entityFileHover(host: Host): vscode.HoverProvider {
  return {
    async provideHover(document, { line, character }) {
      const place = entityPlaceAt((index) => document.lineAt(index).text, line, character);
      if (!place) return undefined;
      const { text } = place;
      const range = new vscode.Range(line, place.range.start, line, place.range.end);
      if (place.writes === 'id') {
        const entity = (await host.entities.registry()).get(text);
        return entity && new vscode.Hover(await entityIdCard(host, entity), range);
      }
      const meaning =
        place.writes === 'key'
          ? keysOf(place.owner).get(text)
          : place.writes === 'value' && place.owner === 'entity' && place.field === 'type'
            ? meaningOfType(text)
            : undefined;
      if (meaning === undefined) return undefined;
      const hover = new HoverText().bold(text).line().text(meaning);
      return new vscode.Hover(hover.toMarkdown(), range);
    },
  };
}

function meaningOfType(text: string): string | undefined {
  const type = entityTypes.find((it) => it === text);
  return type && typeMeaning(type);
}
