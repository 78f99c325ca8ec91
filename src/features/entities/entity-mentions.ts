import * as vscode from 'vscode';
import { annotationsWithin, byStart } from '../../core/entity/annotations-within';
import type { Mention } from '../../core/entity/entity';
import { messageMentionsInSteps } from '../../core/entity/message-mentions';
import type { EntityRegistry } from '../../core/entity/registry';
import { settlingAnnotations } from '../../core/entity/settling-annotations';
import { inSlices } from '../../core/in-slices';
import { parseFileInSteps } from '../../core/message/parse-file';
import { decodeText } from '../../core/text/decode';
import { SourceText } from '../../core/text/source-text';
import type { Host } from '../../host/host';
import { messageScheme } from '../../host/message-uri';
import { fileNameOf, messageLanguage } from '../../host/messages';
import { nextTurn } from '../../host/next-turn';
import { readBytes } from '../../host/read-bytes';
import { sourceTextOf } from '../../host/text-conversion';
import { locate } from './entity-places';

/**
 * Where messages of the workspace mention an entity: those that the index names, those that open
 * editors have with unsaved changes, and those where only an annotation says which entity is meant.
 */
export async function mentionsOf(
  host: Host,
  id: string,
  token: vscode.CancellationToken,
): Promise<vscode.Location[]> {
  await host.mentionIndex.build({ again: true });
  await host.archive.load();
  const registry = await host.entities.registry();
  const locations: vscode.Location[] = [];
  for (const uri of filesWith(host, id)) {
    if (token.isCancellationRequested) return locations;
    const found = await mentionsIn(host, uri, registry, token);
    for (const mention of found?.mentions ?? []) {
      if (mention.entities[0]?.id === id) locations.push(locate(uri, found!.source, mention));
    }
  }
  return locations;
}

/** Each once, in the order of the paths. */
function filesWith(host: Host, id: string): vscode.Uri[] {
  const indexed = host.mentionIndex.countsByFile(id).map(({ uri }) => uri);
  const settled = host.archive.sources.filter(({ annotations }) =>
    settlingAnnotations(annotations).some(({ entity }) => entity === id),
  );
  const open = vscode.workspace.textDocuments.filter(
    ({ languageId, uri }) => languageId === messageLanguage && uri.scheme !== messageScheme,
  );
  const all = [...indexed, ...settled.map(({ uri }) => uri), ...open.map(({ uri }) => uri)];
  const files = new Map(all.map((uri) => [uri.toString(), uri]));
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The mentions of a file as the user sees it: in an open editor, else on the disk. */
async function mentionsIn(
  host: Host,
  uri: vscode.Uri,
  registry: EntityRegistry,
  token: vscode.CancellationToken,
): Promise<{ source: SourceText; mentions: readonly Mention[] } | undefined> {
  const open = vscode.workspace.textDocuments.find((it) => it.uri.toString() === uri.toString());
  if (open?.languageId === messageLanguage) {
    return { source: sourceTextOf(open), mentions: await host.entities.mentions(open) };
  }
  const pause = async () => {
    await nextTurn();
    if (token.isCancellationRequested) throw new vscode.CancellationError();
  };
  try {
    const source = open
      ? sourceTextOf(open)
      : new SourceText(decodeText(await readBytes(uri)).text);
    const annotations = byStart(settlingAnnotations(host.archive.annotationsOf(uri)));
    const steps = mentionSteps(source, uri, registry, annotations);
    return { source, mentions: await inSlices(steps, pause) };
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    host.log.debug(`${uri.toString()} is not searched: ${String(error)}`);
    return undefined;
  }
}

function* mentionSteps(
  source: SourceText,
  uri: vscode.Uri,
  registry: EntityRegistry,
  annotations: ReturnType<typeof byStart>,
): Generator<void, Mention[]> {
  const { messages } = yield* parseFileInSteps(source, fileNameOf(uri));
  const mentions: Mention[][] = [];
  for (const message of messages) {
    const within = annotationsWithin(annotations, message);
    const options = { uri: uri.toString(), annotations: within };
    mentions.push(yield* messageMentionsInSteps(source, message, registry, options));
    yield;
  }
  return mentions.flat();
}
