import * as vscode from 'vscode';
import { entityOf, entityValueRange } from '../../core/annotation/entity-value';
import { readSidecar } from '../../core/annotation/read-sidecar';
import { SourceText } from '../../core/text/source-text';
import type { TextRange } from '../../core/text/text-range';
import type { Host } from '../../host/host';
import { toEditorRange } from '../../host/text-conversion';

/** Where an entity is written in entity files. */
export async function definitionsOf(host: Host, id: string): Promise<vscode.Location[]> {
  const files = await host.entities.files();
  return files.flatMap(({ uri, text, file }) =>
    file.entities
      .filter(({ entity }) => entity.id === id)
      .map(({ keyRange }) => locate(uri, new SourceText(text), keyRange)),
  );
}

/**
 * Where sidecars of the workspace, those of single annotators too, name an entity: the `entity:`
 * values of their annotations.
 *
 * @throws Error with a sentence for the user when a sidecar names it in a way that cannot be located
 */
export async function annotationsOf(host: Host, id: string): Promise<vscode.Location[]> {
  await host.archive.load();
  const locations: vscode.Location[] = [];
  for (const { uri, annotations } of host.archive.sources) {
    if (!annotations.some(({ annotation }) => annotation.entity === id)) continue;
    for (const stored of await host.sidecars.readAll(uri)) {
      const source = new SourceText(stored.text);
      // Ranges count the file's own line ends.
      const sidecar = source.text === stored.text ? stored.sidecar : readSidecar(source.text);
      for (const record of sidecar.records) {
        if (entityOf(record) !== id) continue;
        const range = entityValueRange(source.text, record);
        if (range) locations.push(locate(stored.uri, source, range));
        else
          throw new Error(
            vscode.l10n.t(
              '{0} names “{1}” by a YAML anchor: edit it by hand.',
              stored.uri.path,
              id,
            ),
          );
      }
    }
  }
  return locations;
}

/** Where files name an entity, for the editor. */
export function locate(uri: vscode.Uri, source: SourceText, range: TextRange): vscode.Location {
  return new vscode.Location(uri, toEditorRange(source, range));
}
