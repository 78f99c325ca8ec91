import * as vscode from 'vscode';
import { messageMentions } from '../../core/entity/message-mentions';
import { parseFile } from '../../core/message/parse-file';
import { decodeText } from '../../core/text/decode';
import { SourceText } from '../../core/text/source-text';
import type { TextRange } from '../../core/text/text-range';
import type { Host } from '../../host/host';
import { fileNameOf } from '../../host/messages';
import { readBytes } from '../../host/read-bytes';
import { sidecarUriOf } from '../../host/sidecar-location';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';

/** Where an entity is written in entity files. */
export async function definitionsOf(host: Host, id: string): Promise<vscode.Location[]> {
  const files = await host.entities.files();
  return files.flatMap(({ uri, text, file }) =>
    file.entities
      .filter(({ entity }) => entity.id === id)
      .map(({ keyRange }) => locate(uri, new SourceText(text), keyRange)),
  );
}

/** Where messages of the workspace mention an entity, by the index. */
export async function mentionsOf(
  host: Host,
  id: string,
  token: vscode.CancellationToken,
): Promise<vscode.Location[]> {
  await host.mentionIndex.build();
  const registry = await host.entities.registry();
  const locations: vscode.Location[] = [];
  for (const { uri } of host.mentionIndex.countsByFile(id)) {
    if (token.isCancellationRequested) return locations;
    const source = await sourceOf(uri);
    if (!source) continue;
    for (const message of parseFile(source, fileNameOf(uri)).messages) {
      for (const mention of messageMentions(source, message, registry)) {
        if (mention.entities[0]?.id === id) locations.push(locate(uri, source, mention));
      }
    }
  }
  return locations;
}

/** Where sidecars of the workspace name an entity: the `entity:` values of their annotations. */
export async function annotationsOf(host: Host, id: string): Promise<vscode.Location[]> {
  await host.archive.load();
  const locations: vscode.Location[] = [];
  for (const { uri, annotations } of host.archive.sources) {
    if (!annotations.some(({ annotation }) => annotation.entity === id)) continue;
    const stored = await host.sidecars.read(uri);
    if (!stored) continue;
    const source = new SourceText(stored.text);
    const value = entityValues(id);
    for (const match of source.text.matchAll(value)) {
      const start = match.index + match[0].lastIndexOf(id);
      locations.push(locate(sidecarUriOf(uri), source, { start, end: start + id.length }));
    }
  }
  return locations;
}

/** The lines of a sidecar that name an entity; the id ends with the line, a quote aside. */
export function entityValues(id: string): RegExp {
  return new RegExp(`^[ \\t]*(?:- )?entity:[ \\t]+(["']?)${id}\\1[ \\t]*$`, 'gm');
}

/** The text of a file as the user sees it: an open editor's, else the one on disk. */
async function sourceOf(uri: vscode.Uri): Promise<SourceText | undefined> {
  const open = vscode.workspace.textDocuments.find((it) => it.uri.toString() === uri.toString());
  if (open) return sourceTextOf(open);
  try {
    return new SourceText(decodeText(await readBytes(uri)).text);
  } catch {
    return undefined;
  }
}

function locate(uri: vscode.Uri, source: SourceText, range: TextRange): vscode.Location {
  return new vscode.Location(uri, toEditorRange(source, range));
}
