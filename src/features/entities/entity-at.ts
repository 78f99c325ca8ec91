import * as vscode from 'vscode';
import { fieldValueAt } from '../../core/annotation/sidecar-field';
import type { Mention } from '../../core/entity/entity';
import { isEntityId } from '../../core/entity/entity-id';
import { entityPlaceAt } from '../../core/entity/file/entity-place';
import { sidecarSuffix } from '../../core/file-names';
import { entityFilePattern, isEntityFile } from '../../host/entity-files';
import { rangeAt } from '../../core/text/range-at';
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
  return rangeAt(mentions, offset);
}

function inSidecar(
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): EntityAt | undefined {
  const lineAt = (index: number) => document.lineAt(index).text;
  const field = fieldValueAt(lineAt, line, character);
  if (field?.field !== 'entity' || !isEntityId(field.value)) return undefined;
  const start = lineAt(line).indexOf(field.value, field.range.start);
  return {
    id: field.value,
    range: new vscode.Range(line, start, line, start + field.value.length),
  };
}

async function inEntityFile(
  host: Host,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): Promise<EntityAt | undefined> {
  const place = entityPlaceAt((index) => document.lineAt(index).text, line, character);
  if (place?.entity && isEntityId(place.entity.text)) {
    const { text: id, line: row, range } = place.entity;
    const start = document.lineAt(row).text.indexOf(id, range.start);
    return { id, range: new vscode.Range(row, start, row, start + id.length) };
  }
  // In texts and layouts of several lines: what was read last, unless the file was edited since.
  const source = sourceTextOf(document);
  const stored = (await host.entities.files()).find(
    ({ uri, text }) => uri.toString() === document.uri.toString() && text === source.text,
  );
  const offset = source.offsetAt({ line, character });
  const record = stored?.file.entities.find(
    ({ range }) => range.start <= offset && offset <= range.end,
  );
  if (!record) return undefined;
  return { id: record.entity.id, range: toEditorRange(source, record.keyRange) };
}
