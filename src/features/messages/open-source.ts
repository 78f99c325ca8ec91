import * as vscode from 'vscode';
import type { Host } from '../../host/host';
import { messageReferenceOf } from '../../host/message-uri';
import {
  sourceTextOf,
  toEditorRange,
  toTextRange,
  type RangeLike,
} from '../../host/text-conversion';
import { toUri } from '../annotate/annotation-arguments';
import type { MessageArguments } from './open-message';

/** A passage of a decoded message; what is absent is the selection. */
export interface PassageArguments extends MessageArguments {
  readonly range?: RangeLike;
}

/**
 * From a decoded message to the place in its file that the passage was decoded from; from a row of
 * the messages to the message's place. Resolves to that place.
 *
 * @throws Error with a sentence for the user.
 */
export async function openSource(
  host: Host,
  given: PassageArguments = {},
): Promise<vscode.Location | undefined> {
  const editor = vscode.window.activeTextEditor;
  const uri = given.uri ? toUri(given.uri) : editor?.document.uri;
  if (!uri) return undefined;
  const place = messageReferenceOf(uri)
    ? await placeOfPassage(host, uri, given.range ?? editor?.selection)
    : await placeOfMessage(host, uri, given.index ?? 0);
  // Not through a document: the file may be too large for extensions to see it.
  await vscode.commands.executeCommand('vscode.open', place.uri, { selection: place.range });
  return place;
}

async function placeOfPassage(host: Host, uri: vscode.Uri, range: RangeLike | undefined) {
  const { file } = messageReferenceOf(uri)!;
  const { source } = await host.messageFiles.read(file);
  const message = await host.messageFiles.message(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  const passage = range ? toTextRange(sourceTextOf(document), range) : { start: 0, end: 0 };
  const isEmpty = passage.end <= passage.start;
  // Of a cursor, the unit behind it leads to where it came from.
  const asked = isEmpty ? { start: passage.start, end: passage.start + 1 } : passage;
  const raw = message.decoded.toRaw(asked);
  return new vscode.Location(
    file,
    toEditorRange(source, isEmpty ? { ...raw, end: raw.start } : raw),
  );
}

async function placeOfMessage(host: Host, file: vscode.Uri, index: number) {
  const { source, parsed } = await host.messageFiles.read(file);
  const start = parsed.messages[index]?.start ?? 0;
  return new vscode.Location(file, toEditorRange(source, { start, end: start }));
}
