import * as vscode from 'vscode';
import type { Card, CardLine } from '../../core/entity/card';
import { entityIcons } from '../entity-icons';
import { HoverText } from './markdown';

const icons: Partial<Record<CardLine['kind'], string>> = {
  role: 'briefcase',
  evidence: 'lightbulb',
  coordinates: 'globe',
  place: 'info',
  aliases: 'whole-word',
  counts: 'references',
  annotation: 'comment',
  notes: 'note',
  links: 'link-external',
  also: 'question',
};

/**
 * A card as a hover's text, without actions.
 *
 * @param mentions what the count of mentions leads to; without it the count is text
 */
export function cardText(card: Card, mentions?: { readonly id: string }): HoverText {
  const text = new HoverText().markdown(`$(${entityIcons[card.type]}) `).bold(card.name);
  if (card.flag) text.text(` ${card.flag}`);
  const type = card.type === 'unknown' ? vscode.l10n.t('name') : card.type;
  text.markdown(' · ').text(type);
  if (card.source === 'recognised') text.markdown(' · ').text(vscode.l10n.t('recognised'));
  for (const line of card.lines) appendLine(text.line(), line, mentions);
  return text;
}

function appendLine(text: HoverText, line: CardLine, mentions?: { readonly id: string }): void {
  const icon = icons[line.kind];
  if (icon) text.markdown(`$(${icon}) `);
  if (line.kind === 'links' && line.links) {
    for (const [index, { text: label, url }] of line.links.entries()) {
      text.markdown(index === 0 ? '' : ' · ').link(label, url);
    }
    return;
  }
  if (line.kind === 'counts' && mentions) {
    text.command(line.text, 'archiveAnnotator.showMentions', mentions);
    return;
  }
  text.text(line.text);
  for (const { text: label, url } of line.links ?? []) text.markdown(' · ').link(label, url);
}
