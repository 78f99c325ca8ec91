import type * as vscode from 'vscode';
import type { Mention } from '../../core/entity/entity';
import type { Host } from '../../host/host';
import { entityIcons } from '../entity-icons';
import { HoverText } from './markdown';

/** The card of a name: who or what it is, and where else it stands. */
export async function entityCardMarkdown(
  host: Host,
  document: vscode.TextDocument,
  mention: Mention,
): Promise<vscode.MarkdownString> {
  const [entity] = mention.entities;
  const card = new HoverText().markdown(`$(${entityIcons[mention.type]}) `);
  card.bold(entity?.name ?? mention.text).text(` · ${mention.type}`);
  if (entity?.description) card.line().text(entity.description);
  if (entity && entity.aliases.length > 0) card.line().text(entity.aliases.join(', '));
  const all = await host.entities.mentions(document);
  const here = all.filter((other) => entity && other.entities.includes(entity)).length;
  if (here > 0) card.line().text(`${here} here`);
  for (const link of entity?.links ?? []) card.line().link(link, link);
  return card.toMarkdown();
}
