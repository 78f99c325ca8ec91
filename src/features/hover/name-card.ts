import * as vscode from 'vscode';
import { entityCard, type CardAnnotation } from '../../core/entity/card';
import type { Mention } from '../../core/entity/entity';
import { countSame, nameOf } from '../../core/entity/same-mentions';
import { shorten } from '../../core/text/shorten';
import type { NearbyMentions } from '../../host/document-mentions';
import type { Host } from '../../host/host';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { cardText } from './card-text';
import type { HoverAction, HoverText } from './markdown';

/**
 * The card of a name: who or what it is, where else it stands, what was said about it. How often it stands is
 * left out while its message is still searched.
 */
export function nameCard(
  host: Host,
  document: vscode.TextDocument,
  mention: Mention,
  { mentions, isWhole }: NearbyMentions,
): HoverText {
  const [entity] = mention.entities;
  const annotations = entity ? annotationsOn(host, document, mention, entity.id) : [];
  const locale = vscode.env.language;
  const total = entity ? elsewhere(host, entity.id) : {};
  const counts = isWhole ? { counts: { here: countSame(mentions, mention), ...total } } : {};
  const card = entityCard({ mention, ...counts, annotations, locale });

  const isAmbiguous = mention.entities.length > 1;
  const lines = card.lines.filter(({ kind }) => !isAmbiguous || kind !== 'also');
  const text = cardText({ ...card, lines }, entity && { id: entity.id });
  if (isAmbiguous) appendMeanings(text.line(), document, mention);
  return text.actions(actionsFor(document.uri, mention));
}

/** Counts over the workspace, once they are known; the first card of a window has them counted. */
function elsewhere(host: Host, id: string): { total?: number; messages?: number } {
  void host.mentionIndex.build();
  const count = host.mentionIndex.countOf(id);
  return count ? { total: count.mentions, messages: count.messages } : {};
}

/** The loaded annotations that name the entity elsewhere: those of this place have cards of their own. */
function annotationsOn(
  host: Host,
  document: vscode.TextDocument,
  { start, end }: Mention,
  id: string,
): CardAnnotation[] {
  return host.annotations
    .current(document)
    .filter(({ annotation, ranges }) => {
      const isHere = ranges.some((range) => range.start <= start && range.end >= end);
      return annotation.entity === id && !isHere;
    })
    .map(({ annotation }) => annotation);
}

const mostMeanings = 4;

/** Says of an ambiguous name which entity it means here, for good. */
function appendMeanings(text: HoverText, document: vscode.TextDocument, mention: Mention): void {
  const uri = document.uri.toString();
  const { start, end } = toEditorRange(sourceTextOf(document), mention);
  const range = { start: plain(start), end: plain(end) };
  text.markdown('$(question) ').text(vscode.l10n.t('This is: '));
  for (const [index, { id, name, description, type }] of mention.entities.entries()) {
    if (index === mostMeanings) break;
    if (index > 0) text.markdown(' · ');
    const label = `${name} (${shorten(description ?? type, 60).replace(/\.$/, '')})`;
    text.command(label, 'archiveAnnotator.settleMention', { uri, range, entity: id });
  }
}

function plain({ line, character }: vscode.Position) {
  return { line, character };
}

function actionsFor(uri: vscode.Uri, mention: Mention): HoverAction[] {
  const [entity] = mention.entities;
  const type = mention.type === 'unknown' ? {} : { type: mention.type };
  const argument = { uri: uri.toString(), name: entity?.name ?? nameOf(mention), ...type };
  const known = { uri: uri.toString(), ...(entity ? { id: entity.id } : argument) };
  const names = { ...known, names: [nameOf(mention)] };
  const actions: HoverAction[] = [];
  const add = (label: string, icon: string, command: string, of: unknown) =>
    actions.push({ label, icon, command, argument: of });
  if (mention.source === 'file')
    add(vscode.l10n.t('Go to entry'), 'go-to-file', 'openEntity', known);
  else add(vscode.l10n.t('Add to entity file'), 'add', 'createEntity', argument);
  if (vscode.workspace.isTrusted) add(vscode.l10n.t('Look up'), 'globe', 'lookUp', known);
  add(vscode.l10n.t('Annotate all'), 'comment-add', 'annotateMentions', known);
  if (mention.source === 'recognised')
    add(vscode.l10n.t('No name'), 'eye-closed', 'ignoreHere', names);
  return actions;
}
