import * as vscode from 'vscode';
import { entityCard, mostCardLines } from '../../core/entity/card';
import type { Entity } from '../../core/entity/entity';
import type { Host } from '../../host/host';
import { cardText } from '../hover/card-text';
import { mentionsInMessages } from './mention-count';

/**
 * The card of an entity where its id stands: in a sidecar, in an entity file, in a list that offers it.
 * Its mentions are counted over the workspace.
 */
export async function entityIdCard(host: Host, entity: Entity): Promise<vscode.MarkdownString> {
  const registry = await host.entities.registry();
  const { name, type, id } = entity;
  const source = registry.source(id) ?? 'gazetteer';
  const mention = { start: 0, end: 0, text: name, type, source, entities: [entity] };
  const annotations = host.archive.sources
    .flatMap(({ annotations }) => annotations)
    .filter(({ annotation }) => annotation.entity === id)
    .map(({ annotation }) => annotation);
  const locale = vscode.env.language;
  const { lines, ...card } = entityCard({ mention, annotations, locale });
  const text = cardText({ ...card, lines: lines.slice(0, mostCardLines - 3) });
  const count = host.mentionIndex.countOf(id);
  if (count) {
    const { mentions, messages } = count;
    text.line().markdown('$(list-ordered) ');
    text.text(mentionsInMessages(mentions, messages));
  }
  text.line().command(vscode.l10n.t('All mentions'), 'archiveAnnotator.showMentions', { id });
  return text.toMarkdown();
}
