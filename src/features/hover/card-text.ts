import type { Card, CardLine } from '../../core/entity/card';
import { entityIcons } from '../entity-icons';
import { HoverText } from './markdown';

const icons: Partial<Record<CardLine['kind'], string>> = {
  coordinates: 'globe',
  counts: 'list-ordered',
  annotation: 'note',
  also: 'question',
};

/** A card as a hover's text, without actions. */
export function cardText(card: Card): HoverText {
  const text = new HoverText().markdown(`$(${entityIcons[card.type]}) `).bold(card.name);
  if (card.flag) text.text(` ${card.flag}`);
  const source = card.source === 'recognised' ? `${card.type}, recognised` : card.type;
  text.markdown(' · ').text(source);
  for (const line of card.lines) appendLine(text.line(), line);
  return text;
}

function appendLine(text: HoverText, line: CardLine): void {
  const icon = icons[line.kind];
  if (icon) text.markdown(`$(${icon}) `);
  if (line.kind === 'links' && line.links) {
    for (const [index, { text: label, url }] of line.links.entries()) {
      text.markdown(index === 0 ? '' : ' · ').link(label, url);
    }
    return;
  }
  text.text(line.text);
  for (const { text: label, url } of line.links ?? []) text.markdown(' · ').link(label, url);
}
