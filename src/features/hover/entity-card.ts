import * as vscode from 'vscode';
import { entityCard, type CardAnnotation } from '../../core/entity/card';
import { displayText } from '../../core/entity/file/unsafe-text';
import type { Mention } from '../../core/entity/entity';
import type { Host } from '../../host/host';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { oneLine } from '../annotate/describe-annotation';
import { cardText } from './card-text';
import type { HoverText } from './markdown';

/** The card of a name: who or what it is, where else it stands, what was said about it. */
export async function entityCardMarkdown(
  host: Host,
  document: vscode.TextDocument,
  mention: Mention,
): Promise<vscode.MarkdownString> {
  const [entity] = mention.entities;
  const mentions = await host.entities.mentionsWithin(document, mention);
  const isSame = (other: Mention) =>
    entity ? other.entities[0]?.id === entity.id : other.text === mention.text;
  const here = mentions.filter(isSame).length;
  const annotations = entity ? annotationsOn(host, document, entity.id) : [];
  const locale = vscode.env.language;
  const counts = { here, ...(entity ? elsewhere(host, entity.id) : {}) };
  const card = entityCard({ mention, counts, annotations, locale });

  const text = cardText(card);
  if (mention.entities.length > 1) appendMeanings(text.line(), document, mention);
  appendActions(text.line(), document.uri, mention);
  return text.toMarkdown();
}

/** Counts over the workspace, once they are known; the first card of a window has them counted. */
function elsewhere(host: Host, id: string): { total?: number; messages?: number } {
  void host.mentionIndex.build();
  const count = host.mentionIndex.countOf(id);
  return count ? { total: count.mentions, messages: count.messages } : {};
}

/** The loaded `entity` annotations of the document that name the entity. */
function annotationsOn(host: Host, document: vscode.TextDocument, id: string): CardAnnotation[] {
  return host.annotations
    .current(document)
    .filter(({ annotation }) => annotation.entity === id)
    .map(({ annotation }) => annotation);
}

const mostMeanings = 4;

/** Says of an ambiguous name which entity it means here, for good. */
function appendMeanings(text: HoverText, document: vscode.TextDocument, mention: Mention): void {
  const uri = document.uri.toString();
  const { start, end } = toEditorRange(sourceTextOf(document), mention);
  const range = { start: plain(start), end: plain(end) };
  text.text(vscode.l10n.t('This is: '));
  for (const [index, { id, name, description, type }] of mention.entities.entries()) {
    if (index === mostMeanings) break;
    if (index > 0) text.markdown(' · ');
    const label = `${name} (${oneLine(description ?? type, 60)})`;
    text.command(displayText(label), 'archiveAnnotator.settleMention', { uri, range, entity: id });
  }
}

function plain({ line, character }: vscode.Position) {
  return { line, character };
}

function appendActions(text: HoverText, uri: vscode.Uri, mention: Mention): void {
  const [entity] = mention.entities;
  if (entity) {
    text.command(vscode.l10n.t('All mentions'), 'archiveAnnotator.showMentions', { id: entity.id });
  }
  const name = entity?.name ?? mention.text.replaceAll(/\s+/g, ' ');
  const type = mention.type === 'unknown' ? undefined : mention.type;
  const argument = { uri: uri.toString(), name, ...(type ? { type } : {}) };
  if (mention.source !== 'file') {
    if (entity) text.markdown(' · ');
    text.command(vscode.l10n.t('Add to entity file'), 'archiveAnnotator.createEntity', argument);
  }
  if (vscode.workspace.isTrusted) {
    const id = entity ? { id: entity.id } : {};
    text.markdown(' · ').command(vscode.l10n.t('Look up'), 'archiveAnnotator.lookUp', {
      ...argument,
      ...id,
    });
  }
}
