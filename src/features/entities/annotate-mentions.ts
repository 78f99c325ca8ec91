import * as vscode from 'vscode';
import type { Host } from '../../host/host';
import { messageLanguage } from '../../host/messages';
import { sourceTextOf } from '../../host/text-conversion';
import { addAnnotations } from '../annotate/annotate-command';
import { createEntity } from '../create-entity';
import { findEntity, type EntityReference } from './find-entity';
import { messageRangeAt } from './message-at-cursor';

/**
 * Writes an `entity` annotation on every mention of an entity in the message, in one change; those
 * that are annotated with it already stay as they are. A recognised name is added to an entity file
 * first. Resolves to the new annotations' ids.
 */
export async function annotateMentions(
  host: Host,
  given: EntityReference = {},
): Promise<string[] | undefined> {
  const found = await findEntity(host, given);
  if (!found?.uri) return undefined;
  const document = await vscode.workspace.openTextDocument(found.uri);
  if (document.languageId !== messageLanguage) {
    throw new Error(vscode.l10n.t('Open a message that mentions “{0}”.', found.name));
  }
  const range = messageRangeAt(document);
  const mentions = await host.entities.mentionsWithin(document, range);
  const { entity, name } = found;
  const wanted = mentions.filter((mention) =>
    entity
      ? mention.entities[0]?.id === entity.id
      : mention.entities.length === 0 && mention.text.replaceAll(/\s+/g, ' ') === name,
  );
  const type = found.type ? { type: found.type } : {};
  const id = entity?.id ?? (await createEntity(host, { uri: found.uri, name, ...type }));
  if (!id) return undefined;
  const annotated = (await host.annotations.load(document)).filter(
    ({ annotation }) => annotation.kind === 'entity' && annotation.entity === id,
  );
  const isNew = ({ start, end }: { start: number; end: number }) =>
    !annotated.some(({ ranges }) => ranges.some((it) => it.start < end && it.end > start));
  const targets = wanted.filter(isNew).map(({ start, end }) => [{ start, end }]);
  if (targets.length === 0) {
    void vscode.window.setStatusBarMessage(
      vscode.l10n.t('Every mention of “{0}” is annotated.', name),
      4000,
    );
    return [];
  }
  const ids = await addAnnotations(host, document, targets, { kind: 'entity', entity: id });
  const quote = sourceTextOf(document).slice(targets[0]![0]!);
  void vscode.window.setStatusBarMessage(
    vscode.l10n.t('{0} annotations of “{1}”', ids.length, quote),
    5000,
  );
  return ids;
}
