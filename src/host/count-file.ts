import * as vscode from 'vscode';
import { countMentions } from '../core/entity/mention-counts';
import type { CountedFile } from '../core/entity/mention-table';
import type { EntityRegistry } from '../core/entity/registry';
import { inSlices } from '../core/in-slices';
import { parseFileInSteps } from '../core/message/parse-file';
import { decodeText } from '../core/text/decode';
import { SourceText } from '../core/text/source-text';
import { fileNameOf } from './messages';
import { nextTurn } from './next-turn';

/** VS Code shows no larger files to extensions either. */
const largestFile = 50 * 1024 * 1024;

/** A file as it stands on the disk. */
export interface FoundSource {
  readonly uri: vscode.Uri;
  readonly changed: number;
  readonly size: number;
  /** Neither too large nor, by a link, a device that might never end. */
  readonly isReadable: boolean;
}

/** @throws vscode.FileSystemError when it is gone or cannot be looked at */
export async function findSource(uri: vscode.Uri): Promise<FoundSource> {
  const { mtime: changed, size, type } = await vscode.workspace.fs.stat(uri);
  const isReadable = size <= largestFile && (type & vscode.FileType.File) !== 0;
  return { uri, changed, size, isReadable };
}

/**
 * Counts what a file's messages mention, in slices.
 *
 * @param bytes undefined for a file that is not read
 */
export async function countSource(
  { uri, changed, size }: FoundSource,
  bytes: Uint8Array | undefined,
  registry: EntityRegistry,
): Promise<CountedFile> {
  const counts = bytes && (await inSlices(countSteps(uri, bytes, registry), nextTurn));
  return { changed, size, counts: counts ?? new Map() };
}

function* countSteps(uri: vscode.Uri, bytes: Uint8Array, registry: EntityRegistry) {
  const source = new SourceText(decodeText(bytes).text);
  yield;
  const { kind, messages } = yield* parseFileInSteps(source, fileNameOf(uri));
  // What is no archived message is no matter of the archive.
  if (kind === 'plain') return undefined;
  return yield* countMentions(source, messages, registry, uri.toString());
}
