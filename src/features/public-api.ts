import * as vscode from 'vscode';
import { messageToJson } from '../core/message/message-json';
import type { Host } from '../host/host';
import { messagesOf } from '../host/messages';
import { sourceTextOf } from '../host/text-conversion';

/** What `activate()` gives to other extensions: plain data, offsets in code points (design, 7). */
export function createPublicApi(host: Host) {
  const open = (uri: vscode.Uri) => vscode.workspace.openTextDocument(uri);
  return {
    version: String((host.context.extension.packageJSON as { version: string }).version),

    /** The file's messages, as `archive-annotator outline --json` prints them. */
    async message(uri: vscode.Uri) {
      const { source, parsed } = messagesOf(await open(uri));
      return {
        kind: parsed.kind,
        messages: parsed.messages.map((message) => messageToJson(source, message)),
      };
    },

    /** The file's annotations with their state and places in the present text. */
    async annotations(uri: vscode.Uri) {
      const document = await open(uri);
      const anchored = await host.annotations.load(document);
      // Of the text as it is now: it may have been typed in meanwhile.
      const source = sourceTextOf(document);
      return anchored.map(({ annotation, state, ranges }) => ({
        ...annotation,
        state,
        ranges: ranges.map((range) => source.toCodePointRange(range)),
      }));
    },

    /** The names in the file, as `archive-annotator mentions --json` prints them. */
    async mentions(uri: vscode.Uri) {
      const document = await open(uri);
      const mentions = await host.entities.mentions(document);
      const source = sourceTextOf(document);
      return mentions.map((mention) => ({
        ...source.toCodePointRange(mention),
        text: mention.text,
        type: mention.type,
        entity: mention.entities[0]?.id,
        source: mention.source,
      }));
    },
  };
}

export type PublicApi = ReturnType<typeof createPublicApi>;
