import * as vscode from 'vscode';
import type { Mention } from '../../core/entity/entity';
import { sidecarSuffix } from '../../core/file-names';
import { entityFilePattern, isEntityFile } from '../../host/entity-store';
import type { Host } from '../../host/host';
import { messageLanguage } from '../../host/messages';
import { isSidecar } from '../../host/sidecar-location';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';

/** An entity that is named at a place of a document. */
export interface EntityAt {
  readonly id: string;
  /** The name, or the id where an id stands. */
  readonly range: vscode.Range;
}

/** Documents in which entities are named: messages by name, sidecars and entity files by id. */
export const entitySelector: vscode.DocumentSelector = [
  { language: messageLanguage },
  { pattern: `**/*${sidecarSuffix}` },
  { pattern: entityFilePattern },
];

const sidecarEntity = /^\s*(?:-\s+)?entity:\s+["']?([a-z0-9]+(?:-[a-z0-9]+)*)/;

/** The entity at a place; undefined where none is named. */
export async function entityAt(
  host: Host,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<EntityAt | undefined> {
  if (isSidecar(document.uri)) return inSidecar(document, position);
  if (isEntityFile(document.uri)) return inEntityFile(host, document, position);
  const source = sourceTextOf(document);
  const offset = source.offsetAt(position);
  const mention = await mentionAt(host, document, offset);
  const id = mention?.entities[0]?.id;
  return mention && id ? { id, range: toEditorRange(source, mention) } : undefined;
}

/** The mention at an offset (UTF-16, canonical text); where two meet the one that begins there. */
export async function mentionAt(
  host: Host,
  document: vscode.TextDocument,
  offset: number,
): Promise<Mention | undefined> {
  const mentions = await host.entities.mentionsWithin(document, { start: offset, end: offset });
  return mentions.findLast(({ start, end }) => start <= offset && offset <= end);
}

function inSidecar(
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): EntityAt | undefined {
  const { text } = document.lineAt(line);
  const id = sidecarEntity.exec(text)?.[1];
  if (!id) return undefined;
  const start = text.indexOf(id, text.indexOf('entity:') + 'entity:'.length);
  const range = new vscode.Range(line, start, line, start + id.length);
  return range.contains(new vscode.Position(line, character)) ? { id, range } : undefined;
}

async function inEntityFile(
  host: Host,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<EntityAt | undefined> {
  const files = await host.entities.files();
  const stored = files.find(({ uri }) => uri.toString() === document.uri.toString());
  const source = sourceTextOf(document);
  const offset = source.offsetAt(position);
  const record = stored?.file.entities.find(
    ({ range }) => range.start <= offset && offset <= range.end,
  );
  if (!record) return undefined;
  return { id: record.entity.id, range: toEditorRange(source, record.keyRange) };
}
